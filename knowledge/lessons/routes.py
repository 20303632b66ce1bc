"""A lesson route: an ordered path through answers, cards, quiz questions, things to discuss and scenes of the story."""

from typing import Annotated, Any, Literal, Self, TypeAlias, get_args

from pydantic import AfterValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from knowledge.entries import EntryId, Line, Part, at_most_words
from knowledge.languages import Language

StepKind: TypeAlias = Literal["entry", "card", "quiz", "discussion", "story"]
STEP_KINDS: tuple[StepKind, ...] = get_args(StepKind)

MOST_STEPS = 60
LONGEST_MINUTES = 240

# What is said above a step: a task, or what to look out for.
Guidance: TypeAlias = Annotated[Line, AfterValidator(at_most_words(50))]


class Step(Part):
    """One step: the id of exactly one thing of the pack, and what is said above it, if anything.

    `card` names a distinction; `discussion` a topic and the number of a question in it from 1 (`overview-2`);
    `story` the story as a whole, or one scene of it.
    """

    entry: EntryId | None = None
    card: EntryId | None = None
    quiz: EntryId | None = None
    discussion: EntryId | None = None
    story: EntryId | None = None
    texts: dict[Language, Guidance] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _names_one_thing(self) -> Self:
        if len(self._named) != 1:
            raise PydanticCustomError("one_thing", "must name exactly one of {kinds}", {"kinds": ", ".join(STEP_KINDS)})
        return self

    @staticmethod
    def naming(kind: StepKind, name: str) -> "Step":
        """Make a step of what may not be there, or be no id at all: whoever asks what it shows is told."""
        values: dict[str, Any] = {kind: name}
        return Step.model_construct(**values)

    @property
    def kind(self) -> StepKind:
        """What kind of step it is."""
        return self._named[0][0]

    @property
    def about(self) -> str:
        """The id of what the step shows."""
        return self._named[0][1]

    @property
    def _named(self) -> list[tuple[StepKind, str]]:
        return [(kind, name) for kind in STEP_KINDS if (name := getattr(self, kind)) is not None]


class RouteText(Part):
    """A route in one language: its name, and what it is good for."""

    title: Annotated[Line, Field(max_length=60)]
    intro: Annotated[Line, AfterValidator(at_most_words(80))]


class Route(Part):
    """A route; `minutes` is how long a class takes over it. One that a teacher made may have one language only."""

    id: EntryId
    minutes: Annotated[int, Field(ge=1, le=LONGEST_MINUTES)]
    steps: Annotated[tuple[Step, ...], Field(min_length=1, max_length=MOST_STEPS)]
    texts: Annotated[dict[Language, RouteText], Field(min_length=1)]

    def text_in(self, language: Language) -> RouteText:
        """Give the texts in `language`, or in the language that the route has."""
        return self.texts.get(language) or next(iter(self.texts.values()))


def as_step_kind(typed: str) -> StepKind:
    """Read the kind of a step; what is none is taken for an answer, which is then not there."""
    return typed if typed in STEP_KINDS else "entry"
