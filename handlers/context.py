"""What a handler may use: the services, typed, on PTB's callback context."""

from dataclasses import dataclass
from typing import Any, TypeAlias

from telegram.ext import Application, CallbackContext, ExtBot

from handlers.phrasebook import Phrasebook
from knowledge.answering import Answerer
from knowledge.languages import Language
from knowledge.library import Library
from knowledge.records.keeper import Keeper

_KEY = "services"

Store: TypeAlias = dict[Any, Any]


@dataclass(frozen=True, slots=True)
class Services:
    """What handlers ask for content, answers, sentences and records; `default_language` is that of unknown people."""

    library: Library
    answerer: Answerer
    phrasebook: Phrasebook
    keeper: Keeper
    default_language: Language


class Context(CallbackContext[ExtBot[None], Store, Store, Store]):
    """PTB's context with the services on it."""

    @property
    def services(self) -> Services:
        """The services that `provide` put there."""
        services: Services = self.bot_data[_KEY]
        return services


App: TypeAlias = Application[ExtBot[None], Context, Store, Store, Store, None]


def provide(application: App, services: Services) -> None:
    """Make the services reachable from every handler's context."""
    application.bot_data[_KEY] = services
