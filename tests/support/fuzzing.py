"""A bot that is brought hostile updates, and good ones between them: what became of both."""

import logging
from dataclasses import dataclass, replace
from typing import Any

from bot.app import build_application, offline_builder
from bot.inbox.core import Core, UndeliveredUpdateError, UnreadableUpdateError
from bot.inbox.raw import arriving
from bot.offline.person import Person
from bot.offline.request import OfflineRequest
from bot.offline.telegram import TOKEN, OfflineTelegram
from handlers.context import Services
from tests.support.hostile import Hostile

# Between so many hostile updates comes a good one.
EVERY = 200
GOOD = 4711


@dataclass
class Fuzzed:
    """How many updates came, could not be read, made the bot crash or a handler fail; and good ones left unanswered.

    `refused` are answers that Telegram did not take.
    """

    updates: int = 0
    unreadable: int = 0
    crashes: int = 0
    errors: int = 0
    good: int = 0
    unanswered: int = 0
    refused: int = 0


class _Errors(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


async def fuzz(services: Services, count: int, seed: int) -> tuple[Fuzzed, list[str]]:
    """Bring so many hostile updates; give what became of them, and the errors that the bot logged."""
    telegram, errors = OfflineTelegram(), _Errors()
    # Those of whom hostile updates speak can be written to.
    for chat in range(1, 50):
        Person(telegram, id=chat)
    application = build_application(replace(services), offline_builder(OfflineRequest(telegram), TOKEN))
    await services.keeper.prepare()
    await application.initialize()
    core, person, found = Core(application), Person(telegram, id=GOOD, language_code="en"), Fuzzed()
    logging.getLogger("handlers").addHandler(errors)
    try:
        for number, update in enumerate(Hostile(seed).updates(count), start=1):
            found.updates += 1
            await _bring(core, update, found, errors)
            if number % EVERY == 0:
                found.good += 1
                telegram.calls.clear()
                await core.answer(person.says("what about honey jar"))
                found.unanswered += not any(call.method == "sendmessage" for call in telegram.calls)
    finally:
        logging.getLogger("handlers").removeHandler(errors)
        await application.shutdown()
    # Telegram takes no message for a thread or a chat that a hostile update made up.
    refused = [message for message in errors.messages if "BadRequest" in message.split("\n")[0]]
    errors.messages = [message for message in errors.messages if message not in refused]
    found.errors, found.refused = len(errors.messages), len(refused)
    return found, errors.messages


async def _bring(core: Core, update: Any, found: Fuzzed, errors: _Errors) -> None:
    taken = arriving(update)
    if taken is None:
        return
    try:
        await core.answer(update)
    except UnreadableUpdateError:
        found.unreadable += 1
    except UndeliveredUpdateError:
        pass
    except Exception as error:  # noqa: BLE001  (what is counted)
        found.crashes += 1
        errors.messages.append(f"crash: {error!r}")
