"""/sort as whole updates: tapped, told right or wrong and why, gone on, and the result."""

from dataclasses import replace

import pytest

from bot.settings import Settings
from handlers.context import Services, provide
from handlers.phrasebook import Phrases
from knowledge.languages import Language
from tests.handlers.conftest import Open
from tests.support.lessons import labels, leading
from tests.support.pictures import stage_on
from tests.support.records import locked
from tests.support.stage import Data, Stage, buttons

OPTIONS = {"nl": ["De bij", "De uil"], "en": ["The bee", "The owl"]}


def right_one(message: Data) -> str:
    """Give the callback data of the right option."""
    return next(data for data in buttons(message).values() if data.endswith(("night-1:2", "night-2:1")))


def wrong_one(message: Data) -> str:
    """Give the callback data of the wrong option."""
    return next(data for data in buttons(message).values() if data.endswith(("night-1:1", "night-2:2")))


async def test_a_round_goes_on_in_one_message_with_a_running_score(
    pupil: Stage, phrases: Phrases, language: Language
) -> None:
    first = await pupil.says("/sort")
    assert phrases.sorting.place.format(number=1, count=2) in first["text"]
    assert labels(first) == OPTIONS[language]
    answered = await pupil.taps(first, right_one(first))
    assert answered["message_id"] == first["message_id"]
    assert phrases.sorting.right.split("{")[0] in answered["text"]
    assert phrases.sorting.so_far.format(right=1, answered=1) in answered["text"]
    assert labels(answered) == [phrases.sorting.next]
    second = await pupil.taps(answered, phrases.sorting.next)
    answered = await pupil.taps(second, wrong_one(second))
    assert phrases.sorting.so_far.format(right=1, answered=2) in answered["text"]
    assert labels(answered) == [phrases.sorting.finish]
    result = await pupil.taps(answered, phrases.sorting.finish)
    assert phrases.quiz.result.format(right=1, answered=2) in result["text"]
    again = await pupil.taps(result, phrases.sorting.again)
    assert again["message_id"] != result["message_id"]
    assert labels(again) == OPTIONS[language]


async def test_a_wrong_answer_is_told_with_the_right_one_and_why(
    pupil: Stage, phrases: Phrases, language: Language
) -> None:
    shown = await pupil.says("/sort")
    while "<&>" not in shown["text"]:
        shown = await pupil.says("/sort")
    answered = await pupil.taps(shown, wrong_one(shown))
    bee, owl = OPTIONS[language]
    assert phrases.sorting.wrong.format(chosen=bee, answer=owl) in answered["text"]
    assert answered["text"].count("<&>") == 2


async def test_the_first_answer_counts_and_a_second_tap_changes_nothing(pupil: Stage, phrases: Phrases) -> None:
    shown = await pupil.says("/sort")
    right, wrong = right_one(shown), wrong_one(shown)
    first, twin, other = (pupil.person.taps(dict(shown), data) for data in (right, right, wrong))
    [answered] = await pupil.hear(first)
    assert await pupil.hear(twin) == []
    assert await pupil.hear(other) == []
    assert phrases.sorting.so_far.format(right=1, answered=1) in answered["text"]


async def test_going_on_twice_goes_on_once(pupil: Stage) -> None:
    shown = await pupil.says("/sort")
    answered = await pupil.taps(shown, right_one(shown))
    first, twin = (pupil.person.taps(dict(answered), leading(answered, "sn")) for _ in range(2))
    assert len(await pupil.hear(first)) == 1
    assert await pupil.hear(twin) == []


async def test_a_restart_in_the_middle_keeps_the_round(
    pupil: Stage, phrases: Phrases, rich_services: Services, language: Language
) -> None:
    shown = await pupil.says("/sort")
    answered = await pupil.taps(shown, right_one(shown))
    restarted = await stage_on(pupil.telegram, rich_services, language)
    second = await restarted.taps(answered, leading(answered, "sn"))
    assert phrases.sorting.place.format(number=2, count=2) in second["text"]
    await restarted.application.shutdown()


@pytest.mark.parametrize("data", ["so:{}:night-1:1", "so:{}:gone:1", "sn:{}:night-1", "sn:{}:"])
async def test_a_button_of_a_round_that_is_over_says_so(
    pupil: Stage, phrases: Phrases, language: Language, data: str
) -> None:
    shown = await pupil.says("/topics")
    assert (await pupil.taps(shown, data.format(language)))["text"] == phrases.sorting.over


@pytest.mark.parametrize("number", [0, 3, 999])
async def test_an_option_that_nobody_offered_is_not_taken(
    pupil: Stage, phrases: Phrases, language: Language, number: int
) -> None:
    shown = await pupil.says("/sort")
    question = leading(shown, "so").split(":")[2]
    data = f"so:{language}:{question}" + (f":{number}" if number else "")
    assert (await pupil.taps(shown, data))["text"] == phrases.callback.unreadable


async def test_a_question_that_vanished_from_the_pack_is_passed_over(
    pupil: Stage, phrases: Phrases, rich_services: Services
) -> None:
    shown = await pupil.says("/sort")
    answered = await pupil.taps(shown, right_one(shown))
    provide(pupil.application, replace(rich_services, library=replace(rich_services.library, quiz={})))
    result = await pupil.taps(answered, leading(answered, "sn"))
    assert result["text"] == phrases.quiz.nothing


async def test_a_pack_with_nothing_to_sort_says_so(speaker: Stage, phrases: Phrases, language: Language) -> None:
    shown = await speaker.says("/sort")
    assert shown["text"] == phrases.sorting.none
    assert (await speaker.taps(shown, f"sl:{language}:"))["text"] == phrases.sorting.none


async def test_without_a_database_there_is_no_round_and_it_is_said(
    pupil: Stage, phrases: Phrases, bot_settings: Settings
) -> None:
    await pupil.says("/help")
    with locked(bot_settings.nuancebot_data / "nuancebot.db"):
        assert (await pupil.says("/sort"))["text"] == phrases.preferences.unkept


async def test_in_a_group_a_round_is_played_together(
    open_as: Open, rich_services: Services, phrases: Phrases, language: Language
) -> None:
    group = await open_as(language, group=-1001, services=rich_services)
    shown = await group.says("/sort")
    answered = await group.taps(shown, right_one(shown))
    assert phrases.sorting.so_far.format(right=1, answered=1) in answered["text"]
