"""Going on from an answer, by button and by typing, as whole updates through the real application."""

import pytest

from handlers.context import Services
from handlers.phrasebook import Phrases
from knowledge.languages import Language
from tests.handlers.conftest import Open
from tests.support.rows import rows_of
from tests.support.stage import Stage, buttons

NEXT = {"nl": "Wat is er met steken <& meer>?", "en": "What is it with stings <& more>?"}
SIMPLE = {"nl": "Simpel: honing.", "en": "Simple: honey."}
CITED = {
    "nl": "On <Animals> & Men, Press, geschat 1990\n“One”, alinea's 1-3",
    "en": "On <Animals> & Men, Press, estimated",
}


async def test_the_next_question_is_answered(speaker: Stage, language: Language) -> None:
    answer = await speaker.says("/start bees-honey")
    following = await speaker.taps(answer, NEXT[language])
    assert following["text"].startswith(f"{NEXT[language]}\n\n")
    assert following["message_id"] > answer["message_id"]


async def test_every_next_leads_on_until_all_entries_were_seen(small_stage: Stage) -> None:
    seen, answer = set(), await small_stage.says("/start bees-honey")
    for _ in range(3):
        seen.add(answer["text"].split("\n")[0])
        answer = await small_stage.taps(answer, next(iter(buttons(answer))))
    assert len(seen) == 3


async def test_simpler_by_button(speaker: Stage, language: Language, phrases: Phrases) -> None:
    answer = await speaker.says("/start bees-honey")
    assert SIMPLE[language] in (await speaker.taps(answer, phrases.buttons.simpler))["text"]


async def test_more_by_button_where_there_is_more(open_as: Open) -> None:
    stage = await open_as("nl")
    answer = await stage.says("/start bees-honey")
    assert "Nog meer over honing." in (await stage.taps(answer, "Meer"))["text"]


async def test_source_by_button_cites_in_full(speaker: Stage, language: Language, phrases: Phrases) -> None:
    answer = await speaker.says("/start bees-honey")
    message = await speaker.taps(answer, phrases.buttons.source)
    assert CITED[language] in message["text"]
    assert phrases.answer.whose.format(voice=phrases.voices["author"]) in message["text"]


@pytest.mark.parametrize(
    ("language", "typed", "said"),
    [
        ("nl", "bron", CITED["nl"]),
        ("nl", "Wat is de bron?", CITED["nl"]),
        ("en", "source", CITED["en"]),
        ("en", "Who says so?!", CITED["en"]),
        ("nl", "eenvoudiger", SIMPLE["nl"]),
        ("nl", "  EENVOUDIGER…  ", SIMPLE["nl"]),
        ("en", "simpler", SIMPLE["en"]),
        ("en", "I don\u2019t get it", SIMPLE["en"]),
        ("nl", "meer", "Nog meer over honing."),
        ("nl", "vertel meer", "Nog meer over honing."),
        # In English there is no more than the answer: what follows from it is next.
        ("en", "more", "The essay says no more about that. This follows from it:\n\nWhat is it with stings"),
        ("en", "tell me more", "The book says something of stings"),
        # One word keeps the language of the conversation, several words bring their own.
        ("nl", "source", CITED["nl"]),
        ("en", "bron", CITED["en"]),
        ("nl", "what is the source", CITED["en"]),
        ("en", "wat is de bron", CITED["nl"]),
    ],
)
async def test_what_is_typed_after_an_answer_goes_on_from_it(
    open_as: Open, language: Language, typed: str, said: str
) -> None:
    stage = await open_as(language)
    await stage.says("/start bees-honey")
    assert said in (await stage.says(typed))["text"]


@pytest.mark.parametrize("typed", ["1", "the first one", "one", "eerste"])
async def test_a_number_after_an_answer_picks_the_next_question(small_stage: Stage, typed: str) -> None:
    await small_stage.says("/start bees-honey")
    assert (await small_stage.says(typed))["text"].startswith(NEXT["en"])


async def test_what_is_typed_after_a_tap_goes_on_from_the_tap(small_stage: Stage) -> None:
    await small_stage.taps(await small_stage.says("/start bees-honey"), NEXT["en"])
    assert "Simple: stings." in (await small_stage.says("simpler"))["text"]


async def test_a_long_way_on_stays_with_the_entry(small_stage: Stage) -> None:
    await small_stage.says("/start bees-honey")
    for typed, said in [
        ("simpler", SIMPLE["en"]),
        ("source", CITED["en"]),
        ("again", "of honey"),
        ("simpler", "Simple"),
    ]:
        assert said in (await small_stage.says(typed))["text"]


@pytest.mark.parametrize("typed", ["simpler", "source", "more"])
async def test_without_an_answer_before_it_nothing_is_gone_on_from(
    small_stage: Stage, small_services: Services, typed: str
) -> None:
    await small_stage.says(typed)
    [(act,)] = await rows_of(small_services, "act", "questions")
    assert act not in {"simplify", "source", "more"}


@pytest.mark.parametrize("verb", ["e", "s", "m", "q"])
async def test_a_button_of_an_entry_that_is_gone_says_so(
    speaker: Stage, language: Language, phrases: Phrases, verb: str
) -> None:
    answer = await speaker.says("/start bees-honey")
    message = await speaker.taps(answer, f"{verb}:{language}:long-gone")
    assert message["text"] == phrases.callback.stale


async def test_every_follow_up_in_the_own_pack_leads_to_its_question(open_as: Open, services: Services) -> None:
    stage = await open_as("nl", services=services)
    for entry in services.library.entries.values():
        answer = await stage.says(f"/start {entry.id}")
        following = {label: data for label, data in buttons(answer).items() if data.startswith("e:")}
        assert len(following) == len(entry.next)
        for label in following:
            assert (await stage.taps(answer, label))["text"].startswith(f"{label}\n\n")
