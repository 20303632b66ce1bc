"""Routes by their ids: those of the pack, and those that teachers made."""

from telegram import Update

from handlers.context import Services
from handlers.talk import chat_of, in_group
from knowledge.classes import Class
from knowledge.lessons.routes import Route
from knowledge.records.class_routes import class_route
from knowledge.records.own_routes import own_route, own_routes
from knowledge.records.pupils import class_of


async def route_called(services: Services, route_id: str) -> Route | None:
    """Find a route; None if there is none (any more)."""
    return services.library.routes.get(route_id) or await own_route(services.keeper, route_id)


async def made_by(services: Services, update: Update) -> tuple[Route, ...]:
    """List the routes that the person of a private chat made; in a group there are none."""
    return () if in_group(update) else await own_routes(services.keeper, chat_of(update).id)


async def route_of_class(services: Services, update: Update) -> tuple[Class, Route] | None:
    """Give the class that the person is in and the route that it follows; None if there is none."""
    mine = None if in_group(update) else await class_of(services.keeper, chat_of(update).id, services.now())
    route_id = await class_route(services.keeper, mine.id) if mine else None
    route = await route_called(services, route_id) if route_id else None
    return (mine, route) if mine and route else None
