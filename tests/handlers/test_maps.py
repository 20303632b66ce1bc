"""/map as whole updates, and the map in words."""

from pathlib import Path

import pytest

from bot.offline.markup import parse_html
from handlers.context import Services
from handlers.maps import render_map
from handlers.phrasebook import Phrases
from knowledge.languages import Language
from knowledge.loader import load
from tests.handlers.conftest import Open
from tests.support.extras import write_rich_pack
from tests.support.phrases import MARK, hostile_phrasebook
from tests.support.stage import Stage, buttons, said


async def test_the_map_is_a_picture_with_a_button_for_each_thing_on_it(
    open_as: Open, services: Services, language: Language
) -> None:
    whole = services.library.map
    assert whole
    stage = await open_as(language, services=services)
    message = await stage.says("/map")
    assert "photo" in message
    assert said(message).startswith(f"{whole.texts[language].title}\n\n")
    assert [*buttons(message)] == [services.library.entries[name].texts[language].question for name in whole.entries]
    for label in buttons(message):
        assert (await stage.taps(message, label))["text"].startswith(f"{label}\n\n")


async def test_the_second_thing_on_the_map_can_be_typed(open_as: Open, services: Services, language: Language) -> None:
    stage = await open_as(language, services=services)
    labels = [*buttons(await stage.says("/map"))]
    assert (await stage.says("2"))["text"].startswith(labels[1])


async def test_a_pack_without_a_map_says_so(speaker: Stage, language: Language, phrases: Phrases) -> None:
    assert (await speaker.says("/map"))["text"] == phrases.map.none
    assert (await speaker.taps(await speaker.says("/start"), f"k:{language}:"))["text"] == phrases.map.none


@pytest.mark.parametrize("data", ["k:{}:x", "k:{}:map:999"])
async def test_a_tampered_button_opens_the_map_all_the_same(
    open_as: Open, services: Services, language: Language, data: str
) -> None:
    stage = await open_as(language, services=services)
    assert "photo" in await stage.taps(await stage.says("/start"), data.format(language))


def test_the_map_in_words_is_escaped(small_services: Services, language: Language, tmp_path: Path) -> None:
    library = load(write_rich_pack(tmp_path))
    assert library.map
    phrases = hostile_phrasebook(small_services.phrasebook)[language]
    reply = render_map(library, phrases, library.map, language)
    assert parse_html(reply.html).text.endswith(MARK)
    assert len(reply.rows) == 3
