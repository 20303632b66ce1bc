"""Reads the TOML files of one folder into models and gathers what is wrong with them."""

import hashlib
import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, TypeVar

import tomli
from pydantic import TypeAdapter, ValidationError

from knowledge.problems import Problem
from knowledge.toml_lines import line_of

Model = TypeVar("Model")
Raw = dict[str, Any]
Key = Sequence[str | int]

# Pydantic's own sentences address programmers; these address the person who writes the file.
_REASONS = {
    "missing": "is missing",
    "extra_forbidden": "is not a key that belongs here",
    "string_pattern_mismatch": "has a form that is not allowed here",
}
# Marks a key that is written under a name which the loader fills itself.
WRITTEN = " (written)"
# Steps of a model's location that are not written in the file: what `by_language` adds, and the branches of a union.
_UNWRITTEN = re.compile(r"texts|faces|\[key\]|str|constrained-str|dict\[.*")


class Reader:
    """Reads the files of `folder`; afterwards `problems` holds what was wrong with any of them."""

    def __init__(self, folder: Path) -> None:
        """Start with nothing read."""
        self.folder = folder
        self.problems: list[Problem] = []
        self._sources: dict[str, str] = {}
        self._digest = hashlib.sha256()

    @property
    def digest(self) -> str:
        """A hash over the names and contents of everything read so far, as 16 hexadecimal digits."""
        return self._digest.hexdigest()[:16]

    def read(self, path: str, model: TypeAdapter[Model], shape: Callable[[Raw], Raw] = dict) -> Model | None:
        """Read the file at `path` (below the folder); `shape` fits it to the model. None if it is no good."""
        try:
            source = (self.folder / path).read_bytes()
        except OSError:
            self.report(path, (), "can't be read")
            return None
        return self.take(path, source, model, shape)

    def take(
        self, path: str, source: bytes, model: TypeAdapter[Model], shape: Callable[[Raw], Raw] = dict
    ) -> Model | None:
        """Take a text as that of the file at `path`, and fit it to the model. None if it is no good."""
        raw = self._parse(path, source)
        if raw is None:
            return None
        try:
            return model.validate_python(shape(raw))
        except ValidationError as error:
            for key, reason in _reasons(error):
                self.report(path, key, reason)
            return None

    def read_if_there(self, path: str, model: TypeAdapter[Model], shape: Callable[[Raw], Raw] = dict) -> Model | None:
        """Read a file that a pack may do without."""
        return self.read(path, model, shape) if (self.folder / path).exists() else None

    def paths(self, pattern: str) -> list[str]:
        """List the paths below the folder that fit a pattern, in order."""
        return sorted(path.relative_to(self.folder).as_posix() for path in self.folder.glob(pattern))

    def report(self, path: str, key: Key, reason: str) -> None:
        """Note a problem at a key of a file, with the line on which the key is written."""
        line = line_of(self._sources.get(path, ""), key)
        self.problems.append(Problem(path, line, ".".join(map(str, key)) or "file", reason))

    def _parse(self, path: str, source: bytes) -> Raw | None:
        self._digest.update(f"{path}\0{len(source)}\0".encode() + source)
        try:
            self._sources[path] = source.decode()
            return tomli.loads(self._sources[path])
        except (RecursionError, ValueError) as error:
            self.report(path, (), f"is not TOML: {error}")
            return None


def _reasons(error: ValidationError) -> Iterator[tuple[list[str | int], str]]:
    """Yield key and reason of each thing that is wrong, and not what only follows from it."""
    details = error.errors(include_url=False)
    places = [detail["loc"] for detail in details]
    for detail in details:
        place = detail["loc"]
        # An array whose only item is wrong is also said to be too short.
        if detail["type"] == "too_short" and any(other[: len(place)] == place != other for other in places):
            continue
        written = [step for step in place if isinstance(step, int) or not _UNWRITTEN.fullmatch(step)]
        key = [step.removesuffix(WRITTEN) if isinstance(step, str) else step for step in written]
        yield key, _REASONS.get(detail["type"], detail["msg"])


def by_language(raw: Raw, field: str, codes: Sequence[str]) -> Raw:
    """Gather the tables that are named after a language (`[nl]`, `[en]`) under one field of the model."""
    rest = set_aside({key: value for key, value in raw.items() if key not in codes}, field)
    return rest | {field: {code: raw[code] for code in codes if code in raw}}


def set_aside(raw: Raw, *fields: str) -> Raw:
    """Rename what is written under a name that the loader fills itself, so that the model refuses it."""
    return {key + WRITTEN if key in fields else key: value for key, value in raw.items()}
