"""What people get who write a language that the bot does not answer in, as whole updates."""

import pytest

from handlers.context import Services
from handlers.elsewhere import line_on_languages, sentences
from knowledge.glossary import TONGUES
from knowledge.tongues import UNLISTED
from tests.handlers.conftest import Open
from tests.support.stage import Stage, buttons, links

GERMAN = "was passiert wenn man in Shenzhen bei rot über die ampel geht"
NOTHING = "wie wird das wetter morgen in berlin"
SWEDISH = "vad kostar ett hus och en bil"


def test_every_language_has_its_sentences_and_no_two_have_the_same() -> None:
    assert {*sentences()} == {*TONGUES, UNLISTED}
    said = [sentence for words in sentences().values() for _, sentence in words]
    assert len({*said}) == len(said) == 3 * len(sentences())
    assert all(sentence == sentence.strip() for sentence in said)


def test_a_language_without_a_line_gets_the_english_one() -> None:
    assert line_on_languages(UNLISTED) == "I answer in Dutch and English."


async def test_who_is_understood_gets_one_line_in_their_language_and_the_link_in_english(
    stage: Stage, services: Services
) -> None:
    question = services.library.entries["shenzhen-jaywalking"].texts["en"].question
    message = await stage.says(GERMAN)
    line, rest = message["text"].split("\n\n")
    assert line == "Ich antworte auf Niederländisch und Englisch. Vielleicht meinst du das:"
    assert rest.startswith(f"{question}\n")
    assert [*buttons(message)] == [question]
    whole = await stage.taps(message, question)
    assert len(whole["text"]) > len(message["text"])


async def test_who_is_not_gets_the_starters(stage: Stage, services: Services) -> None:
    message = await stage.says(NOTHING)
    assert message["text"] == "Ich antworte auf Niederländisch und Englisch. Damit kannst du anfangen:"
    starters = [starter.texts["en"].question for starter in services.library.starters]
    assert [*buttons(message)] == starters
    assert starters[1] in (await stage.says("2"))["text"]


async def test_the_line_is_in_english_for_a_language_without_one(stage: Stage) -> None:
    assert (await stage.says(SWEDISH))["text"].startswith("I answer in Dutch and English. You could begin")


@pytest.mark.parametrize(("text", "entry"), [(GERMAN, "shenzhen-jaywalking"), (NOTHING, "topics")])
async def test_in_a_group_it_is_as_short(open_as: Open, services: Services, text: str, entry: str) -> None:
    group = await open_as("de", group=-1001, services=services)
    message = await group.says(f"@nuance_offline_bot {text}")
    assert message["text"].startswith("Ich antworte auf Niederländisch und Englisch.")
    assert [*links(message).values()] == [f"https://t.me/nuance_offline_bot?start={entry}"]
    assert len(message["reply_markup"]["inline_keyboard"]) == 1


@pytest.mark.parametrize(("text", "results"), [(GERMAN, 3), (NOTHING, 6)])
async def test_inline_it_is_offered_in_english(open_as: Open, services: Services, text: str, results: int) -> None:
    answer = await (await open_as("de", services=services)).looks_up(text)
    assert len(answer["results"]) == results
    assert all(result["id"].startswith("en:") for result in answer["results"])


async def test_hostile_words_around_it_change_nothing(stage: Stage) -> None:
    message = await stage.says(f"<b>{GERMAN}</b> & <script>")
    assert message["text"].startswith("Ich antworte auf Niederländisch und Englisch.")
