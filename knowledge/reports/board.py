"""The questions of a class as they come in, those on the same thing together, the latest first."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from knowledge.library import Library
from knowledge.reports.grouping import grouped
from knowledge.reports.material import Asked, Material
from knowledge.reports.questions import ANSWERED, UNANSWERED, divided, questions_of
from knowledge.reports.report import Show
from knowledge.reports.suppression import shown_apart

# Where the latest question of a line stands, its key among the numbers, its entry, its text.
_Found: TypeAlias = tuple[int, str, str | None, str | None]


@dataclass(frozen=True, slots=True)
class Line:
    """What was asked: the entry that answers it, or else the text as it can be shown; how often, if that is told."""

    entry: str | None
    text: str | None
    count: int | None


def board_of(library: Library, material: Material, show: Show) -> tuple[Line, ...]:
    """Give the lines of the board; what can't be shown is not there."""
    asked = questions_of(material)
    whole = shown_apart(divided(library, asked))
    lines = [*_answered(library, asked), *_unanswered(library, asked, show)]
    counts = {entry.key: entry.count for topic in whole.part(ANSWERED).parts for entry in topic.parts}
    counts |= {group.key: group.count for group in whole.part(UNANSWERED).parts}
    return tuple(Line(entry, text, counts.get(key)) for _, key, entry, text in sorted(lines, key=_latest, reverse=True))


def _latest(line: _Found) -> int:
    return line[0]


def _answered(library: Library, asked: Sequence[Asked]) -> list[_Found]:
    """Give each entry that was asked for with the place of its latest question."""
    latest = {question.entry or "": place for place, question in enumerate(asked) if question.act == "answer"}
    return [(place, entry, entry, None) for entry, place in latest.items() if entry in library.entries]


def _unanswered(library: Library, asked: Sequence[Asked], show: Show) -> list[_Found]:
    """Give each group of questions without an answer that has a text to show, with the place of its latest."""
    places = [place for place, question in enumerate(asked) if question.act == "fallback"]
    found: list[_Found] = []
    for group in grouped(library, [asked[place].text for place in places]):
        text = next(filter(None, (show(asked[places[member]].text) for member in group)), None)
        if text:
            found.append((places[group[-1]], str(group[0]), None, text))
    return found
