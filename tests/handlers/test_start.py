"""/start with and without a link behind it, and /help, as whole updates through the real application."""

from dataclasses import replace

import pytest

from handlers.commands import FOR_ADMINISTRATORS, IN_PRIVATE
from handlers.context import Services
from handlers.phrasebook import COMMAND_NAMES, Phrases
from knowledge.languages import Language
from knowledge.library import Library
from tests.handlers.conftest import Open
from tests.support.stage import Stage, buttons, said

WELCOME = {"nl": "Dag! Vraag maar.", "en": "Hello! Ask away."}
STARTERS = {
    "nl": {"Wat is er met honing <& meer>?": "honing", "Wat is er met nachtvluchten <& meer>?": "nachtvluchten"},
    "en": {"What is it with honey <& more>?": "honey", "What is it with night flights <& more>?": "night flights"},
}
SAID = {"nl": "Het boek zegt iets over {},", "en": "The book says something of {},"}


async def test_start_welcomes_with_the_starters_and_the_topics_as_buttons(
    speaker: Stage, language: Language, phrases: Phrases
) -> None:
    message = await speaker.says("/start")
    assert message["text"] == WELCOME[language]
    assert [*buttons(message)] == [*STARTERS[language], phrases.buttons.back]


@pytest.mark.parametrize("place", [0, 1])
async def test_each_starter_answers(speaker: Stage, language: Language, place: int) -> None:
    question, subject = [*STARTERS[language].items()][place]
    answer = await speaker.taps(await speaker.says("/start"), question)
    assert answer["text"].startswith(f"{question}\n\n{SAID[language].format(subject)}")


async def test_every_starter_of_the_own_pack_answers(open_as: Open, services: Services, language: Language) -> None:
    stage = await open_as(language, services=services)
    welcome = await stage.says("/start")
    assert services.library.starters
    for starter in services.library.starters:
        question = starter.texts[language].question
        assert (await stage.taps(welcome, question))["text"].startswith(f"{question}\n\n")


async def test_a_starter_can_be_typed_by_its_place(small_stage: Stage) -> None:
    await small_stage.says("/start")
    assert (await small_stage.says("the second"))["text"].startswith("What is it with night flights <& more>?\n\n")


async def test_the_topics_are_one_tap_from_the_welcome(speaker: Stage, phrases: Phrases) -> None:
    topics = await speaker.taps(await speaker.says("/start"), phrases.buttons.back)
    assert topics["text"] == phrases.topics.title


@pytest.mark.parametrize("typed", ["/start", "/start bees-honey", "/ask", "/topics"])
async def test_somebody_whose_language_the_pack_lacks_is_answered_in_one_that_it_has(
    open_as: Open, small_services: Services, typed: str
) -> None:
    stage = await open_as("en", services=replace(small_services, library=only_dutch(small_services.library)))
    assert not (await stage.says(typed))["text"].startswith("Something went wrong")


async def test_a_link_to_an_entry_answers_at_once(speaker: Stage, language: Language) -> None:
    answer = await speaker.says("/start bees-honey")
    assert SAID[language].format({"nl": "honing", "en": "honey"}[language]) in answer["text"]


async def test_the_conversation_goes_on_from_a_link(small_stage: Stage) -> None:
    await small_stage.says("/start bees-honey")
    assert "Simple: honey." in (await small_stage.says("simpler"))["text"]


@pytest.mark.parametrize(
    "parameter",
    [
        "nope",
        "c-gone",
        "t-gone",
        "c-",
        "t-bees-honey",
        "BEES-HONEY",
        "bees-honey owls-night",
        "bees-honey\u200b",
        "bees",
        "<b>&amp;",
        "../..",
        "🐝",
        "x" * 4000,
    ],
)
async def test_a_link_that_leads_nowhere_is_told_with_the_welcome(
    speaker: Stage, language: Language, phrases: Phrases, parameter: str
) -> None:
    message = await speaker.says(f"/start {parameter}")
    assert message["text"] == f"{phrases.start.unknown}\n\n{WELCOME[language]}"
    assert [*buttons(message)] == [*STARTERS[language], phrases.buttons.back]


@pytest.mark.parametrize("parameter", ["topics", "t-bees"])
async def test_a_link_to_the_topics_opens_them(
    speaker: Stage, language: Language, phrases: Phrases, parameter: str
) -> None:
    title = {"topics": phrases.topics.title, "t-bees": {"nl": "Bijen", "en": "Bees"}[language]}[parameter]
    message = await speaker.says(f"/start {parameter}")
    assert message["text"] == title
    assert {"nl": "Uilen", "en": "Owls"}[language] in buttons(message) or parameter == "t-bees"


async def test_a_link_to_a_card_opens_it(open_as: Open, services: Services, language: Language) -> None:
    stage = await open_as(language, services=services)
    for card in services.library.distinctions.values():
        assert card.texts[language].title in said(await stage.says(f"/start c-{card.id}"))


async def test_a_link_to_the_map_opens_it(open_as: Open, services: Services, language: Language) -> None:
    assert services.library.map
    stage = await open_as(language, services=services)
    assert services.library.map.texts[language].title in said(await stage.says("/start map"))


async def test_without_a_map_its_link_leads_nowhere(speaker: Stage, phrases: Phrases) -> None:
    assert (await speaker.says("/start map"))["text"].startswith(phrases.start.unknown)


async def test_start_in_a_group_says_how_to_ask(group_stage: Stage, phrases: Phrases) -> None:
    for typed in ("/start", "/start nope"):
        told = await group_stage.says(typed)
        assert told["text"].startswith(phrases.groups.how.split("{", maxsplit=1)[0])
        assert buttons(told) == {}


async def test_blanks_behind_start_are_no_link(small_stage: Stage) -> None:
    assert (await small_stage.says("/start   \n "))["text"] == WELCOME["en"]


@pytest.mark.parametrize(
    ("language_code", "expected"), [("nl-BE", "nl"), ("EN", "en"), ("de", "en"), ("", "en"), (None, "en"), ("🇳🇱", "en")]
)
async def test_a_newcomer_is_met_in_the_language_of_their_telegram_or_in_the_default(
    open_as: Open, language_code: str | None, expected: str
) -> None:
    stage = await open_as(language_code)
    assert (await stage.says("/start"))["text"] == WELCOME[expected]


async def test_help_names_every_command_that_is_of_use_in_private(speaker: Stage, phrases: Phrases) -> None:
    lines = (await speaker.says("/help"))["text"].splitlines()
    assert [line for line in lines if line.startswith("/")] == [
        f"/{name}: {phrases.commands[name]}" for name in IN_PRIVATE
    ]
    assert set(COMMAND_NAMES) - set(IN_PRIVATE) == set(FOR_ADMINISTRATORS)


@pytest.mark.parametrize(
    ("language", "promise"), [("nl", "Ik schrijf geen namen op."), ("en", "I write no names down.")]
)
async def test_help_says_what_is_kept(open_as: Open, language: Language, promise: str) -> None:
    stage = await open_as(language)
    assert promise in (await stage.says("/help"))["text"]


async def test_start_in_a_group_answers_its_link(group_stage: Stage, small_services: Services) -> None:
    question = small_services.library.entries["owls-night"].texts
    answer = await group_stage.says("/start@nuance_offline_bot owls-night")
    assert answer["text"].startswith((question["nl"].question, question["en"].question))
    assert answer["chat"]["type"] == "supergroup"


def only_dutch(library: Library) -> Library:
    """Give the library without its English."""
    topics = tuple(topic.model_copy(update={"titles": {"nl": topic.titles["nl"]}}) for topic in library.pack.topics)
    pack = library.pack.model_copy(update={"languages": ("nl",), "faces": {"nl": library.face("nl")}, "topics": topics})
    entries = {
        name: entry.model_copy(update={"texts": {"nl": entry.texts["nl"]}}) for name, entry in library.entries.items()
    }
    return replace(library, pack=pack, entries=entries, chatter={"nl": library.chatter["nl"]})


async def test_a_link_to_a_lesson_or_the_story_opens_it(pupil: Stage, phrases: Phrases, language: Language) -> None:
    lesson = await pupil.says("/start l-short")
    assert phrases.lessons.overview.format(minutes=5, count=4) in lesson["text"]
    story = await pupil.says("/start story")
    assert {"nl": "Vlieg mee", "en": "Fly along"}[language] in story["text"]
    gone = await pupil.says("/start l-own-0123456789abcdef")
    assert gone["text"].startswith(phrases.lessons.gone)
