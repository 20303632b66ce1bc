"""Questions as whole updates through the real application."""

import pytest

from handlers.context import Services
from handlers.phrasebook import Phrases
from knowledge.languages import Language
from tests.support.stage import Stage, buttons, open_stage


@pytest.mark.parametrize(
    ("language_code", "question", "said", "labels"),
    [
        ("en", "tell me of honey comb", "The book says something of honey", ("Simpler", "Source")),
        ("nl", "vertel van honing comb", "Het boek zegt iets over honing", ("Eenvoudiger", "Meer", "Bron")),
    ],
)
async def test_a_question_is_answered_with_source_and_ways_on(
    small_services: Services, language_code: str, question: str, said: str, labels: tuple[str, ...]
) -> None:
    stage = await open_stage(small_services, language_code)
    message = await stage.says(question)
    assert said in message["text"]
    assert "A. Writer, Press, “One”" in message["text"]
    assert {*labels} <= {*buttons(message)}
    await stage.application.shutdown()


async def test_what_is_not_in_the_base_is_refused_with_the_nearest_questions(small_stage: Stage) -> None:
    message = await small_stage.says("what is the capital of peru")
    assert message["text"].startswith("That is not in the essay")
    assert [*buttons(message)][-2:] == ["All topics", "Tell me when there is an answer"]
    assert all(label.endswith("?") for label in [*buttons(message)][:-2])


async def test_ask_answers_the_question_behind_it(small_stage: Stage) -> None:
    message = await small_stage.says("/ask tell me of stings venom")
    assert "The book says something of stings" in message["text"]


async def test_ask_without_a_question_shows_how(small_stage: Stage) -> None:
    message = await small_stage.says("/ask")
    assert message["text"] == "Put your question after the command, for instance: /ask What is it with honey <& more>?"


async def test_an_edited_message_is_answered_anew(small_stage: Stage) -> None:
    [message] = await small_stage.hear(small_stage.person.edits("tell me of honey comb"))
    assert "something of honey" in message["text"]


async def test_a_caption_is_read_as_a_question(small_stage: Stage) -> None:
    photo = [{"file_id": "1", "file_unique_id": "1", "width": 1, "height": 1}]
    [message] = await small_stage.hear(small_stage.person.sends(photo=photo, caption="tell me of honey comb"))
    assert "something of honey" in message["text"]


ANSWER = {"nl": "Het boek zegt iets over honing", "en": "The book says something of honey"}
QUESTION = {"nl": "vertel van honing comb", "en": "tell me of honey comb"}


@pytest.mark.parametrize("command", ["/ask {}", "/ask\n{}", "/ask   {}  ", "/ASK {}", "/ask@nuance_offline_bot {}"])
async def test_ask_takes_its_question_however_it_is_written(speaker: Stage, language: Language, command: str) -> None:
    assert ANSWER[language] in (await speaker.says(command.format(QUESTION[language])))["text"]


@pytest.mark.parametrize("command", ["/ask", "/ask   ", "/ask@nuance_offline_bot", "/ask\n"])
async def test_ask_without_a_question_gives_a_starter_as_the_example(
    speaker: Stage, language: Language, phrases: Phrases, small_services: Services, command: str
) -> None:
    example = small_services.library.starters[0].texts[language].question
    assert (await speaker.says(command))["text"] == phrases.ask.empty.format(example=example)


async def test_a_question_in_the_other_language_is_answered_in_it_and_the_next_word_too(small_stage: Stage) -> None:
    assert ANSWER["nl"] in (await small_stage.says(QUESTION["nl"]))["text"]
    await small_stage.says("honey")
    assert (await small_stage.says("/topics"))["text"] == "Waarover wil je lezen?"


@pytest.mark.parametrize("text", ["🐝", "👍🏽", "👨‍👩‍👧", "🐝\u200b🐝 ?!"])
async def test_emoji_alone_are_talked_back_to(speaker: Stage, language: Language, text: str) -> None:
    said = {"nl": "Leuk. Vraag iets over uilen.", "en": "Nice. Ask about owls."}
    assert (await speaker.says(text))["text"] == said[language]


@pytest.mark.parametrize("text", ["\u200b\u200b\u200d", " ", "\n\t", "...", "?!", "\ufeff", "\x00", "\u202e"])
async def test_a_message_without_a_word_is_refused_with_the_way_to_the_topics(
    speaker: Stage, phrases: Phrases, text: str
) -> None:
    assert (await speaker.says(text))["text"] == phrases.ask.fallback_bare


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("社会信用体系是什么", "我用荷兰语和英语回答。"),
        ("что такое социальный рейтинг", "Я отвечаю на нидерландском и английском языках."),
        ("ما هو نظام النحل", "أجيب بالهولندية والإنجليزية."),
        ("ท่านคือใคร", "I answer in Dutch and English."),
    ],
)
async def test_another_script_gets_a_line_in_it(speaker: Stage, text: str, line: str) -> None:
    assert (await speaker.says(text))["text"].startswith(line)


@pytest.mark.parametrize("text", ["信用", "привет", "你好", "สวัสดี"])
async def test_a_word_in_another_script_is_refused_in_the_language_of_the_chat(
    speaker: Stage, phrases: Phrases, text: str
) -> None:
    message = await speaker.says(text)
    assert message["text"] in {phrases.ask.fallback, phrases.ask.fallback_bare, phrases.ask.clarify}


@pytest.mark.parametrize("text", ["<b>honey", "</b>&lt;&amp;", "<script>alert(1)</script>", "{reference} {0} %s %(x)s"])
async def test_markup_in_a_question_harms_nothing_and_is_not_repeated(small_stage: Stage, text: str) -> None:
    assert text not in (await small_stage.says(text))["text"]


@pytest.mark.parametrize("text", ["a" * 4096, "honey " * 682, "🐝" * 2048, "?" * 4096, "\n" * 4096, "é̂" * 2048])
async def test_the_longest_message_that_telegram_lets_through_gets_one_answer(small_stage: Stage, text: str) -> None:
    assert (await small_stage.says(text))["text"]


async def test_a_long_message_is_answered_by_its_beginning(small_stage: Stage) -> None:
    assert (
        ANSWER["en"] in (await small_stage.says("tell me of honey comb " + "." * 4000 + " night flights" * 5))["text"]
    )


@pytest.mark.parametrize(("length", "times"), [(1000, 0), (1001, 1), (4096, 1)])
async def test_only_a_long_message_is_told_that_its_beginning_is_read(
    speaker: Stage, phrases: Phrases, length: int, times: int
) -> None:
    assert (await speaker.says("x" * length))["text"].count(f"{phrases.ask.too_long}\n\n") == times


@pytest.mark.parametrize("text", ["what is the capital of \ud800 peru", "/ask capital of \udfff peru"])
async def test_half_a_character_is_no_error(small_stage: Stage, text: str) -> None:
    assert (await small_stage.says(text))["text"].startswith("That is not in the essay")


async def test_an_edited_caption_is_answered_anew(small_stage: Stage) -> None:
    update = small_stage.person.edits("")
    del update["edited_message"]["text"]
    update["edited_message"]["caption"] = "tell me of honey comb"
    [message] = await small_stage.hear(update)
    assert ANSWER["en"] in message["text"]
