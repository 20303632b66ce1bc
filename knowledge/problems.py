"""What is wrong with a pack, as lines that a maintainer can act on."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing wrong: where (path, line from 1, or 0 for the whole file), at which key, and why."""

    path: str
    line: int
    key: str
    reason: str

    def __str__(self) -> str:
        """Give `path:line: key: reason`, without a line where none is known."""
        place = f"{self.path}:{self.line}" if self.line else self.path
        return f"{place}: {self.key}: {self.reason}"


class BrokenPackError(Exception):
    """The pack can't be used; `problems` holds everything that is wrong with it, in order of place."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Keep the problems sorted and without repeats."""
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(map(str, self.problems)))
