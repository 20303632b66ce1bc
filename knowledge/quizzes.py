"""The quiz bank: multiple-choice questions within Telegram's limits on quiz polls, each teaching an entry."""

from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from knowledge.entries import EntryId, Line, Part
from knowledge.languages import Language

QuizKind = Literal["fact", "which-of-three", "what-status"]

# https://core.telegram.org/bots/api#sendpoll
MAX_LINE_FEEDS = 2


def _few_line_feeds(text: str) -> str:
    if text.count("\n") > MAX_LINE_FEEDS:
        raise PydanticCustomError("line_feeds", "has more than {most} line feeds", {"most": MAX_LINE_FEEDS})
    return text


class QuizText(Part):
    """A question in one language: what is asked, what can be answered, and why the right answer is right."""

    question: Annotated[Line, Field(max_length=300)]
    options: Annotated[tuple[Annotated[Line, Field(max_length=100)], ...], Field(min_length=2, max_length=12)]
    explanation: Annotated[Line, Field(max_length=200), AfterValidator(_few_line_feeds)]


class QuizQuestion(Part):
    """A question of the bank; `correct` is the position of the right option, from 0, in every language.

    `mistakes`, if there, has for each option the distinction or entry that whoever takes it mixes up; "" for none.
    """

    id: EntryId
    kind: QuizKind
    entry: EntryId
    correct: Annotated[int, Field(ge=0)]
    mistakes: tuple[EntryId | Literal[""], ...] = ()
    texts: dict[Language, QuizText]

    @model_validator(mode="after")
    def _options_fit(self) -> Self:
        for text in self.texts.values():
            if self.correct >= len(text.options):
                raise PydanticCustomError("correct", "the right option is not there in every language")
            if len({option.casefold() for option in text.options}) < len(text.options):
                raise PydanticCustomError("options", "two options are the same")
        counts = {len(text.options) for text in self.texts.values()}
        if len(counts) > 1:
            raise PydanticCustomError("count", "has more options in one language than in another")
        if self.mistakes and ({len(self.mistakes)} != counts or self.mistakes[self.correct]):
            raise PydanticCustomError("mistakes", 'needs a mistake for each option, and "" for the right one')
        return self


class QuizFile(Part):
    """A file of the bank."""

    question: Annotated[tuple[QuizQuestion, ...], Field(min_length=1)]
