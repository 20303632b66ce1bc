"""A story in scenes: what a person chooses, and what each of the things that are told apart does with it."""

from typing import Annotated, Literal, Self, TypeAlias

from pydantic import AfterValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from knowledge.entries import ByLanguage, EntryId, Line, Part, Pointer, at_most_words
from knowledge.languages import Language

# What comes of a choice: something or nothing happens, or the sources do not say.
Effect: TypeAlias = Literal["something", "nothing", "unknown"]

# A story is as long as a class can follow.
MOST_SCENES = 20


class System(Part):
    """One of the things that are told apart, and the entry that tells of it."""

    entry: EntryId
    texts: ByLanguage


class Verdict(Part):
    """What one system does with a choice, and where that is known from."""

    effect: Effect
    sources: tuple[Pointer, ...] = ()
    texts: dict[Language, Annotated[Line, AfterValidator(at_most_words(40))]]


class Choice(Part):
    """One thing that can be done in a scene; `texts` are the labels of its button."""

    texts: dict[Language, Annotated[Line, Field(max_length=60)]]
    verdicts: dict[EntryId, Verdict]


class SceneText(Part):
    """A scene in one language; `since` tells what became known later."""

    title: Annotated[Line, Field(max_length=50)]
    text: Annotated[Line, AfterValidator(at_most_words(70))]
    since: Annotated[Line, AfterValidator(at_most_words(60))] | None = None


class Scene(Part):
    """A moment of the day. `entries` are where to read on, `since` the works that tell what became known later."""

    id: EntryId
    entries: Annotated[tuple[EntryId, ...], Field(min_length=1)]
    since: tuple[Line, ...] = ()
    choices: Annotated[tuple[Choice, ...], Field(min_length=2, max_length=4)]
    texts: dict[Language, SceneText]


class StoryText(Part):
    """What stands before and behind the scenes."""

    title: Annotated[Line, Field(max_length=50)]
    intro: Annotated[Line, AfterValidator(at_most_words(90))]
    ending: Annotated[Line, AfterValidator(at_most_words(90))]


class Story(Part):
    """The story: its scenes in their order, and the systems by which each choice is looked at."""

    id: EntryId
    systems: Annotated[dict[EntryId, System], Field(min_length=2, max_length=4)]
    scenes: Annotated[tuple[Scene, ...], Field(min_length=1, max_length=MOST_SCENES)]
    texts: dict[Language, StoryText]

    @model_validator(mode="after")
    def _every_system_is_heard(self) -> Self:
        for scene in self.scenes:
            if any({*choice.verdicts} != {*self.systems} for choice in scene.choices):
                raise PydanticCustomError(
                    "verdicts",
                    "scene {scene} has a choice whose verdicts are not those of {systems}",
                    {"scene": scene.id, "systems": ", ".join(self.systems)},
                )
        return self

    def place_of(self, scene_id: str) -> int | None:
        """Give the place of a scene, from 0; None if there is no such scene (any more)."""
        return next((place for place, scene in enumerate(self.scenes) if scene.id == scene_id), None)
