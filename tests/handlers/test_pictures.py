"""Pictures as whole updates: sent once, kept at Telegram, told in words where none can or should be."""

import json
import logging
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass, replace
from http import HTTPStatus
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from bot.app import Knowledge, build_services
from bot.offline.telegram import Data, OfflineTelegram
from bot.settings import Settings
from handlers.context import Services
from handlers.phrasebook import Phrases
from knowledge.drawing.sheet import WIDTH
from knowledge.languages import Language
from knowledge.loader import load
from tests.support.extras import write_rich_pack
from tests.support.pictures import stage_on
from tests.support.records import locked
from tests.support.rows import rows_of
from tests.support.stage import Stage, buttons, said

CARD = {"nl": "c:nl:bees-owls", "en": "c:en:bees-owls"}
TITLE = {"nl": "Bij of uil?", "en": "Bee or owl?"}


@pytest.fixture
def rich_knowledge(small_knowledge: Knowledge, tmp_path: Path) -> Knowledge:
    """What answers questions about the small pack, with a card and a map to show."""
    return replace(small_knowledge, library=load(write_rich_pack(tmp_path / "pack")))


@pytest.fixture
async def rich_services(bot_settings: Settings, rich_knowledge: Knowledge) -> AsyncIterator[Services]:
    """The services of that pack, on a database of the test's own."""
    built = build_services(bot_settings, rich_knowledge)
    yield built
    await built.keeper.close()


@pytest.fixture
async def stage(rich_services: Services, language: Language) -> AsyncIterator[Stage]:
    """A person whose Telegram is set to that language, in front of the bot with that pack."""
    opened = await stage_on(OfflineTelegram(), rich_services, language)
    yield opened
    await opened.application.shutdown()


@dataclass
class Choosy(OfflineTelegram):
    """A Telegram that takes no pictures, for the reason that is given."""

    status: HTTPStatus = HTTPStatus.BAD_REQUEST
    reason: str = "Bad Request: not enough rights to send photos to the chat"

    async def call(
        self, method: str, form: Mapping[str, str], files: Mapping[str, bytes] | None = None
    ) -> tuple[HTTPStatus, Data]:
        """Refuse pictures, take everything else."""
        if method.lower() != "sendphoto":
            return await super().call(method, form, files)
        return self.status, {"ok": False, "error_code": self.status.value, "description": self.reason}


async def open_card(stage: Stage, language: Language) -> Data:
    """Tap the button of the card under an answer."""
    return await stage.taps(await stage.says("/start bees-honey"), CARD[language])


async def test_a_card_is_a_picture_with_words_and_buttons_under_it(
    stage: Stage, language: Language, rich_services: Services
) -> None:
    card = await open_card(stage, language)
    [content] = stage.telegram.photos.uploads.values()
    image = Image.open(BytesIO(content))
    assert (image.format, image.width) == ("PNG", WIDTH)
    assert said(card).startswith(TITLE[language])
    entries = rich_services.library.entries
    assert [*buttons(card)] == [entries[name].texts[language].question for name in ("bees-honey", "owls-night")]


async def test_a_second_time_telegram_sends_what_it_has(stage: Stage, language: Language) -> None:
    first, second = [await open_card(stage, language) for _ in range(2)]
    assert len(stage.telegram.photos.uploads) == 1
    assert (second["photo"], said(second)) == (first["photo"], said(first))
    assert second["message_id"] > first["message_id"]


async def test_each_language_has_a_picture_of_its_own(stage: Stage) -> None:
    for language in ("nl", "en", "nl"):
        await open_card(stage, language)
    assert len(stage.telegram.photos.uploads) == 2


async def test_after_a_restart_it_is_still_known(
    stage: Stage, language: Language, bot_settings: Settings, rich_knowledge: Knowledge
) -> None:
    await open_card(stage, language)
    services = build_services(bot_settings, rich_knowledge)
    again = await stage_on(stage.telegram, services, language)
    await open_card(again, language)
    assert len(stage.telegram.photos.uploads) == 1
    await again.application.shutdown()
    await services.keeper.close()


async def test_an_id_that_telegram_refuses_is_forgotten_and_the_picture_sent_anew(
    stage: Stage, language: Language, rich_services: Services
) -> None:
    await open_card(stage, language)
    kept = await rows_of(rich_services, "file_id", "pictures")
    stage.telegram.photos.forget()
    assert said(await open_card(stage, language)).startswith(TITLE[language])
    assert len(stage.telegram.photos.uploads) == 2
    assert len(await rows_of(rich_services, "file_id", "pictures")) == 1
    assert await rows_of(rich_services, "file_id", "pictures") != kept
    await open_card(stage, language)
    assert len(stage.telegram.photos.uploads) == 2


async def test_what_is_drawn_differently_is_another_picture(
    stage: Stage, language: Language, rich_services: Services, rich_knowledge: Knowledge, tmp_path: Path
) -> None:
    await open_card(stage, language)
    pack = write_rich_pack(tmp_path / "other")
    cards = (pack / "distinctions.toml").read_text(encoding="utf-8").replace('"b"', '"somebody else"')
    (pack / "distinctions.toml").write_text(cards, encoding="utf-8")
    changed = replace(rich_services, library=load(pack))
    assert changed.library.digest != rich_knowledge.library.digest
    later = await stage_on(stage.telegram, changed, language)
    await open_card(later, language)
    assert len(stage.telegram.photos.uploads) == 2
    await later.application.shutdown()


async def test_without_a_database_pictures_are_sent_all_the_same(
    stage: Stage, language: Language, bot_settings: Settings, rich_services: Services
) -> None:
    await rich_services.keeper.prepare()
    with locked(Path(str(bot_settings.database_url.database))):
        first, second = [await open_card(stage, language) for _ in range(2)]
    assert "photo" in first
    assert "photo" in second
    assert len(stage.telegram.photos.uploads) == 2


@pytest.mark.parametrize(
    ("status", "reason"),
    [
        (HTTPStatus.BAD_REQUEST, "Bad Request: not enough rights to send photos to the chat"),
        (HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "Request Entity Too Large"),
        (HTTPStatus.BAD_GATEWAY, "Bad Gateway"),
    ],
)
async def test_a_picture_that_is_not_taken_is_told_in_words(
    rich_services: Services, language: Language, caplog: pytest.LogCaptureFixture, status: HTTPStatus, reason: str
) -> None:
    stage = await stage_on(Choosy(status=status, reason=reason), rich_services, language)
    with caplog.at_level(logging.WARNING, logger="handlers"):
        card = await open_card(stage, language)
    assert card["text"].startswith(f"{TITLE[language]}\n\n")
    assert len(buttons(card)) == 2
    assert sum("is told in words" in record.getMessage() for record in caplog.records) == 1
    assert await rows_of(rich_services, "digest", "pictures") == []
    await stage.application.shutdown()


async def test_what_can_not_be_drawn_is_told_in_words(
    rich_services: Services, language: Language, tmp_path: Path
) -> None:
    pack = write_rich_pack(tmp_path / "other")
    cards = (pack / "distinctions.toml").read_text(encoding="utf-8").replace('"a"', '"社会信用"')
    (pack / "distinctions.toml").write_text(cards, encoding="utf-8")
    stage = await stage_on(OfflineTelegram(), replace(rich_services, library=load(pack)), language)
    card = await open_card(stage, language)
    assert "社会信用" in card["text"]
    assert stage.telegram.photos.uploads == {}
    await stage.application.shutdown()


async def test_a_chat_that_takes_no_messages_is_not_tried_twice(rich_services: Services, language: Language) -> None:
    blocked = Choosy(status=HTTPStatus.FORBIDDEN, reason="Forbidden: bot was blocked by the user")
    stage = await stage_on(blocked, rich_services, language)
    answer = await stage.says("/start bees-honey")
    assert await stage.hear(stage.person.taps(answer, CARD[language])) == []
    await stage.application.shutdown()


async def test_in_plain_mode_a_card_and_the_map_are_told_in_words(
    stage: Stage, language: Language, phrases: Phrases
) -> None:
    await stage.says("/plain")
    for message in (await open_card(stage, language), await stage.says("/map")):
        assert phrases.plain.choices in message["text"]
        assert "\nA. Writer" in f"\n{message['text']}" or "A. Writer, Press\n" in message["text"]
    assert stage.telegram.photos.uploads == {}
    await stage.says("/plain")
    assert "photo" in await stage.says("/map")


async def test_in_a_forum_a_picture_stays_in_its_topic_and_replies_to_who_asked(
    rich_services: Services, language: Language
) -> None:
    stage = await stage_on(OfflineTelegram(), rich_services, language, group=-1001)
    stage.person.enters(7)
    asked = stage.person.says("/map")
    [message] = await stage.hear(asked)
    assert "photo" in message
    assert message["message_thread_id"] == 7
    assert message["reply_to_message"]["message_id"] == asked["message"]["message_id"]
    await stage.application.shutdown()


async def test_buttons_under_a_picture_answer_below_it(
    stage: Stage, language: Language, rich_services: Services
) -> None:
    card = await open_card(stage, language)
    question = rich_services.library.entries["owls-night"].texts[language].question
    answer = await stage.taps(json.loads(json.dumps(card)), question)
    assert answer["text"].startswith(f"{question}\n\n")
    assert answer["message_id"] > card["message_id"]


async def test_what_would_take_the_place_of_a_message_comes_below_a_picture(
    stage: Stage, language: Language, phrases: Phrases
) -> None:
    card = await open_card(stage, language)
    listed = await stage.taps(card, f"d:{language}:")
    assert listed["text"] == phrases.distinctions.title
    assert listed["message_id"] > card["message_id"]


async def test_what_stands_under_a_picture_can_be_picked_by_its_number(
    stage: Stage, language: Language, rich_services: Services
) -> None:
    await open_card(stage, language)
    question = rich_services.library.entries["owls-night"].texts[language].question
    assert (await stage.says("2"))["text"].startswith(question)


def test_the_rich_pack_has_something_to_show(rich_knowledge: Knowledge) -> None:
    library = rich_knowledge.library
    assert library.map
    assert [*library.distinctions] == ["bees-owls"]
