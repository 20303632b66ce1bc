"""A pupil's way through a round as whole updates, and everybody whose way it is not."""

from dataclasses import replace

import pytest

from handlers.context import Services, provide
from handlers.phrasebook import Phrases
from knowledge.languages import Language
from tests.support.lessons import labels, leading, taps
from tests.support.pictures import stage_on
from tests.support.rounds import School, school_of
from tests.support.rows import rows_of
from tests.support.school import somebody
from tests.support.stage import Stage, buttons

ANSWERS = 'item, "option", is_right, mistake'


@pytest.fixture
async def school(pupil: Stage) -> School:
    """A class of two."""
    return await school_of(pupil, 2)


async def test_a_quiz_is_answered_in_polls_of_ones_own(
    school: School, phrases: Phrases, rich_services: Services
) -> None:
    await school.starts("quiz", "-2")
    one = school.pupils[0]
    invited = (await school.invited())[one.person.id]
    assert "4V maatschappijleer" in invited["text"]
    [result] = await school.answers(one, invited, {})
    assert phrases.rounds.thanks in result["text"]
    assert phrases.quiz.result.format(right=0, answered=1) in result["text"]
    assert await rows_of(rich_services, ANSWERS, "class_answers") == [("night-1", 0, 0, "bees-sting")]
    assert await rows_of(rich_services, "id", "round_polls") == []
    assert await rows_of(rich_services, "id", "quiz_polls") == []


async def test_sorting_is_answered_by_buttons_and_the_first_answer_counts(
    school: School, phrases: Phrases, rich_services: Services, language: Language
) -> None:
    await school.starts("sort")
    one = school.pupils[0]
    [question] = await taps(one, (await school.invited())[one.person.id], phrases.rounds.begin)
    right, wrong = (f"rp:{language}:1-1:{place}" for place in ((2, 1) if "<&>" in question["text"] else (1, 2)))
    first, other = (one.person.taps(dict(question), data) for data in (right, wrong))
    [answered] = await one.hear(first)
    assert await one.hear(other) == []
    assert labels(answered) == [phrases.rounds.next.format(number=2, count=2)]
    [(_, _, is_right, _)] = await rows_of(rich_services, ANSWERS, "class_answers")
    assert is_right


async def test_the_story_is_chosen_for_oneself_and_ends_on_the_map(
    school: School, phrases: Phrases, rich_services: Services
) -> None:
    await school.starts("story")
    one = school.pupils[0]
    [scene] = await taps(one, (await school.invited())[one.person.id], phrases.rounds.begin)
    verdict = await one.taps(scene, labels(scene)[1])
    assert phrases.story.unknown in verdict["text"]
    other = await one.taps(verdict, labels(verdict)[0])
    assert phrases.story.something in other["text"]
    [dusk] = await taps(one, other, leading(other, "ri"))
    verdict = await one.taps(dusk, labels(dusk)[0])
    ending, whole = await taps(one, verdict, phrases.rounds.finish)
    assert ending["text"].startswith(phrases.rounds.thanks)
    assert "photo" in whole
    assert await rows_of(rich_services, ANSWERS, "class_answers") == [
        ("flower", 1, None, None),
        ("dusk", 0, None, None),
    ]


async def test_a_restart_in_the_middle_keeps_what_was_answered(
    school: School, phrases: Phrases, rich_services: Services, language: Language
) -> None:
    await school.starts("sort")
    one = school.pupils[0]
    [question] = await taps(one, (await school.invited())[one.person.id], phrases.rounds.begin)
    answered = await one.taps(question, labels(question)[0])
    restarted = await stage_on(one.telegram, rich_services, language)
    restarted.person = one.person
    [second] = await taps(restarted, answered, leading(answered, "ri"))
    assert phrases.sorting.place.format(number=2, count=2) in second["text"]
    await restarted.application.shutdown()


async def test_going_on_twice_goes_on_once(school: School, phrases: Phrases) -> None:
    await school.starts("sort")
    one = school.pupils[0]
    invited = (await school.invited())[one.person.id]
    first, twin = (one.person.taps(dict(invited), buttons(invited)[phrases.rounds.begin]) for _ in range(2))
    assert len(await one.hear(first)) == 2
    assert await one.hear(twin) == []


@pytest.mark.parametrize("data", ["ri:{}:1:1", "rp:{}:1-1:1", "ri:{}:99:1", "ri:{}::1", "rp:{}:x:1"])
async def test_who_is_not_in_the_class_takes_no_part(
    school: School, phrases: Phrases, rich_services: Services, language: Language, data: str
) -> None:
    await school.starts("sort")
    for person in (somebody(school.teacher, 99, language), school.teacher):
        shown = await person.says("/topics")
        assert (await person.taps(shown, data.format(language)))["text"] == phrases.rounds.not_yours
    assert await rows_of(rich_services, "*", "class_answers") == []


async def test_who_left_the_class_takes_no_part_any_more(
    school: School, phrases: Phrases, rich_services: Services, language: Language
) -> None:
    await school.starts("quiz", "-2")
    one = school.pupils[0]
    [poll] = await taps(one, (await school.invited())[one.person.id], phrases.rounds.begin)
    shown = await one.says("/topics")
    await one.hear(one.person.taps(shown, f"g:{language}:leave-1"))
    await one.hear(one.person.votes(poll, 0))
    assert (await one.hear(one.person.taps(poll, leading(poll, "ri"))))[-1]["text"] == phrases.rounds.not_yours
    assert await rows_of(rich_services, "*", "class_answers") == []


async def test_a_closed_round_takes_no_answers(school: School, phrases: Phrases, rich_services: Services) -> None:
    page = await school.starts("quiz", "-2")
    one = school.pupils[0]
    [poll] = await taps(one, (await school.invited())[one.person.id], phrases.rounds.begin)
    await school.teacher.taps(page, phrases.rounds.close)
    await one.hear(one.person.votes(poll, 0))
    assert (await one.hear(one.person.taps(poll, leading(poll, "ri"))))[-1]["text"] == phrases.rounds.over
    assert await rows_of(rich_services, "*", "class_answers") == []


async def test_a_stranger_who_answers_a_forwarded_poll_does_not_count(
    school: School, phrases: Phrases, rich_services: Services
) -> None:
    await school.starts("quiz", "-2")
    one, two = school.pupils
    [poll] = await taps(one, (await school.invited())[one.person.id], phrases.rounds.begin)
    for person in (two, somebody(school.teacher, 99)):
        await person.hear(person.person.votes(poll, 0))
    assert await rows_of(rich_services, "*", "class_answers") == []
    await one.hear(one.person.votes(poll, 1))
    assert await rows_of(rich_services, ANSWERS, "class_answers") == [("night-1", 1, 1, None)]


@pytest.mark.parametrize("data", ["rp:{}:1-1", "rp:{}:1-1:3", "rp:{}:1-9:1", "rp:{}:1:1"])
async def test_an_option_that_nobody_offered_is_not_taken(
    school: School, phrases: Phrases, rich_services: Services, language: Language, data: str
) -> None:
    await school.starts("sort")
    one = school.pupils[0]
    shown = await one.says("/topics")
    assert (await one.taps(shown, data.format(language)))["text"] == phrases.callback.unreadable
    assert await rows_of(rich_services, "*", "class_answers") == []


@pytest.mark.parametrize("kind", ["sort", "story"])
async def test_an_item_that_vanished_from_the_pack_is_passed_over(
    school: School, phrases: Phrases, rich_services: Services, kind: str
) -> None:
    await school.starts(kind)
    one = school.pupils[0]
    invited = (await school.invited())[one.person.id]
    bare = replace(rich_services.library, quiz={}, story=None)
    provide(one.application, replace(rich_services, library=bare))
    [end] = await taps(one, invited, phrases.rounds.begin)
    assert end["text"].startswith(phrases.rounds.thanks)


@pytest.mark.parametrize("command", ["/lesson", "/quiz"])
async def test_who_lost_the_invitation_finds_the_round_until_it_is_done(
    school: School, phrases: Phrases, command: str
) -> None:
    one = school.pupils[0]
    row = phrases.rounds.from_class.format(name=phrases.rounds.sort)
    assert row not in labels(await one.says(command))
    await school.starts("sort")
    shown = await one.says(command)
    assert labels(shown)[0] == row
    await school.answers(one, shown, {})
    assert row not in labels(await one.says(command))
    assert row not in labels(await school.teacher.says(command))
