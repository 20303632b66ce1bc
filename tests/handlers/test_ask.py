"""Questions as whole updates through the real application."""

import pytest

from handlers.context import Services
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


async def test_what_is_not_in_the_base_is_refused_with_the_nearest_topics(small_stage: Stage) -> None:
    message = await small_stage.says("what is the capital of peru")
    assert message["text"].startswith("That is not in the essay")
    assert {*buttons(message)} <= {"Bees", "Owls"}


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
