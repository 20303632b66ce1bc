"""Secret keys on disk: made at the first start, readable to nobody else."""

import logging
import os
import secrets
from pathlib import Path

logger = logging.getLogger(__name__)

KEY_BYTES = 32


def read_or_make(path: Path) -> bytes:
    """Give the key in a file, which is made if it is not there.

    Raises:
        OSError: it can neither be read nor made.
    """
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(secrets.token_bytes(KEY_BYTES))
    return path.read_bytes()


def key_in(folder: Path, name: str, otherwise: str) -> bytes:
    """Give the key of that name in a folder.

    Where none can be kept it lasts as long as the process; the log says what is then `otherwise` after a restart.
    """
    path = folder / name
    try:
        key = read_or_make(path)
    except OSError as error:
        logger.warning("the key can't be kept in %s (%s): after a restart %s", path, error, otherwise)
        return secrets.token_bytes(KEY_BYTES)
    if len(key) < KEY_BYTES:
        logger.warning("the key in %s is too short: after a restart %s", path, otherwise)
        return secrets.token_bytes(KEY_BYTES)
    return key
