"""The route of a class in the database, and how far its pupils are in it."""

import datetime as dt
from pathlib import Path

from knowledge.records.class_material import material_of
from knowledge.records.class_routes import class_route, note_step, set_class_route, steps_of
from tests.support.records import engine_of, impatient_engine_of, keeping, locked, rows
from tests.support.school import NOW, PUPIL

CLASS = 3


async def test_a_class_follows_the_route_that_was_set_last(path: Path) -> None:
    async with keeping(engine_of(path)) as keeper:
        assert await class_route(keeper, CLASS) is None
        assert await set_class_route(keeper, CLASS, "short", NOW)
        assert await set_class_route(keeper, CLASS, "tale", NOW + dt.timedelta(days=1))
        assert await class_route(keeper, CLASS) == "tale"
        assert await class_route(keeper, CLASS + 1) is None


async def test_the_lesson_of_a_class_begins_when_its_route_is_set(path: Path) -> None:
    async with keeping(engine_of(path)) as keeper:
        await set_class_route(keeper, CLASS, "short", NOW)
        material = await material_of(keeper, CLASS)
        assert material
        assert material.lesson_at == NOW


async def test_how_far_a_pupil_is_is_kept_at_the_furthest(path: Path) -> None:
    async with keeping(engine_of(path)) as keeper:
        for chat, step in ((PUPIL, 1), (PUPIL, 3), (PUPIL, 2), (PUPIL + 1, 1)):
            assert await note_step(keeper, chat, CLASS, "short", step)
        await note_step(keeper, PUPIL, CLASS, "tale", 9)
        assert sorted(await steps_of(keeper, CLASS, "short")) == [1, 3]
        assert await steps_of(keeper, CLASS + 1, "short") == ()
        people = {person for (person,) in rows(path, "SELECT person FROM class_steps")}
        assert keeper.pseudonyms.of(PUPIL) not in people
        assert len(people) == 2


async def test_while_the_database_is_away_nothing_is_known_and_it_is_told(path: Path) -> None:
    async with keeping(impatient_engine_of(path)) as keeper:
        await set_class_route(keeper, CLASS, "short", NOW)
        with locked(path):
            assert not await set_class_route(keeper, CLASS, "tale", NOW)
        assert await class_route(keeper, CLASS) is None
        assert not await note_step(keeper, PUPIL, CLASS, "short", 1)
        assert await steps_of(keeper, CLASS, "short") == ()
