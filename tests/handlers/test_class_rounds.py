"""Rounds of a class as whole updates: planned, sent, seen, closed; and who may not."""

import pytest

from bot.settings import Settings
from handlers.context import Services
from handlers.phrasebook import Phrases
from knowledge.languages import Language
from tests.support.days import jobs_of
from tests.support.lessons import labels
from tests.support.records import locked
from tests.support.rounds import School, school_of
from tests.support.rows import rows_of
from tests.support.school import begins_a_class, somebody
from tests.support.stage import Stage, buttons

RIGHT = {"Wat maken bijen?": 1, "What do bees make?": 1, "Wie zoemt?": 0, "Who buzzes?": 0}


@pytest.fixture
async def school(pupil: Stage) -> School:
    """A class of six."""
    return await school_of(pupil, 6)


async def test_a_teacher_is_offered_what_the_pack_has(school: School, phrases: Phrases, language: Language) -> None:
    page = await school.teacher.says("/class")
    menu = await school.teacher.taps(page, phrases.class_labels.round)
    story = {"nl": "Een vlucht <&>", "en": "A flight <&>"}[language]
    words = phrases.rounds
    assert labels(menu) == [words.quiz, words.sort, story, words.lesson, words.begin_lesson, phrases.class_labels.show]
    topics = await school.teacher.taps(menu, phrases.rounds.quiz)
    assert topics["text"] == phrases.rounds.topics
    assert labels(topics)[0] == phrases.quiz.everything
    ready = await school.teacher.taps(topics, labels(topics)[1])
    assert labels(ready)[:3] == [phrases.rounds.send, phrases.rounds.before, phrases.rounds.after]
    menu = await school.teacher.taps(ready, phrases.rounds.back)
    ready = await school.teacher.taps(menu, story)
    assert (ready["text"], labels(ready)[0]) == (phrases.rounds.ready, phrases.rounds.send)
    menu = await school.teacher.taps(ready, phrases.rounds.back)
    assert phrases.lessons.title in (await school.teacher.taps(menu, words.lesson))["text"]


async def test_a_pack_with_nothing_to_do_says_so(speaker: Stage, phrases: Phrases, language: Language) -> None:
    await begins_a_class(speaker)
    page = await speaker.says("/class")
    menu = await speaker.taps(page, phrases.class_labels.round)
    assert (menu["text"], labels(menu)) == (phrases.rounds.none, [phrases.class_labels.show])
    ready = await speaker.taps(menu, f"rn:{language}:sort-1")
    *_, told = await speaker.hear(speaker.person.taps(ready, f"ro:{language}:sort-1-0"))
    assert told["text"] == phrases.rounds.none


async def test_a_quiz_goes_to_every_pupil_and_its_result_is_told_in_shares(
    school: School, phrases: Phrases, language: Language
) -> None:
    page = await school.starts("quiz", "-1")
    assert phrases.rounds.few in page["text"]
    invited = await school.invited()
    assert invited.keys() == {pupil.person.id for pupil in school.pupils}
    for number, each in enumerate(school.pupils):
        await school.answers(each, invited[each.person.id], RIGHT)
        if number == 3:
            seen = await school.teacher.hear(school.teacher.person.taps(page, buttons(page)[phrases.rounds.refresh]))
            assert seen == []
    page = await school.teacher.taps(page, phrases.rounds.refresh)
    assert phrases.rounds.pupils.format(count=6) in page["text"]
    honey = {"nl": "Honing", "en": "Honey"}[language]
    assert f"{'▰' * 10} 100% {honey} ({phrases.rounds.right})" in page["text"].splitlines()
    assert f"{'▱' * 10} 0%" in page["text"]
    await school.teacher.says("/plain")
    page = await school.teacher.taps(page, phrases.rounds.refresh)
    assert f"{honey} ({phrases.rounds.right}): 100%" in page["text"].splitlines()
    assert not {"▰", "▱"} & {*page["text"]}
    assert phrases.rounds.closed not in page["text"]
    page = await school.teacher.taps(page, phrases.rounds.close)
    assert phrases.rounds.closed in page["text"]
    assert phrases.rounds.close not in labels(page)


async def test_what_five_pupils_mix_up_is_named(school: School, phrases: Phrases, language: Language) -> None:
    page = await school.starts("quiz", "-2")
    invited = await school.invited()
    for each in school.pupils[:5]:
        await school.answers(each, invited[each.person.id], {})
    page = await school.teacher.taps(page, phrases.rounds.refresh)
    sting = {"nl": "Wat is er met steken", "en": "What is it with stings"}[language]
    assert phrases.rounds.mixed_up in page["text"]
    assert sting in page["text"]
    # Of the one who did not take part nothing can be worked out.
    assert phrases.rounds.nearly in page["text"]
    assert phrases.rounds.pupils.format(count=5) not in page["text"]


async def test_after_the_lesson_the_same_is_asked_as_before(school: School, rich_services: Services) -> None:
    await school.starts("quiz", "-1", phase=1)
    await school.starts("quiz", "-2", phase=0)
    await school.starts("quiz", "-2", phase=2)
    before, _, after = await rows_of(rich_services, "items, phase", "class_rounds")
    assert before[0] == after[0]
    assert (before[1], after[1]) == ("before", "after")


async def test_a_round_is_sent_once(school: School, rich_services: Services, language: Language) -> None:
    menu = await school.teacher.taps(await school.teacher.says("/class"), f"g:{language}:round-1")
    ready = await school.teacher.taps(menu, f"rn:{language}:sort-1")
    one, two = (school.teacher.person.taps(dict(ready), f"ro:{language}:sort-1-0") for _ in range(2))
    await school.teacher.hear(one)
    assert await school.teacher.hear(two) == []
    assert len(await rows_of(rich_services, "id", "class_rounds")) == 1
    assert len([job for job in jobs_of(school.teacher.application) if str(job.name).startswith("round")]) == 1


async def test_the_latest_round_is_a_tap_away(school: School, phrases: Phrases) -> None:
    page = await school.starts("sort")
    menu = await school.teacher.taps(page, phrases.rounds.back)
    latest = phrases.rounds.latest.format(name=phrases.rounds.sort)
    assert labels(menu)[0] == latest
    assert phrases.rounds.open in (await school.teacher.taps(menu, latest))["text"]


@pytest.mark.parametrize(
    "data", ["rn:{}:quiz-1", "ro:{}:quiz-1-0", "rs:{}:1-1", "rc:{}:1-1", "rs:{}:1-7", "rn:{}:sort-99"]
)
async def test_who_is_no_teacher_of_the_class_is_refused(
    school: School, phrases: Phrases, rich_services: Services, language: Language, data: str
) -> None:
    await school.starts("sort")
    stranger = somebody(school.teacher, 99, language)
    await begins_a_class(stranger, "other")
    for person in (stranger, school.pupils[0]):
        shown = await person.says("/topics")
        answer = await person.taps(shown, data.format(language))
        assert answer["text"] == phrases.classes.unknown
    assert await rows_of(rich_services, "closed_at", "class_rounds") == [(None,)]


async def test_a_round_of_another_class_is_not_shown_by_ones_own(
    school: School, phrases: Phrases, language: Language
) -> None:
    await school.starts("sort")
    other = somebody(school.teacher, 99, language)
    await begins_a_class(other, "other")
    shown = await other.says("/topics")
    assert (await other.taps(shown, f"rs:{language}:2-1"))["text"] == phrases.rounds.unknown


@pytest.mark.parametrize(
    "data", ["rn:{}:exam-1", "rn:{}:quiz", "ro:{}:quiz-x", "rs:{}:1", "rc:{}:", "ro:{}:sort-1-0:9"]
)
async def test_a_button_that_nobody_made_is_not_followed(
    school: School, phrases: Phrases, rich_services: Services, language: Language, data: str
) -> None:
    shown = await school.teacher.says("/topics")
    assert (await school.teacher.taps(shown, data.format(language)))["text"] == phrases.callback.unreadable
    assert await rows_of(rich_services, "*", "class_rounds") == []


async def test_a_closed_class_is_sent_nothing(school: School, phrases: Phrases, language: Language) -> None:
    await school.teacher.says("/class close")
    shown = await school.teacher.says("/topics")
    assert (await school.teacher.taps(shown, f"ro:{language}:sort-1-0"))["text"] == phrases.rounds.class_closed


async def test_what_cannot_be_kept_is_said(
    school: School, phrases: Phrases, bot_settings: Settings, language: Language
) -> None:
    page = await school.starts("sort")
    await school.invited()
    with locked(bot_settings.nuancebot_data / "nuancebot.db"):
        *_, told = await school.teacher.hear(school.teacher.person.taps(page, f"rc:{language}:1-1"))
    assert told["text"] == phrases.preferences.unkept
