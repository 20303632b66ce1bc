"""What an answer was worth to the person who got it."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from knowledge.languages import Language

Verdict: TypeAlias = Literal["helpful", "unhelpful", "unanswered"]


@dataclass(frozen=True, slots=True)
class Vote:
    """A verdict on an entry as the answer to a question.

    `via` tells how the question came in and `text` what it was; None where that is forgotten, or none was asked.
    """

    entry: str
    verdict: Verdict
    language: Language
    via: str | None = None
    text: str | None = None
