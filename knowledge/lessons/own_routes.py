"""A teacher's own route, from a small TOML file or from what was picked; what is wrong with a file, with its line."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Annotated, Literal, TypeAlias

import tomli
from pydantic import AfterValidator, Field, TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from knowledge.entries import Line, Part, at_most_words
from knowledge.languages import Language
from knowledge.lessons.routes import LONGEST_MINUTES, MOST_STEPS, STEP_KINDS, Route, RouteText, Step
from knowledge.lessons.rules import step_problem
from knowledge.library import Library
from knowledge.reader import Raw
from knowledge.toml_lines import line_of

# In bytes; a route of the pack's own is a third of it.
LARGEST_FILE = 20_000
# More than this at once helps nobody.
MOST_COMPLAINTS = 20
# What a step takes in a class, where the teacher does not say.
MINUTES_A_STEP = 4

ComplaintKind: TypeAlias = Literal[
    "not_toml", "missing", "unknown_key", "too_long", "empty", "one_thing", "steps", "minutes", "no_such", "wrong"
]

_KINDS: dict[str, ComplaintKind] = {
    "missing": "missing",
    "extra_forbidden": "unknown_key",
    "string_too_long": "too_long",
    "too_many_words": "too_long",
    "string_too_short": "empty",
    "one_thing": "one_thing",
    "too_short": "steps",
    "too_long": "steps",
    "greater_than_equal": "minutes",
    "less_than_equal": "minutes",
    "int_type": "minutes",
    "int_parsing": "minutes",
    "int_from_float": "minutes",
    "string_pattern_mismatch": "no_such",
}
_AT_LINE = re.compile(r"at line (\d+)")


@dataclass(frozen=True, slots=True)
class Complaint:
    """One thing that is wrong with a file.

    On which line (0 for the whole file), at which key, of what kind; `detail` is what was written there, if that helps.
    """

    line: int
    key: str
    kind: ComplaintKind
    detail: str = ""


class UnusableFileError(Exception):
    """A file from which no route can be made; `complaints` says why, in the order of the file."""

    def __init__(self, complaints: Sequence[Complaint]) -> None:
        """Keep what is wrong, in the order of the file."""
        self.complaints = tuple(sorted(complaints, key=lambda complaint: complaint.line))[:MOST_COMPLAINTS]
        super().__init__(f"{len(complaints)} complaints")


class OwnStep(Step):
    """A step with what is said above it in the teacher's language."""

    say: Annotated[Line, AfterValidator(at_most_words(50))] | None = None


class OwnRoute(Part):
    """A route as a teacher writes it, in one language."""

    title: Annotated[Line, Field(max_length=60)]
    intro: Annotated[Line, AfterValidator(at_most_words(80))] | None = None
    minutes: Annotated[int, Field(strict=True, ge=1, le=LONGEST_MINUTES)] | None = None
    steps: Annotated[tuple[OwnStep, ...], Field(min_length=1, max_length=MOST_STEPS)]


_OWN = TypeAdapter(OwnRoute)


@dataclass(frozen=True, slots=True)
class Naming:
    """What a route is called and how it is introduced where its maker does not say, and in which language."""

    route_id: str
    language: Language
    title: str
    intro: str


def read_own_route(content: bytes, library: Library, naming: Naming) -> Route:
    """Make a route of a file.

    Raises:
        UnusableFileError: with everything that is wrong with it.
    """
    text, raw = _parsed(content)
    complaints = [*_missing_things(text, raw, library)]
    try:
        own = _OWN.validate_python(raw)
    except ValidationError as error:
        complaints += [_complaint(text, detail) for detail in _telling(error.errors(include_url=False))]
        raise UnusableFileError([*dict.fromkeys(complaints)]) from None
    if complaints:
        raise UnusableFileError(complaints)
    steps = tuple(
        step.model_copy(update={"texts": {naming.language: clean(step.say)} if step.say else {}}) for step in own.steps
    )
    return _route(naming, clean(own.title), clean(own.intro or naming.intro), steps, own.minutes)


def picked_route(items: Sequence[str], naming: Naming) -> Route:
    """Make a route of what was picked, each `kind:id`.

    Raises:
        ValueError: nothing was picked.
    """
    steps = tuple(Step.model_validate(dict([item.split(":", 1)])) for item in items)
    return _route(naming, naming.title, naming.intro, steps, None)


def clean(text: str) -> str:
    """Give a text without anything hidden in it, on one line."""
    kept = "".join(" " if unicodedata.category(character)[0] in "CZ" else character for character in text)
    return " ".join(kept.split())


def _route(naming: Naming, title: str, intro: str, steps: Sequence[Step], minutes: int | None) -> Route:
    named = Naming(naming.route_id, naming.language, title or naming.title, intro or naming.intro)
    return Route(
        id=named.route_id,
        minutes=minutes or min(LONGEST_MINUTES, MINUTES_A_STEP * max(1, len(steps))),
        steps=tuple(Step.model_validate({step.kind: step.about, "texts": step.texts}) for step in steps),
        texts={named.language: RouteText(title=named.title, intro=named.intro)},
    )


def _parsed(content: bytes) -> tuple[str, Raw]:
    try:
        text = content.decode()
        return text, tomli.loads(text)
    except tomli.TOMLDecodeError as error:
        raise UnusableFileError([Complaint(_line_in(str(error), content), "", "not_toml")]) from None
    except (RecursionError, ValueError):
        raise UnusableFileError([Complaint(0, "", "not_toml")]) from None


def _line_in(message: str, content: bytes) -> int:
    """Read from the parser's sentence on which line it gave up; at the end of the file that is the last one."""
    found = _AT_LINE.search(message)
    return int(found[1]) if found else content.rstrip().count(b"\n") + 1


def _missing_things(text: str, raw: Raw, library: Library) -> Iterator[Complaint]:
    """Yield a complaint for each step that names what the pack has not, whatever else is wrong."""
    steps = raw.get("steps")
    for place, step in enumerate(steps if isinstance(steps, list) else ()):
        for kind in STEP_KINDS if isinstance(step, dict) else ():
            name = step.get(kind)
            if isinstance(name, str) and step_problem(library, Step.naming(kind, name)):
                yield Complaint(line_of(text, ("steps", place, kind)), kind, "no_such", clean(name)[:50])


def _telling(details: Sequence[ErrorDetails]) -> Iterator[ErrorDetails]:
    """Leave out what only follows: an array whose only item is wrong is said to be too short as well."""
    places = [detail["loc"] for detail in details]
    for detail in details:
        place = detail["loc"]
        if detail["type"] != "too_short" or not any(other[: len(place)] == place != other for other in places):
            yield detail


def _complaint(text: str, detail: ErrorDetails) -> Complaint:
    path = [step for step in detail["loc"] if isinstance(step, int) or not step.startswith(("function", "constrained"))]
    names = [str(step) for step in path if not isinstance(step, int)]
    kind = _KINDS.get(detail["type"], "wrong")
    if kind == "no_such" and (not names or names[-1] not in STEP_KINDS):
        kind = "wrong"
    told = detail["input"] if kind == "no_such" else ""
    return Complaint(line_of(text, path), names[-1] if names else "", kind, clean(str(told))[:50])
