"""Keeps what was learned on disk, under a hash of what it was learned from: plain arrays, nothing that could run."""

import hashlib
import logging
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import Any, TypeAlias
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

logger = logging.getLogger(__name__)

Arrays: TypeAlias = dict[str, Any]

# The code that learns: what other code has left is not ours.
_CODE = (".", "dialogue", "matching")


@dataclass(frozen=True, slots=True)
class Shelf:
    """A folder of arrays; without a folder nothing is kept, and everything is learned when it is asked for."""

    folder: Path | None = None

    def get(self, name: str, made_of: Iterable[str], make: Callable[[], Arrays]) -> Arrays:
        """Give the arrays of that name: those on the shelf if they were learned from the same texts, else new ones."""
        if self.folder is None:
            return make()
        path = self.folder / f"{name}-{_digest(made_of)}.npz"
        found = _read(path)
        if found is None:
            found = make()
            _write(path, name, found)
        return found


# Nothing is kept.
NO_SHELF = Shelf()


def packed(texts: Sequence[str]) -> NDArray[np.uint8]:
    """Make an array of texts; none of them may hold a line end."""
    return np.frombuffer("\n".join(texts).encode(), dtype=np.uint8)


def unpacked(array: NDArray[np.uint8]) -> list[str]:
    """Give the texts in an array."""
    whole = array.tobytes().decode()
    return whole.split("\n") if whole else []


def _digest(made_of: Iterable[str]) -> str:
    digest = hashlib.sha256(_code())
    for text in made_of:
        digest.update(text.encode("utf-8", "replace") + b"\0")
    return digest.hexdigest()[:16]


def _code() -> bytes:
    """Give a hash of the code that learns."""
    digest = hashlib.sha256()
    package = resources.files("knowledge")
    for name in _CODE:
        for file in sorted((package / name).iterdir(), key=lambda found: found.name):
            if file.name.endswith(".py"):
                digest.update(file.read_bytes())
    return digest.digest()


def _read(path: Path) -> Arrays | None:
    try:
        with path.open("rb") as file, np.load(file, allow_pickle=False) as arrays:
            return dict(arrays)
    except FileNotFoundError:
        return None
    except (OSError, EOFError, BadZipFile, ValueError) as error:
        logger.warning("what was learned of %s can't be read (%s)", path.stem, type(error).__name__)
        return None


def _write(path: Path, name: str, arrays: Arrays) -> None:
    scratch = path.with_suffix(".part.npz")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        for old in path.parent.glob(f"{name}-*.npz"):
            old.unlink(missing_ok=True)
        np.savez(scratch, **arrays)
        scratch.replace(path)
    except OSError as error:
        logger.warning("what was learned of %s can't be kept (%s)", name, error.strerror)
