"""How often something came of what was chosen."""

import pytest

from knowledge.lessons.outcomes import effects
from knowledge.library import Library


@pytest.mark.parametrize(
    ("answers", "counted"),
    [
        ({}, (0, 0)),
        ({"flower": 0}, (1, 0)),
        ({"flower": 1, "dusk": 1}, (0, 0)),
        ({"flower": 0, "dusk": 0}, (1, 1)),
        ({"gone": 0, "dusk": 9}, (0, 0)),
    ],
)
def test_each_system_is_counted_over_the_choices_that_the_story_still_has(
    rich_library: Library, answers: dict[str, int], counted: tuple[int, int]
) -> None:
    assert rich_library.story
    assert effects(rich_library.story, answers) == dict(zip(("hive", "wood"), counted, strict=True))
