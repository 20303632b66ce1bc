"""Who keeps the base in chat: those that the settings name, and those whom they invited."""

from collections.abc import Callable, Coroutine
from typing import Any

from telegram import Update

from handlers.context import Context, Services
from handlers.liking import person_of
from handlers.talk import in_group
from handlers.unreadable import unknown_command
from knowledge.proposals import Role
from knowledge.records.editors import named_role

Handler = Callable[[Update, Context], Coroutine[Any, Any, None]]

_RANKS: tuple[Role, ...] = ("contributor", "maintainer", "administrator")


async def role_of(update: Update, services: Services) -> Role | None:
    """Give the role of who speaks or taps, in a private chat; None if they have none, or it can't be told."""
    if in_group(update):
        return None
    person = person_of(update)
    return "administrator" if person in services.admins else await named_role(services.keeper, person)


def is_at_least(role: Role | None, least: Role) -> bool:
    """Tell whether a role has all that another has."""
    return role is not None and _RANKS.index(role) >= _RANKS.index(least)


def only_for(least: Role, handler: Handler) -> Handler:
    """Keep a command for those of a role; to everybody else it is unknown, and in groups silent."""

    async def guarded(update: Update, context: Context) -> None:
        if in_group(update):
            return
        allowed = is_at_least(await role_of(update, context.services), least)
        await (handler if allowed else unknown_command)(update, context)

    return guarded
