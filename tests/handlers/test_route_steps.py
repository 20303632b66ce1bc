"""The steps of a route, kind by kind: what stands above, what is shown, and the way on."""

from dataclasses import replace

import pytest

from handlers.context import Services
from handlers.phrasebook import Phrases
from handlers.prose import TEXT_LIMIT, visible_length
from handlers.replies import answer
from knowledge.languages import Language
from tests.handlers.conftest import Open
from tests.support.lessons import begins, labels, words
from tests.support.stage import Stage, said

GUIDANCE = {"nl": "Raad eerst <&>.", "en": "Guess first <&>."}


def ways(phrases: Phrases, number: int) -> list[str]:
    """Give the labels of the ways on from a step of four."""
    onward = phrases.lessons.next.format(number=number + 1, count=4) if number < 4 else phrases.lessons.finish
    back = [phrases.lessons.previous] if number > 1 else []
    return [onward, *back, phrases.lessons.stop]


async def test_a_quiz_is_asked_by_a_poll_under_its_guidance(pupil: Stage, phrases: Phrases, language: Language) -> None:
    above, poll = await begins(pupil)
    assert GUIDANCE[language] in above["text"]
    assert "1" in above["text"]
    assert poll["poll"]["type"] == "quiz"
    assert not poll["poll"]["is_anonymous"]
    assert poll["poll"]["correct_option_ids"] == [1]
    assert poll["poll"]["explanation"]
    assert labels(poll) == ways(phrases, 1)


async def test_an_answer_stands_alone_with_its_parts(pupil: Stage, phrases: Phrases, language: Language) -> None:
    [entry] = await begins(pupil, step=2)
    parts = [phrases.buttons.simpler, *([phrases.buttons.more] if language == "nl" else []), phrases.buttons.source]
    assert labels(entry) == [*parts, *ways(phrases, 2)]
    more = await pupil.says({"nl": "wie zegt dat", "en": "who says so"}[language])
    assert phrases.answer.full_source in more["text"]


async def test_simple_and_plain_hold_in_a_lesson_too(pupil: Stage, phrases: Phrases) -> None:
    await pupil.says("/simple")
    [entry] = await begins(pupil, step=2)
    assert ("Simpel: honing." in entry["text"]) or ("Simple: honey." in entry["text"])
    assert phrases.buttons.whole in labels(entry)
    await pupil.says("/simple")
    await pupil.says("/plain")
    [entry] = await begins(pupil, step=2)
    assert phrases.answer.whose.split("{")[0] in entry["text"]
    assert not any(mark["type"] == "expandable_blockquote" for mark in entry["entities"])


async def test_a_card_is_a_picture_with_the_way_on_and_no_other_buttons(pupil: Stage, phrases: Phrases) -> None:
    above, card = await begins(pupil, step=3)
    assert "photo" in card
    assert "3" in above["text"]
    assert labels(card) == ways(phrases, 3)


async def test_who_wants_no_pictures_is_told_the_card_in_words(pupil: Stage, phrases: Phrases) -> None:
    await pupil.says("/plain")
    _, card = await begins(pupil, step=3)
    assert "photo" not in card
    assert phrases.plain.choices not in card["text"]
    assert labels(card) == ways(phrases, 3)


async def test_a_question_to_talk_about_says_what_it_touches(
    pupil: Stage, phrases: Phrases, language: Language
) -> None:
    [talk] = await begins(pupil, step=4)
    assert {"nl": "Van wie is honing?", "en": "Whose is honey?"}[language] in talk["text"]
    assert phrases.lessons.touches in talk["text"]
    assert [mark["type"] for mark in talk["entities"]][-1] == "expandable_blockquote"
    assert labels(talk) == ways(phrases, 4)


async def test_what_does_not_fit_one_message_comes_in_two(
    open_as: Open, rich_services: Services, phrases: Phrases, language: Language
) -> None:
    library = rich_services.library
    entry = library.entries["bees-honey"].model_copy(update={"since": ()})
    shown_with_it = visible_length(answer(library, phrases, entry, language).html) - len(entry.texts[language].answer)
    full = {"answer": "y" * (TEXT_LIMIT - shown_with_it)}
    texts = {code: text.model_copy(update=full) for code, text in entry.texts.items()}
    long = entry.model_copy(update={"texts": texts})
    services = replace(rich_services, library=replace(library, entries={**library.entries, "bees-honey": long}))
    above, shown = await begins(await open_as(language, services=services), step=2)
    assert labels(above) == []
    assert phrases.lessons.stop in labels(shown)


@pytest.mark.parametrize("step", [1, 2, 3, 4])
async def test_every_step_says_where_one_is(pupil: Stage, phrases: Phrases, language: Language, step: int) -> None:
    title = {"nl": "Bijen in het kort", "en": "Bees in brief"}[language]
    shown = await begins(pupil, step=step)
    assert said(shown[0]).startswith(phrases.lessons.step.format(title=title, number=step, count=4))
    assert words(shown)
