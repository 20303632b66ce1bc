"""Every text of a pack with its place, also of a pack that can't be loaded."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import tomli

from knowledge.problems import Problem
from knowledge.text import words
from knowledge.toml_lines import line_of


@dataclass(frozen=True)
class Placed:
    """A text, the file that it stands in (below the pack's folder), and its key there."""

    path: str
    key: tuple[str | int, ...]
    text: str

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The words of the text; several checks look at them."""
        return tuple(words(self.text))


class PackTexts:
    """The texts of the TOML files in a folder; files that can't be read are passed over (the loader reports them)."""

    def __init__(self, folder: Path) -> None:
        """Read the files."""
        self._sources: dict[str, str] = {}
        self.texts: list[Placed] = []
        for file in sorted(folder.rglob("*.toml")):
            path = file.relative_to(folder).as_posix()
            try:
                self._sources[path] = file.read_text(encoding="utf-8")
                raw = tomli.loads(self._sources[path])
            except (OSError, RecursionError, ValueError):
                continue
            self.texts += [Placed(path, key, text) for key, text in _strings(raw, ())]

    def problem(self, placed: Placed, reason: str) -> Problem:
        """Make a problem of a text, with its line."""
        return self.problem_at(placed.path, placed.key, reason)

    def problem_at(self, path: str, key: tuple[str | int, ...], reason: str) -> Problem:
        """Make a problem of a key in a file, with its line."""
        return Problem(path, line_of(self._sources.get(path, ""), key), ".".join(map(str, key)), reason)


def _strings(value: Any, key: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], str]]:  # noqa: ANN401
    match value:
        case str():
            yield key, value
        case dict():
            for name, part in value.items():
                yield from _strings(part, (*key, name))
        case list():
            for place, part in enumerate(value):
                yield from _strings(part, (*key, place))
