"""The story: every system has its say on every choice, and a scene is found by its id."""

import pytest
from pydantic import ValidationError

from knowledge.lessons.stories import Story
from knowledge.library import Library
from knowledge.reader import Raw


def raw_of(library: Library) -> Raw:
    """Give the story of the small pack as the model takes it."""
    assert library.story
    return library.story.model_dump()


def test_a_scene_has_a_place_until_it_is_gone(rich_library: Library) -> None:
    assert rich_library.story
    assert [rich_library.story.place_of(name) for name in ("flower", "dusk", "gone")] == [0, 1, None]


def test_the_verdicts_of_a_scene_hold_for_each_choice_that_has_none(rich_library: Library) -> None:
    assert rich_library.story
    flower, dusk = rich_library.story.scenes
    assert [choice.verdicts["wood"].texts["en"] for choice in flower.choices] == ["The wood sleeps."] * 2
    assert [choice.verdicts["hive"].texts["en"] for choice in dusk.choices] == ["The hive sleeps."] * 2
    assert [choice.verdicts["hive"].effect for choice in flower.choices] == ["something", "unknown"]


def test_a_system_that_is_silent_on_a_choice_is_an_error(rich_library: Library) -> None:
    raw = raw_of(rich_library)
    del raw["scenes"][0]["choices"][0]["verdicts"]["hive"]
    with pytest.raises(ValidationError, match="scene flower has a choice whose verdicts are not those of hive, wood"):
        Story.model_validate(raw)


@pytest.mark.parametrize("effect", ["perhaps", "", None])
def test_an_effect_is_one_of_three(rich_library: Library, effect: str | None) -> None:
    raw = raw_of(rich_library)
    raw["scenes"][0]["choices"][0]["verdicts"]["hive"]["effect"] = effect
    with pytest.raises(ValidationError, match="effect"):
        Story.model_validate(raw)


@pytest.mark.parametrize("count", [1, 5])
def test_a_scene_has_two_to_four_choices(rich_library: Library, count: int) -> None:
    raw = raw_of(rich_library)
    raw["scenes"][0]["choices"] = [raw["scenes"][0]["choices"][0]] * count
    with pytest.raises(ValidationError, match="choices"):
        Story.model_validate(raw)
