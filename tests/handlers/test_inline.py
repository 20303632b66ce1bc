"""Inline mode as whole updates: what is offered for what is typed, what choosing it sends, what is written down."""

import logging
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.offline.markup import utf16_length
from bot.plain import plain_text
from handlers.context import Services
from handlers.inline import CACHE_SECONDS
from handlers.phrasebook import Phrases
from knowledge.answering import Answerer
from knowledge.dialogue import read_followups
from knowledge.languages import Language
from knowledge.matching.model import Model
from tests.handlers.conftest import Open
from tests.support.rows import rows_of
from tests.support.stage import Data, Stage

HONEY = {"nl": "vertel van honing comb", "en": "tell me of honey comb"}
QUESTION = {"nl": "Wat is er met honing <& meer>?", "en": "What is it with honey <& more>?"}
OWLS = {"nl": "Wat is er met nachtvluchten <& meer>?", "en": "What is it with night flights <& more>?"}
TOPICS = {"nl": ["Onderwerp: Bijen", "Onderwerp: Uilen"], "en": ["Topic: Bees", "Topic: Owls"]}
LEAD = {
    "nl": "Het boek zegt iets over honing, namelijk jar sweet comb sugar flower nectar.\nBron: Press",
    "en": "The book says something of honey, namely jar sweet comb sugar flower nectar.\nSource: Press",
}


def titles(answer: Data) -> list[str]:
    """List what the results are called."""
    return [result["title"] for result in answer["results"]]


def sent(result: Data) -> str:
    """Give the text that choosing a result sends, as people read it."""
    return plain_text(result["input_message_content"]["message_text"])


async def test_the_best_match_comes_first_with_the_lead_of_its_answer_and_its_source(
    speaker: Stage, language: Language
) -> None:
    [first, *_] = (await speaker.looks_up(HONEY[language]))["results"]
    assert (first["title"], first["description"]) == (QUESTION[language], LEAD[language])


async def test_choosing_sends_the_whole_answer_with_the_way_to_the_private_chat(
    speaker: Stage, language: Language, phrases: Phrases
) -> None:
    [first, *_] = (await speaker.looks_up(HONEY[language]))["results"]
    answer = await speaker.says(HONEY[language])
    assert sent(first).startswith(f"{QUESTION[language]}\n\n")
    assert utf16_length(sent(first)) >= utf16_length(answer["text"])
    assert first["reply_markup"]["inline_keyboard"] == [
        [{"text": phrases.buttons.private, "url": "https://t.me/nuance_offline_bot?start=bees-honey"}]
    ]
    assert first["input_message_content"]["link_preview_options"] == {"is_disabled": True}


async def test_the_link_of_a_result_leads_to_its_answer(speaker: Stage, language: Language) -> None:
    [first, *_] = (await speaker.looks_up(HONEY[language]))["results"]
    parameter = first["reply_markup"]["inline_keyboard"][0][0]["url"].partition("?start=")[2]
    assert (await speaker.says(f"/start {parameter}"))["text"].startswith(QUESTION[language])


@pytest.mark.parametrize("typed", ["", "  \n", "?!", "🙂", "\u200b", "\ud83d"])
async def test_before_anything_is_typed_there_are_the_starters_and_topics(
    speaker: Stage, language: Language, typed: str
) -> None:
    answer = await speaker.looks_up(typed)
    assert titles(answer) == [QUESTION[language], OWLS[language], *TOPICS[language]]
    topic = answer["results"][2]
    assert sent(topic).startswith(f"{TOPICS[language][0]}\n\n{QUESTION[language]} <https://t.me/nuance_offline_bot?")


async def test_small_talk_gets_the_starters_too(speaker: Stage, language: Language) -> None:
    greeting = {"nl": "goeiemorgen", "en": "good morning"}[language]
    assert titles(await speaker.looks_up(greeting))[0] == QUESTION[language]


@pytest.mark.parametrize("text", ["what is the capital of peru", "wat is de hoofdstad van peru"])
async def test_what_fits_nothing_gets_one_honest_result_and_the_way_to_the_topics(
    small_stage: Stage, small_services: Services, text: str
) -> None:
    answer = await small_stage.looks_up(text)
    phrases = small_services.phrasebook["nl" if "wat" in text else "en"]
    [nothing] = answer["results"]
    assert (nothing["title"], sent(nothing)) == (phrases.inline.nothing, phrases.groups.fallback)
    assert nothing["reply_markup"]["inline_keyboard"][0][0]["url"].endswith("?start=topics")
    assert answer["button"] == {"text": phrases.inline.browse, "start_parameter": "topics"}


async def test_a_single_word_that_fits_nothing_is_only_begun(
    open_as: Open, small_services: Services, small_model: Model, language: Language
) -> None:
    lines = replace(small_model.decision, answer_from=2.0, offer_from=2.0)
    answerer = Answerer(small_services.library, replace(small_model, decision=lines), read_followups())
    stage = await open_as(language, services=replace(small_services, answerer=answerer))
    assert titles(await stage.looks_up("bumbl"))[0] == QUESTION[language]
    assert len((await stage.looks_up("bumbl bee"))["results"]) == 1
    assert await rows_of(small_services, "act", "questions") == [("fallback",)]


async def test_an_unclear_query_gets_the_options(unsure: Stage, small_services: Services, language: Language) -> None:
    questions = [entry.texts[language].question for entry in small_services.library.entries.values()]
    assert sorted(titles(await unsure.looks_up(HONEY[language]))) == sorted(questions)


@pytest.mark.parametrize(("text", "spoken"), [(HONEY["nl"], "nl"), (HONEY["en"], "en")])
@pytest.mark.parametrize("language_code", ["nl", "en", "de", None])
async def test_a_query_is_answered_in_its_own_language_the_same_for_everybody(
    open_as: Open, language_code: str | None, text: str, spoken: Language
) -> None:
    answer = await (await open_as(language_code)).looks_up(text)
    assert titles(answer)[0] == QUESTION[spoken]
    assert (answer["cache_time"], answer.get("is_personal", False)) == (CACHE_SECONDS, False)


@pytest.mark.parametrize(("language_code", "spoken"), [("nl", "nl"), ("en", "en"), ("de", "en"), (None, "en")])
@pytest.mark.parametrize("typed", ["", "comb"])
async def test_what_says_nothing_of_its_language_is_answered_in_that_of_the_person_and_kept_for_them_alone(
    open_as: Open, language_code: str | None, spoken: Language, typed: str
) -> None:
    answer = await (await open_as(language_code)).looks_up(typed)
    assert titles(answer)[0] == QUESTION[spoken]
    assert answer["is_personal"] is True


async def test_there_is_no_second_page(small_stage: Stage) -> None:
    await small_stage.hear(small_stage.person.queries(HONEY["en"], offset="50"))
    assert small_stage.telegram.calls[-1].parameters["results"] == []


async def test_a_query_that_nobody_waits_for_any_more_is_no_error(
    small_stage: Stage, small_services: Services, caplog: pytest.LogCaptureFixture
) -> None:
    update = small_stage.person.queries(HONEY["en"])
    small_stage.telegram.inline.waiting.clear()
    assert await small_stage.hear(update) == []
    assert [record for record in caplog.records if record.levelno >= logging.WARNING] == []
    assert await rows_of(small_services, "act", "questions") == [("clarify",)]


async def test_a_query_leaves_the_conversation_as_it_was(small_stage: Stage) -> None:
    await small_stage.says("tell me of honey comb")
    await small_stage.looks_up("what about night flights moon")
    assert "Simple: honey." in (await small_stage.says("simpler"))["text"]


async def test_queries_and_choices_are_written_down_without_the_text_of_what_was_found(
    small_stage: Stage, small_services: Services
) -> None:
    [first, *_] = (await small_stage.looks_up(HONEY["en"]))["results"]
    await small_stage.hear(small_stage.person.chooses(first["id"], HONEY["en"]))
    await small_stage.looks_up("what is the capital of peru")
    await small_stage.looks_up("capital peru")
    for begun in ("", "good morning"):
        await small_stage.looks_up(begun)
    assert await rows_of(small_services, "via, act, entry, language, text", "questions") == [
        ("inline", "clarify", None, "en", None),
        ("inline", "answer", "bees-honey", "en", None),
        ("inline", "fallback", None, "en", "what is the capital of peru"),
        ("inline", "fallback", None, "en", None),
        ("inline", "smalltalk", None, "en", None),
    ]


@pytest.mark.parametrize(
    "result_id", ["", "en:", "en:gone", "de:bees-honey", "en:t-bees", "en:-", ":::", "🙂", "x" * 64]
)
async def test_a_choice_of_something_that_is_no_answer_is_not_written_down(
    small_stage: Stage, small_services: Services, result_id: str
) -> None:
    await small_services.keeper.prepare()
    assert await small_stage.hear(small_stage.person.chooses(result_id)) == []
    assert await rows_of(small_services, "via", "questions") == []


async def test_every_entry_and_every_topic_of_the_own_pack_can_be_sent(
    open_as: Open, services: Services, language: Language
) -> None:
    stage = await open_as(language, services=services)
    starters = services.library.pack.starters
    topics = len(services.library.pack.topics)
    for entry in services.library.entries:
        pack = services.library.pack.model_copy(update={"starters": (entry, *starters)})
        every = replace(services, library=replace(services.library, pack=pack))
        stage.application.bot_data["services"] = every
        assert len((await stage.looks_up(""))["results"]) >= 1 + min(topics, 3)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=256) | st.text("/<>&{}%@bees honey 123\u200b\u202e🐝\n", max_size=256))
async def test_whatever_is_typed_gets_results_that_telegram_takes(small_stage: Stage, text: str) -> None:
    assert 1 <= len((await small_stage.looks_up(text))["results"]) <= 50


async def test_an_answer_that_comes_back_through_inline_mode_is_no_question(small_stage: Stage) -> None:
    posted = small_stage.person.sends(text="What is it with honey <& more>?", via_bot=small_stage.telegram.bot)
    assert await small_stage.hear(posted) == []
