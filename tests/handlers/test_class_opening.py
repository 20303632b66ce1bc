"""Opening a class: title, link, QR code and code."""

from dataclasses import replace
from io import BytesIO

import pytest
from PIL import Image
from telegram.error import BadRequest, Forbidden

from bot.settings import Settings
from handlers.context import Services
from handlers.phrasebook import Phrases
from knowledge.classes import LONGEST_TITLE, MOST_CLASSES
from knowledge.languages import Language
from tests.handlers.conftest import Open
from tests.support.days import ZONE, Calendar
from tests.support.records import locked
from tests.support.rows import rows_of
from tests.support.school import begins_a_class
from tests.support.stage import Stage, buttons, said


async def test_a_class_comes_with_link_qr_code_and_code(
    open_as: Open, small_services: Services, language: Language, phrases: Phrases
) -> None:
    services = replace(small_services, zone=ZONE, now=Calendar())
    teacher = await open_as(language, services=services)
    message = await teacher.says('/class new "4V <maatschappijleer>"')
    [(code, title, ends_at)] = await rows_of(services, "code, title, ends_at", "classes")
    assert title == "4V maatschappijleer"
    link = f"https://t.me/nuance_offline_bot?start=k-{code}"
    assert said(message).startswith(f"{title}\n\n{phrases.classes.share.format(link=link, code=code)}")
    assert {"nl": "3 februari 2027", "en": "3 February 2027"}[language] in said(message)
    assert ends_at == "2027-02-03 23:00:00.000000"
    with Image.open(BytesIO(teacher.telegram.photos.uploads[message["photo"][-1]["file_id"]])) as image:
        assert image.format == "PNG"
    assert await rows_of(services, "class_id, chat_id", "class_teachers") == [(1, teacher.person.id)]


@pytest.mark.parametrize("typed", ["/class new", "/class nieuw", '/class new ""', "/class new \u200b"])
async def test_a_class_needs_a_title(speaker: Stage, phrases: Phrases, small_services: Services, typed: str) -> None:
    assert (await speaker.says(typed))["text"] == phrases.classes.untitled
    assert await rows_of(small_services, "*", "classes") == []


@pytest.mark.parametrize(
    "title", ["x" * 3000, "'); DROP TABLE classes; --", "<b>&amp;</b>", "🐝" * 60, "\u202e4V", "{title} %s {0}"]
)
async def test_hostile_titles_are_cleaned_and_shown(speaker: Stage, small_services: Services, title: str) -> None:
    message = await speaker.says(f"/class new {title}")
    [(kept,)] = await rows_of(small_services, "title", "classes")
    assert len(kept) <= LONGEST_TITLE
    assert said(message).startswith(f"{kept}\n\n")


async def test_who_wants_no_pictures_is_told_in_words(speaker: Stage) -> None:
    await speaker.says("/plain")
    message = await speaker.says("/class new 4V")
    assert "photo" not in message
    assert "?start=k-" in message["text"]


async def test_where_no_picture_can_be_sent_it_is_told_in_words(
    speaker: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def refused(*_: object, **__: object) -> None:
        raise BadRequest("no pictures here")

    monkeypatch.setattr(type(speaker.application.bot), "send_photo", refused)
    message = await speaker.says("/class new 4V")
    assert "?start=k-" in message["text"]


async def test_a_chat_that_takes_nothing_is_sent_nothing_more(speaker: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    async def blocked(*_: object, **__: object) -> None:
        raise Forbidden("bot was blocked by the user")

    monkeypatch.setattr(type(speaker.application.bot), "send_photo", blocked)
    assert await speaker.hear(speaker.person.says("/class new 4V")) == []


async def test_a_teacher_has_so_many_classes_and_no_more(speaker: Stage, phrases: Phrases) -> None:
    for number in range(MOST_CLASSES):
        await begins_a_class(speaker, f"class {number}")
    refused = await speaker.says("/class new one more")
    assert refused["text"] == phrases.classes.too_many.format(most=MOST_CLASSES)


async def test_while_the_database_is_away_nothing_is_promised(
    speaker: Stage, phrases: Phrases, bot_settings: Settings
) -> None:
    await speaker.says("/class")
    with locked(bot_settings.nuancebot_data / "nuancebot.db"):
        assert (await speaker.says("/class new 4V"))["text"] == phrases.preferences.unkept


async def test_the_code_is_shown_again(speaker: Stage, phrases: Phrases) -> None:
    code = await begins_a_class(speaker)
    for message in (
        await speaker.says("/class qr"),
        await speaker.taps(await speaker.says("/class"), phrases.class_labels.qr),
    ):
        assert f"/join {code}" in said(message)
        assert "photo" in message
    assert phrases.class_labels.show in buttons(message)
