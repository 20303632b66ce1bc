"""What a handler may use: the services, typed, on PTB's callback context."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, TypeAlias, cast

from telegram.ext import Application, CallbackContext, ExtBot, JobQueue

from handlers.gap_findings import Findings
from handlers.page_links import PageLinks
from handlers.phrasebook import Phrasebook
from handlers.recent import Recent
from handlers.watching import NO_WATCH, Watch
from knowledge.answering import Answerer
from knowledge.languages import Language
from knowledge.library import Library
from knowledge.records.keeper import Keeper
from knowledge.reports.personal import Checks
from knowledge.retention import USUAL, Retention
from knowledge.upkeep.trying import TryOut

_KEY = "services"

Store: TypeAlias = dict[Any, Any]


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


@dataclass(frozen=True, slots=True)
class Services:
    """What handlers ask for content, answers, sentences and records.

    `default_language` is that of unknown people, `zone` that of the hours that people choose; `now` tells the time.
    `recent` remembers which question a message answers, `retention` says how long what is kept and `operator` who
    answers for it. `page_links` leads to web pages, None where there are none. Of several processes one `leads`: what
    happens by the clock happens there. `admins` name who keeps the base and are the first to, by their ids at Telegram;
    `findings` remembers the gaps that one of them looks at, `try_out` tells what a change would do, and from `agreeing`
    people on who picked the same of what was offered it is shown as a proposal. `watch` is told what happens;
    `most_a_minute` updates of one person are answered, and `most_a_minute_of_class` of one class, 0 for all.
    """

    library: Library
    answerer: Answerer
    phrasebook: Phrasebook
    keeper: Keeper
    default_language: Language
    zone: dt.tzinfo = dt.UTC
    now: Callable[[], dt.datetime] = _now
    recent: Recent = field(default_factory=Recent)
    checks: Checks = field(default_factory=Checks)
    retention: Retention = USUAL
    page_links: PageLinks | None = None
    operator: str | None = None
    leads: bool = True
    admins: frozenset[int] = frozenset()
    findings: Findings = field(default_factory=Findings)
    try_out: TryOut | None = None
    agreeing: int = 3
    watch: Watch = NO_WATCH
    most_a_minute: int = 0
    most_a_minute_of_class: int = 0


class Context(CallbackContext[ExtBot[None], Store, Store, Store]):
    """PTB's context with the services on it."""

    @property
    def services(self) -> Services:
        """The services that `provide` put there."""
        services: Services = self.bot_data[_KEY]
        return services

    @property
    def app(self) -> "App":
        """The application, of the type that it has here."""
        return cast("App", self.application)


App: TypeAlias = "Application[ExtBot[None], Context, Store, Store, Store, JobQueue[Context]]"


def provide(application: App, services: Services) -> None:
    """Make the services reachable from every handler's context."""
    application.bot_data[_KEY] = services


def services_of(application: App) -> Services:
    """Give the services of an application, for what runs outside of any update."""
    services: Services = application.bot_data[_KEY]
    return services


def queue_of(application: App) -> JobQueue[Context]:
    """Give the queue in which an application does things later.

    Raises:
        TypeError: it was built without one.
    """
    if application.job_queue is None:
        msg = "an application without a job queue can do nothing later"
        raise TypeError(msg)
    return application.job_queue
