"""Routes by their ids, wherever they come from."""

from telegram import Update

from handlers.context import Services
from handlers.known_routes import made_by, route_called, route_of_class
from knowledge.languages import Language
from knowledge.records.own_routes import keep_route
from tests.handlers.conftest import Open


async def test_a_route_is_the_packs_or_somebodys_or_gone(rich_services: Services) -> None:
    own = rich_services.library.routes["short"].model_copy(update={"id": "own-1"})
    assert await keep_route(rich_services.keeper, 7, own)
    assert await route_called(rich_services, "short") == rich_services.library.routes["short"]
    assert await route_called(rich_services, "own-1") == own
    assert await route_called(rich_services, "own-2") is None
    assert await route_called(rich_services, "") is None


async def test_a_group_made_none_and_is_in_no_class(open_as: Open, rich_services: Services, language: Language) -> None:
    group = await open_as(language, group=-1001, services=rich_services)
    update = Update.de_json(group.person.says("/lesson"), group.application.bot)
    assert await made_by(rich_services, update) == ()
    assert await route_of_class(rich_services, update) is None
