"""Pictures at Telegram: what may be uploaded, which sizes are kept of it, and the ids that send them again."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

from PIL import Image, UnidentifiedImageError

from bot.offline.refusals import RefusedError

Data = dict[str, Any]

# https://core.telegram.org/bots/api#sendphoto
MAX_BYTES = 10 * 1024 * 1024
MAX_WIDTH_AND_HEIGHT = 10_000
MAX_RATIO = 20
# The longest side of each size that Telegram keeps.
_LONGEST = (90, 320, 1280)
_ATTACHED = "attach://"


@dataclass
class Photos:
    """The pictures that were uploaded; `uploads` holds the bytes of each by the id of its largest size."""

    uploads: dict[str, bytes] = field(default_factory=dict)
    _sizes: dict[str, list[Data]] = field(default_factory=dict)
    _kept: int = 0

    def sizes_of(self, photo: str, files: Mapping[str, bytes]) -> list[Data]:
        """Give the sizes of a picture, smallest first: of one that came along, or of one that is kept under an id.

        Raises:
            RefusedError: there is no such picture, or it is none that Telegram takes.
        """
        if not photo.startswith(_ATTACHED):
            if photo not in self._sizes:
                raise RefusedError("wrong file identifier/HTTP URL specified")
            return self._sizes[photo]
        content = files.get(photo.removeprefix(_ATTACHED))
        if not content:
            raise RefusedError("file must be non-empty")
        return self._keep(content)

    def forget(self) -> None:
        """Know none of the ids that were given out any more."""
        self._sizes.clear()

    def trim(self, most: int) -> None:
        """Let go of the oldest pictures until no more than `most` are left."""
        while len(self.uploads) > most:
            oldest = next(iter(self.uploads))
            del self.uploads[oldest]
            for size in self._sizes.get(oldest, ()):
                self._sizes.pop(size["file_id"], None)

    def _keep(self, content: bytes) -> list[Data]:
        width, height = _measured(content)
        unique = hashlib.sha256(content).hexdigest()[:16]
        sizes: list[Data] = []
        for longest in _LONGEST:
            scale = min(1, longest / max(width, height))
            size = {"width": max(1, round(width * scale)), "height": max(1, round(height * scale))}
            # An id is of one upload: the same picture sent anew gets another.
            file_id = f"OFFLINE-{unique}-{longest}-{self._kept}"
            sizes.append(size | {"file_id": file_id, "file_unique_id": f"{unique}-{longest}"})
        self._sizes |= dict.fromkeys((size["file_id"] for size in sizes), sizes)
        self.uploads[sizes[-1]["file_id"]] = content
        self._kept += 1
        return sizes


def _measured(content: bytes) -> tuple[int, int]:
    if len(content) > MAX_BYTES:
        raise RefusedError("file is too big")
    try:
        with Image.open(BytesIO(content)) as image:
            image.verify()
            width, height = image.size
    except (OSError, SyntaxError, UnidentifiedImageError):
        raise RefusedError("IMAGE_PROCESS_FAILED") from None
    if width + height > MAX_WIDTH_AND_HEIGHT or max(width, height) > MAX_RATIO * min(width, height):
        raise RefusedError("PHOTO_INVALID_DIMENSIONS")
    return width, height
