"""/language: chosen by button or argument, kept, and given up, as whole updates through the real application."""

import pytest

from handlers.context import Services
from handlers.phrasebook import Phrases
from knowledge.languages import Language
from knowledge.library import Library
from tests.handlers.conftest import Open
from tests.support.stage import Stage, buttons

OTHER: dict[Language, Language] = {"nl": "en", "en": "nl"}
PLAIN = {"nl": "Dat zou ik graag van je willen weten.", "en": "That is what I would like to know from you."}
CHOSEN = {"nl": "Vanaf nu antwoord ik in het Nederlands", "en": "From now on I answer in English"}


async def test_language_asks_in_the_language_of_now(speaker: Stage, phrases: Phrases) -> None:
    message = await speaker.says("/language")
    assert message["text"] == phrases.language.question.format(current=phrases.language_name)
    assert [*buttons(message)] == ["Nederlands", "English", phrases.buttons.automatic]


@pytest.mark.parametrize(("label", "chosen"), [("Nederlands", "nl"), ("English", "en")])
async def test_a_language_is_chosen_by_button(speaker: Stage, label: str, chosen: str) -> None:
    assert (await speaker.taps(await speaker.says("/language"), label))["text"].startswith(CHOSEN[chosen])
    await expect_language(speaker, chosen)


@pytest.mark.parametrize(
    ("argument", "chosen"), [("nl", "nl"), ("EN", "en"), ("nl-BE", "nl"), ("en_GB", "en"), ("  nl ", "nl")]
)
async def test_a_language_is_chosen_by_argument(speaker: Stage, argument: str, chosen: str) -> None:
    assert (await speaker.says(f"/language {argument}"))["text"].startswith(CHOSEN[chosen])
    await expect_language(speaker, chosen)


@pytest.mark.parametrize("argument", ["de", "nl en", "🇳🇱", "<b>", "e" * 4000])
async def test_an_argument_that_is_no_language_of_ours_gets_the_question(
    speaker: Stage, phrases: Phrases, argument: str
) -> None:
    message = await speaker.says(f"/language {argument}")
    assert message["text"] == phrases.language.question.format(current=phrases.language_name)


@pytest.mark.parametrize(("argument", "chosen"), [("English", "en"), ("Nederlands", "nl"), ("NEDERLANDS", "nl")])
async def test_a_language_is_chosen_by_its_name(speaker: Stage, argument: str, chosen: str) -> None:
    assert (await speaker.says(f"/language {argument}"))["text"].startswith(CHOSEN[chosen])


@pytest.mark.parametrize("word", ["hello", "honey", "night"])
async def test_a_word_of_another_language_keeps_the_choice(small_stage: Stage, word: str) -> None:
    await small_stage.says("/language nl")
    await small_stage.says(word)
    await expect_language(small_stage, "nl")


@pytest.mark.parametrize("chosen", ["nl", "en"])
async def test_a_plain_sentence_in_the_other_language_is_answered_in_it_and_the_choice_stays(
    stage: Stage, library: Library, chosen: Language
) -> None:
    asked = library.entries["black-mirror-plot"].texts[OTHER[chosen]].question
    await stage.says(f"/language {chosen}")
    assert asked in (await stage.says(f"{asked} {PLAIN[OTHER[chosen]]}"))["text"]
    following = library.entries[library.entries["black-mirror-plot"].next[0].entry].texts[chosen].question
    assert following in (await stage.says("1"))["text"]
    assert [*buttons(await stage.says("/topics"))] == [topic.titles[chosen] for topic in library.pack.topics]


@pytest.mark.parametrize("spoken", ["nl", "en"])
async def test_back_to_automatic_follows_the_messages_again(
    open_as: Open, services: Services, library: Library, spoken: Language
) -> None:
    stage = await open_as(spoken, services=services)
    await stage.says(f"/language {spoken}")
    words = services.phrasebook[spoken]
    answer = await stage.taps(await stage.says("/language"), words.buttons.automatic)
    assert answer["text"] == words.language.automatic
    await stage.says(library.entries["black-mirror-plot"].texts[OTHER[spoken]].question)
    await expect_language(stage, OTHER[spoken])


async def test_automatic_begins_with_the_language_of_before(small_stage: Stage) -> None:
    await small_stage.says("/language nl")
    await small_stage.taps(await small_stage.says("/language"), "Volg mijn berichten")
    await expect_language(small_stage, "nl")


async def test_an_answer_stays_the_subject_when_the_language_changes(small_stage: Stage) -> None:
    await small_stage.says("tell me of honey comb")
    await small_stage.says("/language nl")
    assert "Simpel: honing." in (await small_stage.says("eenvoudiger"))["text"]


async def test_a_language_chosen_in_a_group_is_not_that_of_the_private_chat(small_stage: Stage, open_as: Open) -> None:
    group = await open_as("en", group=-1001)
    await group.says("/language nl")
    await expect_language(group, "nl")
    await expect_language(small_stage, "en")


async def expect_language(stage: Stage, code: str) -> None:
    """See in which language the bot speaks of itself now."""
    assert (await stage.says("/topics"))["text"] == {"nl": "Waarover wil je lezen?"}.get(
        code, "What would you like to read about?"
    )
