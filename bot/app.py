"""The composition root: settings in; library, answers, records and a Telegram application out."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

from telegram.ext import Application, ApplicationBuilder, ContextTypes
from telegram.request import BaseRequest

from bot.budget import Budget
from bot.forgetful import ForgetfulApplication
from bot.keeping import keeper_of
from bot.requesting import HttpRequest
from bot.settings import Settings
from bot.watching import WatchedRequest
from bot.web.rooms import Rooms
from bot.web.splitting import SplitRequest
from handlers.context import App, Context, Services
from handlers.phrasebook import Phrasebook, read_phrasebook
from handlers.registry import register
from handlers.watching import NO_WATCH, Watch
from knowledge.answering import Answerer
from knowledge.changes import Change
from knowledge.dialogue import read_followups
from knowledge.library import Library
from knowledge.loader import load
from knowledge.matching.meaning import Embed, remembered, sentence_model
from knowledge.matching.model import Model
from knowledge.matching.refitting import model_of
from knowledge.matching.training import fit
from knowledge.overlay import overlay
from knowledge.polyglot import Polyglot
from knowledge.records.keeper import Keeper
from knowledge.shelf import NO_SHELF, Shelf

# To Telegram at once.
MOST_CONNECTIONS = 256

LoadEmbed: TypeAlias = Callable[[str], Embed]
Builder: TypeAlias = ApplicationBuilder[Any, Any, Any, Any, Any, Any]


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What is needed to answer, without Telegram and without records."""

    library: Library
    answerer: Answerer
    phrasebook: Phrasebook


def build_knowledge(settings: Settings, changes: Iterable[Change] = ()) -> Knowledge:
    """Load the pack and the model that belongs to it; `changes` of maintainers are made where they fit.

    Raises:
        BrokenPackError: the pack can't be used.
    """
    shelf = Shelf(settings.model_folder)
    files = load(settings.pack_folder, shelf)
    library = overlay(files, changes).library
    model = model_of(files, library, settings.model_folder)
    return Knowledge(library, answerer_of(library, model, shelf), read_phrasebook())


def fit_with_meaning(library: Library, name: str, folder: Path, load_embed: LoadEmbed = sentence_model) -> Model:
    """Fit a model that also reads questions by their meaning, with the sentence model of that name; takes minutes.

    What the sentence model makes of the phrasings is kept in `folder`.

    Raises:
        NoMeaningError: the sentence model can't be had.
    """
    return fit(library, remembered(load_embed(name), folder, name))


def answerer_of(library: Library, model: Model, shelf: Shelf = NO_SHELF) -> Answerer:
    """Put together what answers from a pack and the model that was fitted to it."""
    return Polyglot(library, model, read_followups(shelf), shelf)


def build_services(settings: Settings, knowledge: Knowledge, keeper: Keeper | None = None) -> Services:
    """Add the records, with a `keeper` that is there already if one was needed before; it opens with the first use."""
    return Services(
        library=knowledge.library,
        answerer=knowledge.answerer,
        phrasebook=knowledge.phrasebook,
        keeper=keeper or keeper_of(settings),
        default_language=settings.nuancebot_language,
        zone=settings.zone,
        retention=settings.retention,
        operator=settings.nuancebot_operator,
        admins=settings.nuancebot_admins,
        agreeing=settings.nuancebot_agreeing,
        most_a_minute=settings.nuancebot_most_a_minute,
        most_a_minute_of_class=settings.nuancebot_most_a_minute_of_class,
    )


def build_application(services: Services, builder: Builder) -> App:
    """Put services and handlers on an application; `builder` knows token and transport."""
    builder = builder.application_class(ForgetfulApplication)
    application: App = builder.context_types(ContextTypes(context=Context)).build()
    register(application, services)
    return application


def offline_builder(request: BaseRequest, token: str) -> Builder:
    """Start an application whose calls all go through `request`, and which is handed its updates."""
    return Application.builder().token(token).request(request).get_updates_request(request).updater(None)


def budget_of(settings: Settings, keeper: Keeper) -> Budget:
    """Give the budget for what is sent; on PostgreSQL all processes share one."""
    engine = keeper.store.engine
    shared = engine if engine.dialect.name == "postgresql" else None
    return Budget(settings.nuancebot_most_a_second, shared, keeper.pseudonyms)


def online_builder(
    settings: Settings, token: str, rooms: Rooms, watch: Watch = NO_WATCH, budget: Budget | None = None
) -> Builder:
    """Start an application that talks to a Bot API server over HTTP, and to chats in browsers in the process.

    It is handed its updates; `watch` is told how each call over HTTP ends, and messages over HTTP keep to
    the `budget`, if there is one.
    """
    request = SplitRequest(WatchedRequest(HttpRequest(MOST_CONNECTIONS, budget=budget), watch), rooms.telegram)
    base_url = settings.telegram_api_base_url
    files = f"{base_url.removesuffix('/bot')}/file/bot"
    builder = Application.builder().token(token).base_url(base_url).base_file_url(files)
    return builder.request(request).get_updates_request(request).updater(None)
