"""Preferences in the database: by person, over a restart, and while the database is away."""

from pathlib import Path

import pytest

from knowledge.preferences import LIKE_EVERYBODY, Preferences
from knowledge.records.preferences import keep_preferences, preferences_of
from tests.support.records import engine_of, impatient_engine_of, keeping, locked, rows

PERSON = 5_577_006_791_947_779


@pytest.mark.parametrize("chosen", [Preferences(plain=True), Preferences(simple=True), Preferences(True, True)])  # noqa: FBT003
async def test_what_a_person_chose_outlives_the_process_and_is_nobody_elses(path: Path, chosen: Preferences) -> None:
    async with keeping(engine_of(path)) as keeper:
        assert await keep_preferences(keeper, PERSON, Preferences(plain=not chosen.plain))
        assert await keep_preferences(keeper, PERSON, chosen)
    async with keeping(engine_of(path)) as keeper:
        assert await preferences_of(keeper, PERSON) == chosen
        assert await preferences_of(keeper, PERSON + 1) == LIKE_EVERYBODY


async def test_the_person_is_named_by_a_pseudonym(path: Path) -> None:
    async with keeping(engine_of(path)) as keeper:
        await keep_preferences(keeper, PERSON, Preferences(plain=True))
        assert rows(path, "SELECT person FROM preferences") == [(keeper.pseudonyms.of(PERSON),)]


async def test_what_could_not_be_kept_is_told_and_people_are_answered_like_everybody(path: Path) -> None:
    async with keeping(impatient_engine_of(path)) as keeper:
        await keeper.prepare()
        with locked(path):
            assert not await keep_preferences(keeper, PERSON, Preferences(plain=True))
        assert await preferences_of(keeper, PERSON) == LIKE_EVERYBODY
