"""What goes out to every pupil of a class: who blocked the bot is let go, who could not be reached gets it later."""

from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus

import pytest

from bot.offline.telegram import Data, OfflineTelegram
from handlers.context import Services
from handlers.delivery import UndeliveredError
from handlers.phrasebook import Phrases
from knowledge.languages import Language
from tests.support.days import jobs_of, run_jobs
from tests.support.pictures import stage_on
from tests.support.rounds import School, school_of
from tests.support.rows import rows_of
from tests.support.stage import Stage


@dataclass
class MoodyTelegram(OfflineTelegram):
    """A Telegram that reaches no chat of which it is in a mood."""

    mood: tuple[int, HTTPStatus, str] = (0, HTTPStatus.OK, "")

    async def call(
        self, method: str, form: Mapping[str, str], files: Mapping[str, bytes] | None = None
    ) -> tuple[HTTPStatus, Data]:
        """Refuse a message to that chat."""
        chat, status, reason = self.mood
        if method.lower() == "sendmessage" and form.get("chat_id") == str(chat):
            if status is HTTPStatus.SERVICE_UNAVAILABLE:
                raise UndeliveredError(reason)
            return status, {"ok": False, "error_code": status.value, "description": reason}
        return await super().call(method, form, files)


@pytest.fixture
async def moody(rich_services: Services, language: Language) -> School:
    """A class of three on such a Telegram."""
    return await school_of(await stage_on(MoodyTelegram(), rich_services, language), 3)


def in_a_mood(school: School, status: HTTPStatus, reason: str) -> None:
    """Let the first pupil not be reached."""
    assert isinstance(school.teacher.telegram, MoodyTelegram)
    school.teacher.telegram.mood = (school.pupils[0].person.id, status, reason)


async def test_every_pupil_is_asked_in_their_own_language(pupil: Stage, rich_services: Services) -> None:
    school = await school_of(pupil, 2)
    for person, language in zip(school.pupils, ("nl", "en"), strict=True):
        await person.says(f"/language {language}")
        shown = await person.says("/language")
        await person.hear(person.person.taps(shown, f"l:{language}:{language}"))
    await school.starts("sort")
    invited = await school.invited()
    for person, language in zip(school.pupils, ("nl", "en"), strict=True):
        words = rich_services.phrasebook[language].rounds  # type: ignore[index]
        assert invited[person.person.id]["text"].endswith(words.invitation.split("\n")[-1])


async def test_who_blocked_the_bot_is_let_go(moody: School, rich_services: Services) -> None:
    in_a_mood(moody, HTTPStatus.FORBIDDEN, "Forbidden: bot was blocked by the user")
    await moody.starts("sort")
    assert len(await moody.invited()) == 2
    members = [chat for (chat,) in await rows_of(rich_services, "chat_id", "class_members")]
    assert moody.pupils[0].person.id not in members
    await moody.teacher.application.shutdown()


async def test_who_may_have_got_it_is_not_asked_again(moody: School) -> None:
    in_a_mood(moody, HTTPStatus.BAD_GATEWAY, "Bad Gateway")
    await moody.starts("sort")
    [sending] = jobs_of(moody.teacher.application)
    await sending.run(moody.teacher.application)
    sending.schedule_removal()
    assert isinstance(moody.teacher.telegram, MoodyTelegram)
    moody.teacher.telegram.mood = (0, HTTPStatus.OK, "")
    assert await run_jobs(moody.teacher) == []
    await moody.teacher.application.shutdown()


async def test_who_could_not_be_reached_is_asked_again_while_the_round_is_open(moody: School, phrases: Phrases) -> None:
    in_a_mood(moody, HTTPStatus.SERVICE_UNAVAILABLE, "nobody there")
    page = await moody.starts("sort")
    first, *others = jobs_of(moody.teacher.application)
    assert others == []
    await first.run(moody.teacher.application)
    first.schedule_removal()
    assert isinstance(moody.teacher.telegram, MoodyTelegram)
    moody.teacher.telegram.mood = (0, HTTPStatus.OK, "")
    [again] = await run_jobs(moody.teacher)
    assert again["chat"]["id"] == moody.pupils[0].person.id
    await moody.teacher.taps(page, phrases.rounds.close)
    assert await run_jobs(moody.teacher) == []
    await moody.teacher.application.shutdown()
