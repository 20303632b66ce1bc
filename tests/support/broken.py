"""What breaks, by hand: services that fail with private words in the exception, a Telegram that takes no messages."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from http import HTTPStatus
from typing import NoReturn

from bot.app import build_application, offline_builder
from bot.offline.person import Person
from bot.offline.request import OfflineRequest
from bot.offline.telegram import TOKEN, Data, OfflineTelegram
from handlers.context import Services
from knowledge.answering import Answerer
from knowledge.outcomes import Dialogue, Outcome
from knowledge.records.keeper import Find, Keeper, Key, Result
from tests.support.stage import Stage

SECRET = "the tea is poisoned"


class BlockedTelegram(OfflineTelegram):
    """A Telegram in which everybody blocked the bot."""

    async def call(
        self, method: str, form: Mapping[str, str], files: Mapping[str, bytes] | None = None
    ) -> tuple[HTTPStatus, Data]:
        """Refuse every message as Telegram does after a block."""
        if method.lower() not in {"sendmessage", "sendphoto"}:
            return await super().call(method, form, files)
        description = "Forbidden: bot was blocked by the user"
        return HTTPStatus.FORBIDDEN, {"ok": False, "error_code": 403, "description": description}


class BrokenAnswerer(Answerer):
    """Quotes the question in an exception, and another one as its cause."""

    def __init__(self) -> None:
        """Take nothing."""

    def answer(self, text: str, dialogue: Dialogue) -> NoReturn:  # noqa: ARG002
        """Fail, with the question in every exception."""
        raise RuntimeError(text) from KeyError(text)


@dataclass
class BrokenKeeper(Keeper):
    """Fails in the method that is named, in a way that no database does."""

    broken: str = "find"

    async def find(self, find: Find[Key, Result], key: Key, default: Result) -> Result:
        """Read what belongs to a key, or fail."""
        self._fail_if("find")
        return await super().find(find, key, default)

    async def keep(self, chat_id: int, dialogue: Dialogue, person_id: int | None = None) -> None:
        """Keep where a conversation stands, or fail."""
        self._fail_if("keep")
        await super().keep(chat_id, dialogue, person_id)

    async def record(
        self, chat_id: int, outcome: Outcome, *, via: str, text: str | None = None, base: str | None = None
    ) -> None:
        """Write down what came of a message, or fail."""
        self._fail_if("record")
        await super().record(chat_id, outcome, via=via, text=text, base=base)

    def _fail_if(self, method: str) -> None:
        if self.broken == method:
            raise RuntimeError(SECRET)


def with_broken_answerer(services: Services) -> Services:
    """Give services whose answerer fails at every question."""
    return replace(services, answerer=BrokenAnswerer())


def with_broken_keeper(services: Services, method: str) -> Services:
    """Give services whose keeper fails in one method."""
    return replace(services, keeper=BrokenKeeper(services.keeper.store, services.keeper.pseudonyms, broken=method))


def block(stage: Stage) -> None:
    """Let the person block the bot from now on."""
    stage.telegram.call = BlockedTelegram(calls=stage.telegram.calls).call  # type: ignore[method-assign]


async def open_blocked_stage(services: Services) -> Stage:
    """Build the application on a Telegram in which the person blocked the bot."""
    telegram = BlockedTelegram()
    application = build_application(services, offline_builder(OfflineRequest(telegram), TOKEN))
    await application.initialize()
    return Stage(application, telegram, Person(telegram))
