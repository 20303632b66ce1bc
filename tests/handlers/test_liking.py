"""Who it is whose preferences count."""

import pytest
from telegram import Update

from handlers.liking import person_of
from tests.support.stage import Stage


async def test_in_private_and_in_a_group_it_is_the_person(small_stage: Stage, group_stage: Stage) -> None:
    for stage in (small_stage, group_stage):
        update = Update.de_json(stage.person.says("x"), stage.application.bot)
        assert person_of(update) == stage.person.id


def test_nobody_has_no_preferences() -> None:
    with pytest.raises(TypeError, match="nobody"):
        person_of(Update(1))
