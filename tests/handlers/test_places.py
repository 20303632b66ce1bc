"""A number typed under a list opens what stands at that number."""

import pytest

from handlers.context import Services
from knowledge.languages import Language
from tests.handlers.conftest import Open
from tests.support.stage import buttons


@pytest.mark.parametrize(("typed", "place"), [("2", 1), ("the last one", -1), ("de derde", 2)])
async def test_a_topic_is_opened_by_number_or_ordinal(
    open_as: Open, services: Services, language: Language, typed: str, place: int
) -> None:
    stage = await open_as(language, services=services)
    label = [*buttons(await stage.says("/topics"))][place]
    assert (await stage.says(typed))["text"].startswith(label)


async def test_from_the_list_of_cards_to_the_map_and_from_a_card_to_its_entries(
    open_as: Open, services: Services, language: Language
) -> None:
    stage = await open_as(language, services=services)
    await stage.says("/plain")
    listed = [*buttons(await stage.says("/distinctions"))]
    whole = services.library.map
    assert whole is not None
    assert (await stage.says(str(len(listed))))["text"].startswith(whole.texts[language].title)
    await stage.says("/distinctions")
    card = next(iter(services.library.distinctions.values()))
    assert (await stage.says("1"))["text"].startswith(card.texts[language].title)
    first = services.library.entries[card.entries[0]].texts[language].question
    assert (await stage.says("1"))["text"].startswith(first)


async def test_what_is_no_pick_is_asked(open_as: Open, services: Services, language: Language) -> None:
    stage = await open_as(language, services=services)
    await stage.says("/topics")
    entry = services.library.entries["sesame-voluntary"].texts[language]
    assert (await stage.says(entry.question))["text"].startswith(entry.question)


async def test_after_an_answer_a_number_goes_on_from_it_again(
    open_as: Open, services: Services, language: Language
) -> None:
    stage = await open_as(language, services=services)
    await stage.says("/topics")
    await stage.says("/start pilots-what")
    first = services.library.entries["pilots-what"].next[0].entry
    assert (await stage.says("1"))["text"].startswith(services.library.entries[first].texts[language].question)
