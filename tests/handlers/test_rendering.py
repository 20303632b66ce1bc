"""Any outcome to the message that shows it: small talk, clarifying, refusing, and the parts of an entry."""

from dataclasses import replace
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.offline.markup import parse_html
from handlers.context import Services
from handlers.phrasebook import Phrases, read_phrasebook
from handlers.rendering import render
from knowledge.languages import Language
from knowledge.library import Library
from knowledge.matching.decision import OFFERED
from knowledge.outcomes import Act, Outcome
from tests.handlers.conftest import Open
from tests.support.stage import Stage, buttons

SUBJECT = {"nl": "honing", "en": "honey"}
FAR = {"nl": "wat is de hoofdstad van peru", "en": "what is the capital of peru"}
GREETING = {"nl": "hallo", "en": "hello"}


async def test_small_talk_is_talked_back_to(open_as: Open, services: Services, language: Language) -> None:
    stage = await open_as(language, services=services)
    message = await stage.says(GREETING[language])
    assert message["text"] in services.library.chatter[language]["greeting"].replies
    assert buttons(message) == {}


@pytest.mark.parametrize(
    ("language", "said"), [("nl", "Leuk. Vraag iets over uilen."), ("en", "Nice. Ask about owls.")]
)
async def test_emoji_are_talked_back_to(speaker: Stage, said: str) -> None:
    assert (await speaker.says("🙂"))["text"] == said


async def test_an_unclear_question_is_asked_back_with_questions_as_buttons(
    unsure: Stage, language: Language, phrases: Phrases, small_library: Library
) -> None:
    message = await unsure.says(SUBJECT[language])
    assert message["text"] == phrases.ask.clarify
    assert {*buttons(message)} == {entry.texts[language].question for entry in small_library.entries.values()}


@pytest.mark.parametrize("place", [0, 1, 2])
async def test_each_button_under_it_answers_its_question(unsure: Stage, language: Language, place: int) -> None:
    message = await unsure.says(SUBJECT[language])
    label = [*buttons(message)][place]
    assert (await unsure.taps(message, label))["text"].startswith(f"{label}\n\n")


@pytest.mark.parametrize(("typed", "place"), [("1", 0), ("2", 1), ("3.", 2)])
async def test_the_number_of_an_option_picks_it(unsure: Stage, language: Language, typed: str, place: int) -> None:
    labels = [*buttons(await unsure.says(SUBJECT[language]))]
    assert (await unsure.says(typed))["text"].startswith(f"{labels[place]}\n\n")


async def test_a_refusal_names_the_nearest_questions_which_are_answered(
    speaker: Stage, language: Language, phrases: Phrases
) -> None:
    message = await speaker.says(FAR[language])
    assert message["text"] == phrases.ask.fallback
    *nearest, topics, wait = buttons(message)
    assert (topics, wait) == (phrases.buttons.back, phrases.waiting.wait)
    assert 1 <= len(nearest) <= OFFERED
    assert nearest[0] in (await speaker.taps(message, nearest[0]))["text"]


async def test_what_a_refusal_names_can_be_picked_by_its_number(speaker: Stage, language: Language) -> None:
    message = await speaker.says(FAR[language])
    assert [*buttons(message)][1] in (await speaker.says("2"))["text"]


@pytest.mark.parametrize("act", sorted(set(get_args(Act)) - {"smalltalk", "clarify", "fallback"}))
def test_every_part_of_an_entry_is_shown_in_the_outcomes_language(
    small_services: Services, language: Language, act: Act
) -> None:
    outcome = Outcome(act, language, entry="owls-night", options=("bees-honey",))
    reply = render(small_services.library, small_services.phrasebook, outcome)
    question = small_services.library.entries["owls-night"].texts[language].question
    assert parse_html(reply.html).text.startswith(f"{question}\n\n")


def test_parts_differ(small_services: Services) -> None:
    acts: tuple[Act, ...] = ("answer", "simplify", "more", "source")
    outcomes = [Outcome(act, "nl", entry="owls-night") for act in acts]
    assert len({render(small_services.library, small_services.phrasebook, outcome).html for outcome in outcomes}) == 4


@given(st.text())
def test_small_talk_is_escaped(small_library: Library, said: str) -> None:
    outcome = Outcome("smalltalk", "en", intent="greeting", said=said)
    assert parse_html(render(small_library, read_phrasebook(), outcome).html).text == said


def test_small_talk_without_words_does_not_raise(small_services: Services) -> None:
    outcome = Outcome("smalltalk", "en", intent="greeting")
    assert render(small_services.library, small_services.phrasebook, outcome).html == ""


def test_a_refusal_with_nothing_near_has_no_buttons(small_services: Services, language: Language) -> None:
    reply = render(small_services.library, small_services.phrasebook, Outcome("fallback", language))
    assert reply.rows == ()


@pytest.mark.parametrize(("language", "begins"), [("nl", "Of: "), ("en", "Or: ")])
def test_under_an_answer_that_is_not_quite_sure_stands_what_else_may_be_meant(
    small_services: Services, language: Language, begins: str
) -> None:
    library, phrasebook = small_services.library, small_services.phrasebook
    sure = Outcome("answer", language, entry="bees-honey", options=("owls-night",))
    labels = [row[0].text for row in render(library, phrasebook, sure).rows]
    unsure = [row[0].text for row in render(library, phrasebook, replace(sure, confidence=0.6)).rows]
    assert [label for label in unsure if label not in labels] == [
        begins + library.entries["owls-night"].texts[language].question
    ]
    assert unsure[-1] == labels[-1]


async def test_what_else_may_be_meant_is_answered_by_a_tap(unsure_of_two: Stage, language: Language) -> None:
    message = await unsure_of_two.says({"nl": "vertel van honing jar", "en": "tell me of honey comb"}[language])
    [other] = [label for label in buttons(message) if label.startswith({"nl": "Of: ", "en": "Or: "}[language])][:1]
    assert other.split(": ", 1)[1] in (await unsure_of_two.taps(message, other))["text"]
