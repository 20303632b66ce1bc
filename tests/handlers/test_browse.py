"""/topics: lists, pages and the ways between them, as whole updates through the real application."""

import pytest

from handlers.context import Services
from handlers.phrasebook import Phrases
from knowledge.languages import Language
from tests.handlers.conftest import Open
from tests.support.stage import Stage, buttons

TOPICS = {"nl": ["Bijen", "Uilen"], "en": ["Bees", "Owls"]}
BEES = {
    "nl": ["Wat is er met honing <& meer>?", "Wat is er met steken <& meer>?"],
    "en": ["What is it with honey <& more>?", "What is it with stings <& more>?"],
}


async def test_topics_are_buttons(speaker: Stage, language: Language, phrases: Phrases) -> None:
    message = await speaker.says("/topics")
    assert message["text"] == phrases.topics.title
    assert [*buttons(message)] == TOPICS[language]


async def test_a_topic_takes_the_place_of_the_list(speaker: Stage, language: Language, phrases: Phrases) -> None:
    topics = await speaker.says("/topics")
    opened = await speaker.taps(topics, TOPICS[language][0])
    assert opened["message_id"] == topics["message_id"]
    assert opened["text"] == TOPICS[language][0]
    assert [*buttons(opened)] == [*BEES[language], phrases.buttons.back]


async def test_back_shows_all_topics_again(speaker: Stage, language: Language, phrases: Phrases) -> None:
    opened = await speaker.taps(await speaker.says("/topics"), TOPICS[language][1])
    back = await speaker.taps(opened, phrases.buttons.back)
    assert [*buttons(back)] == TOPICS[language]
    assert back["message_id"] == opened["message_id"]


async def test_a_question_is_answered_below_the_list_which_stays(speaker: Stage, language: Language) -> None:
    opened = await speaker.taps(await speaker.says("/topics"), TOPICS[language][0])
    answer = await speaker.taps(opened, BEES[language][1])
    assert answer["message_id"] > opened["message_id"]
    assert answer["text"].startswith(BEES[language][1])
    assert [*buttons(opened)][:2] == BEES[language]


@pytest.mark.parametrize("gone", ["wasps", "-", "bees-", "0"])
async def test_a_topic_that_is_gone_is_told_with_the_topics_there_are(
    speaker: Stage, language: Language, phrases: Phrases, gone: str
) -> None:
    message = await speaker.taps(await speaker.says("/topics"), f"t:{language}:{gone}")
    assert message["text"] == phrases.topics.gone
    assert [*buttons(message)] == TOPICS[language]


@pytest.mark.parametrize("page", [1, 2, 999])
async def test_a_page_beyond_the_end_is_the_last(small_stage: Stage, page: int) -> None:
    message = await small_stage.taps(await small_stage.says("/topics"), f"t:en:bees:{page}")
    assert [*buttons(message)] == [*BEES["en"], "All topics"]


async def test_a_second_tap_on_the_same_button_changes_nothing(small_stage: Stage) -> None:
    topics = await small_stage.says("/topics")
    tapped = buttons(topics)["Bees"]
    await small_stage.taps(topics, tapped)
    assert await small_stage.hear(small_stage.person.taps(topics, tapped)) == []
    assert small_stage.telegram.taps == set()


async def test_all_pages_of_a_topic_hold_each_of_its_questions_once(
    open_as: Open, services: Services, language: Language
) -> None:
    stage = await open_as(language, services=services)
    labels = services.phrasebook[language].buttons
    for topic in services.library.pack.topics:
        page = await stage.taps(await stage.says("/topics"), topic.titles[language])
        seen = [label for label, data in buttons(page).items() if data.startswith("e:")]
        while labels.later in buttons(page):
            page = await stage.taps(page, labels.later)
            seen += [label for label, data in buttons(page).items() if data.startswith("e:")]
        assert seen == [entry.texts[language].question for entry in services.library.in_topic(topic.id)]


@pytest.mark.parametrize(("language", "counted"), [("nl", "(2 van "), ("en", "(2 of ")])
async def test_a_page_tells_its_number_and_leads_both_ways(
    open_as: Open, services: Services, language: Language, counted: str
) -> None:
    stage = await open_as(language, services=services)
    labels = services.phrasebook[language].buttons
    first = await stage.taps(await stage.says("/topics"), f"t:{language}:overview")
    assert labels.earlier not in buttons(first)
    before = [*buttons(first)]
    second = await stage.taps(first, labels.later)
    assert counted in second["text"]
    assert [*buttons(await stage.taps(second, labels.earlier))] == before


async def test_topics_in_a_group_are_answered(open_as: Open) -> None:
    stage = await open_as("nl", group=-1001)
    assert [*buttons(await stage.says("/topics@nuance_offline_bot"))] == TOPICS["nl"]
