"""New texts for files of a pack: told as a diff, then written."""

import difflib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Rewriting:
    """The new text of each file that changes, by its path in the pack, and the old one of those that are there."""

    files: Mapping[str, str] = field(default_factory=dict)
    before: Mapping[str, str] = field(default_factory=dict)

    def difference(self) -> Iterator[str]:
        """Yield the lines of a unified diff."""
        for path, text in self.files.items():
            old = self.before.get(path, "").splitlines()
            yield from difflib.unified_diff(old, text.splitlines(), f"a/{path}", f"b/{path}", lineterm="", n=1)

    def apply(self, folder: Path) -> None:
        """Write the files."""
        for path, text in self.files.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(text, encoding="utf-8")
