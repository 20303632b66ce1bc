"""Routes that teachers made, in the database: found by id, changed and deleted by who made them alone."""

from pathlib import Path

from knowledge.lessons.routes import Route
from knowledge.records.own_routes import (
    MOST_ROUTES,
    change_route,
    drop_route,
    keep_route,
    new_route_id,
    own_route,
    own_routes,
)
from tests.support.records import change, engine_of, impatient_engine_of, keeping, locked, rows

MAKER, OTHER = 5_577_006_791_947_779, 7


def route(name: str = "own-1", title: str = "Bees") -> Route:
    """Make a route."""
    raw = {"id": name, "minutes": 5, "steps": [{"entry": "a"}], "texts": {"en": {"title": title, "intro": "On bees."}}}
    return Route.model_validate(raw)


async def test_a_route_is_kept_as_it_was_made(path: Path) -> None:
    async with keeping(engine_of(path)) as keeper:
        assert await keep_route(keeper, MAKER, route())
        assert await keep_route(keeper, MAKER, route("own-2"))
    async with keeping(engine_of(path)) as keeper:
        assert await own_route(keeper, "own-1") == route()
        assert await own_routes(keeper, MAKER) == (route(), route("own-2"))
        assert await own_routes(keeper, OTHER) == ()
        assert await own_route(keeper, "own-3") is None
        assert await own_route(keeper, "one-or-three") is None
        assert rows(path, "SELECT DISTINCT chat FROM own_routes") == [(keeper.pseudonyms.of(MAKER),)]


async def test_only_its_maker_changes_or_deletes_it(path: Path) -> None:
    async with keeping(engine_of(path)) as keeper:
        await keep_route(keeper, MAKER, route())
        for chat, done in ((OTHER, False), (MAKER, True)):
            assert await change_route(keeper, chat, "own-1", lambda _: route(title="Owls")) == done
        assert await own_route(keeper, "own-1") == route(title="Owls")
        for chat, done in ((OTHER, False), (MAKER, True), (MAKER, False)):
            assert await drop_route(keeper, chat, "own-1") == done
        assert not await change_route(keeper, MAKER, "own-1", lambda same: same)


async def test_nobody_keeps_more_than_there_can_be(path: Path) -> None:
    async with keeping(engine_of(path)) as keeper:
        for number in range(MOST_ROUTES):
            assert await keep_route(keeper, MAKER, route(f"own-{number}"))
        assert await keep_route(keeper, MAKER, route("own-x")) is False
        assert await keep_route(keeper, OTHER, route("own-x"))


async def test_what_another_version_wrote_is_no_route(path: Path) -> None:
    async with keeping(engine_of(path)) as keeper:
        await keep_route(keeper, MAKER, route())
        change(path, """UPDATE own_routes SET content = '{"id": "own-1", "steps": 3}'""")
        assert await own_route(keeper, "own-1") is None
        assert await own_routes(keeper, MAKER) == ()
        assert not await change_route(keeper, MAKER, "own-1", lambda same: same)


async def test_while_the_database_is_away_nothing_is_known_and_it_is_told(path: Path) -> None:
    async with keeping(impatient_engine_of(path)) as keeper:
        await keeper.prepare()
        with locked(path):
            assert await keep_route(keeper, MAKER, route()) is None
        assert await own_route(keeper, "own-1") is None
        assert await own_routes(keeper, MAKER) == ()
        assert not await change_route(keeper, MAKER, "own-1", lambda same: same)
        assert not await drop_route(keeper, MAKER, "own-1")


def test_no_two_ids_are_the_same() -> None:
    assert len({new_route_id() for _ in range(100)}) == 100
    assert len(new_route_id()) == 20
