"""Rows of a class that nobody was in, for reports."""

import datetime as dt
from collections.abc import Iterable, Iterator

from knowledge.languages import Language
from knowledge.reports.material import Asked, Given, Phase
from knowledge.reports.sheet import Row, Section, Sheet
from knowledge.reports.suppression import Figure, Whole

BEGIN = dt.datetime(2027, 1, 4, 8, 0, tzinfo=dt.UTC)


def minute(number: int) -> dt.datetime:
    """Give a moment of the lesson."""
    return BEGIN + dt.timedelta(minutes=number)


def answered(people: Iterable[int], entry: str = "bees-honey", at: int = 0) -> Iterator[Asked]:
    """Let these pupils ask something that an entry answers."""
    return (Asked(f"p{person}", minute(at), "answer", f"tell me of {entry}", entry) for person in people)


def unanswered(people: Iterable[int], text: str = "do bees like cheese", at: int = 0) -> Iterator[Asked]:
    """Let these pupils ask something that has no answer."""
    return (Asked(f"p{person}", minute(at), "fallback", text) for person in people)


def unclear(people: Iterable[int], *options: str, at: int = 0) -> Iterator[Asked]:
    """Let these pupils ask something that could be one of several."""
    return (Asked(f"p{person}", minute(at), "clarify", "bees or owls", options=options) for person in people)


def given(
    right: Iterable[int], wrong: Iterable[int] = (), question: str = "honey-1", phase: Phase | None = None
) -> Iterator[Given]:
    """Let pupils answer a question of the quiz."""
    yield from (Given(f"p{person}", BEGIN, question, right=True, phase=phase) for person in right)
    yield from (Given(f"p{person}", BEGIN, question, right=False, mistake="bees-owls", phase=phase) for person in wrong)


def atoms(whole: Whole, figure: Figure) -> Iterator[frozenset[str]]:
    """Yield who is behind each piece that the shown numbers cut a whole into: every sum and difference is of those."""
    if figure.count is None:
        return
    rest = list(whole.people)
    for part, shown in zip(whole.parts, figure.parts, strict=True):
        if shown.count is not None:
            for person in part.people:
                rest.remove(person)
            yield from atoms(part, shown)
    yield frozenset(rest)


def sheet(*rows: Row, columns: tuple[str, ...] = ("number",), language: Language = "en") -> Sheet:
    """Make a report in words of one section."""
    section = Section("Asked most", columns, rows or (Row("What is honey?", ("12",), (1.0,)),))
    return Sheet(
        language,
        "What 4V asked",
        "As of today",
        (section,),
        "A note",
        ("part", "item", "measure", "value"),
        "{page} of {pages}",
    )
