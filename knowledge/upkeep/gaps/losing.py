"""Why the nearest entries lost: how near they came, what spoke for each, and where it fell short of the first."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from knowledge.library import Library
from knowledge.matching.explanation import Candidate, Explanation

Explain: TypeAlias = Callable[[str], Explanation]


@dataclass(frozen=True, slots=True)
class Near:
    """An entry that a question came near to.

    `probability` is that it is meant, beside the others. `strongest` is the signal that spoke most for it, `weakest`
    the one by which it fell furthest short of the label that was first; empty for the first.
    """

    entry: str
    probability: float
    strongest: str
    weakest: str


@dataclass(frozen=True, slots=True)
class Losing:
    """How sure it was of the best (`first`) and of the best three (`offered`), and where the lines lie."""

    first: float
    answer_from: float
    offered: float
    offer_from: float
    known_share: float
    nearest: tuple[Near, ...]


def losing(library: Library, explain: Explain, text: str) -> Losing:
    """Tell why a question found no answer."""
    seen = explain(text)
    first = seen.candidates[0]
    return Losing(
        first=seen.judgement.first,
        answer_from=seen.answer_from,
        offered=seen.judgement.offered,
        offer_from=seen.offer_from,
        known_share=seen.known_share,
        nearest=tuple(
            Near(candidate.label, candidate.probability, _most(candidate.signals), _behind(candidate, first))
            for candidate in seen.candidates
            if candidate.label in library.entries
        ),
    )


def _behind(candidate: Candidate, first: Candidate) -> str:
    if candidate is first:
        return ""
    return _most({name: first.signals[name] - value for name, value in candidate.signals.items()})


def _most(signals: Mapping[str, float]) -> str:
    return max(signals, key=lambda name: signals[name])
