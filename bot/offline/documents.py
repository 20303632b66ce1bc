"""Files at Telegram that are no pictures: kept as they came, under the name they came with."""

import hashlib
import mimetypes
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Self

from bot.offline.refusals import RefusedError

Data = dict[str, Any]

# https://core.telegram.org/bots/api#senddocument
MAX_BYTES = 50 * 1024 * 1024
# https://core.telegram.org/bots/api#getfile
MAX_FETCHED = 20 * 1024 * 1024
# Where files are fetched from, below the address of the files of a bot.
FETCHED_FROM = "documents/"
_ATTACHED = "attach://"
_UNNAMED = "file"


class Upload(bytes):
    """The bytes of a file that came along with a call; `name` is what it was called."""

    name: str

    def __new__(cls, content: bytes, name: str | None) -> Self:
        """Take the bytes and the name, if it had one."""
        made = super().__new__(cls, content)
        made.name = name or _UNNAMED
        return made


@dataclass
class Documents:
    """The files that were uploaded; `uploads` holds the bytes of each by its id."""

    uploads: dict[str, bytes] = field(default_factory=dict)
    _told: dict[str, Data] = field(default_factory=dict)
    _kept: int = 0

    def document_of(self, document: str, files: Mapping[str, bytes]) -> Data:
        """Give what a message says of a file: of one that came along, or of one that is kept under an id.

        Raises:
            RefusedError: there is no such file, or it is none that Telegram takes.
        """
        if not document.startswith(_ATTACHED):
            if document not in self._told:
                raise RefusedError("wrong file identifier/HTTP URL specified")
            return self._told[document]
        content = files.get(document.removeprefix(_ATTACHED))
        if not content:
            raise RefusedError("file must be non-empty")
        if len(content) > MAX_BYTES:
            raise RefusedError("file is too big")
        return self._keep(content)

    def take(self, content: bytes, name: str) -> Data:
        """Take a file that a person sends; give what their message says of it."""
        return self._keep(Upload(content, name))

    def get_file(self, parameters: Data) -> Data:
        """Tell where a file can be fetched.

        Raises:
            RefusedError: there is no such file, or it is larger than a bot may fetch.
        """
        told = self._told.get(parameters["file_id"])
        if told is None:
            raise RefusedError("invalid file_id")
        if told["file_size"] > MAX_FETCHED:
            raise RefusedError("file is too big")
        kept = {key: told[key] for key in ("file_id", "file_unique_id", "file_size")}
        return kept | {"file_path": f"{FETCHED_FROM}{told['file_id']}"}

    def trim(self, most: int) -> None:
        """Let go of the oldest files until no more than `most` are left."""
        while len(self.uploads) > most:
            oldest = next(iter(self.uploads))
            del self.uploads[oldest], self._told[oldest]

    def _keep(self, content: bytes) -> Data:
        name = content.name if isinstance(content, Upload) else _UNNAMED
        unique = hashlib.sha256(content).hexdigest()[:16]
        told: Data = {
            "file_id": f"OFFLINE-DOCUMENT-{unique}-{self._kept}",
            "file_unique_id": unique,
            "file_name": name,
            "file_size": len(content),
            "mime_type": mimetypes.guess_type(name)[0] or "application/octet-stream",
        }
        self._told[told["file_id"]] = told
        self.uploads[told["file_id"]] = bytes(content)
        self._kept += 1
        return told
