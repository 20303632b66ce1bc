"""/quiz as whole updates: a topic chosen, questions one at a time, the result, and what may go wrong between."""

from dataclasses import replace

import pytest

from bot.settings import Settings
from handlers.context import Services, provide
from handlers.phrasebook import Phrases
from knowledge.languages import Language
from tests.handlers.conftest import Open
from tests.support.lessons import labels, leading, taps, votes
from tests.support.pictures import stage_on
from tests.support.records import locked
from tests.support.rows import rows_of
from tests.support.stage import Data, Stage, buttons, said

TOPICS = {"nl": ("Bijen", "Uilen"), "en": ("Bees", "Owls")}
RIGHT = {"Wat maken bijen?": 1, "What do bees make?": 1, "Wie zoemt?": 0, "Who buzzes?": 0}


async def begun(stage: Stage, topic: str = "bees") -> Data:
    """Begin a quiz; give its first poll."""
    [poll] = await taps(stage, await stage.says("/quiz"), f"qt:{stage.person.language_code}:{topic}")
    return poll


async def test_topics_with_questions_are_offered(pupil: Stage, phrases: Phrases, language: Language) -> None:
    shown = await pupil.says("/quiz")
    assert shown["text"] == phrases.quiz.title.format(count=5)
    topics = [
        phrases.quiz.topic.format(title=title, count=n) for title, n in zip(TOPICS[language], (2, 1), strict=True)
    ]
    assert labels(shown) == [phrases.quiz.everything, *topics]


@pytest.mark.parametrize("right", [True, False])
async def test_a_quiz_is_asked_one_by_one_and_ends_with_the_result(
    pupil: Stage,
    phrases: Phrases,
    rich_services: Services,
    right: bool,  # noqa: FBT001
) -> None:
    poll = await begun(pupil)
    assert labels(poll) == [phrases.quiz.next.format(number=2, count=2), phrases.quiz.stop]
    await votes(pupil, poll, RIGHT[said(poll)] if right else 1 - RIGHT[said(poll)])
    [poll] = await taps(pupil, poll, leading(poll, "qn"))
    assert labels(poll) == [phrases.quiz.finish]
    await votes(pupil, poll, RIGHT[said(poll)])
    [result] = await taps(pupil, poll, leading(poll, "qn"))
    assert phrases.quiz.result.format(right=2 if right else 1, answered=2) in result["text"]
    assert (phrases.quiz.praise in result["text"]) == right
    assert labels(result)[-1] == phrases.quiz.new
    assert await rows_of(rich_services, "chat", "lesson_progress") == []
    [again] = await taps(pupil, result, phrases.quiz.new)
    assert again["text"] == phrases.quiz.title.format(count=5)


async def test_everything_has_questions_of_every_topic(pupil: Stage, phrases: Phrases) -> None:
    poll = await begun(pupil, "")
    assert phrases.quiz.next.format(number=2, count=3) in labels(poll)


async def test_one_may_stop_at_any_question(pupil: Stage, phrases: Phrases) -> None:
    poll = await begun(pupil)
    [result] = await taps(pupil, poll, phrases.quiz.stop)
    assert result["text"] == phrases.quiz.nothing
    [over] = await taps(pupil, poll, f"qe:{pupil.person.language_code}:honey-1")
    assert over["text"] == phrases.quiz.over


async def test_a_second_tap_asks_nothing_twice(pupil: Stage) -> None:
    poll = await begun(pupil)
    first, second = (pupil.person.taps(dict(poll), leading(poll, "qn")) for _ in range(2))
    assert len(await pupil.hear(first)) == 2
    assert await pupil.hear(second) == []
    shown = await pupil.says("/quiz")
    first, second = (pupil.person.taps(dict(shown), leading(shown, "qt")) for _ in range(2))
    assert len(await pupil.hear(first)) == 2
    assert await pupil.hear(second) == []


async def test_a_button_of_an_earlier_quiz_leads_nowhere(pupil: Stage, phrases: Phrases, language: Language) -> None:
    old = await begun(pupil, "owls")
    await begun(pupil, "bees")
    [over] = await taps(pupil, old, f"qn:{language}:night-1")
    assert over["text"] == phrases.quiz.over
    [over] = await taps(pupil, await begun(pupil, "owls"), f"qe:{language}:honey-1")
    assert over["text"] == phrases.quiz.over


async def test_a_restart_in_the_middle_keeps_question_and_score(
    pupil: Stage, phrases: Phrases, rich_services: Services, language: Language
) -> None:
    poll = await begun(pupil)
    restarted = await stage_on(pupil.telegram, rich_services, language)
    await votes(restarted, poll, RIGHT[said(poll)])
    [poll] = await taps(restarted, poll, leading(poll, "qn"))
    [result] = await taps(restarted, poll, leading(poll, "qn"))
    assert phrases.quiz.result.format(right=1, answered=1) in result["text"]
    await restarted.application.shutdown()


async def test_a_question_that_vanished_from_the_pack_is_passed_over(
    pupil: Stage, phrases: Phrases, rich_services: Services
) -> None:
    poll = await begun(pupil)
    left = {name: found for name, found in rich_services.library.quiz.items() if name == "night-1"}
    provide(pupil.application, replace(rich_services, library=replace(rich_services.library, quiz=left)))
    [result] = await taps(pupil, poll, leading(poll, "qn"))
    assert result["text"] == phrases.quiz.nothing


async def test_a_topic_without_questions_shows_those_that_have_some(
    pupil: Stage, phrases: Phrases, language: Language
) -> None:
    shown = await pupil.taps(await pupil.says("/topics"), f"qt:{language}:cats")
    assert shown["text"] == phrases.quiz.title.format(count=5)


async def test_a_pack_without_questions_says_so(speaker: Stage, phrases: Phrases) -> None:
    assert (await speaker.says("/quiz"))["text"] == phrases.quiz.none


async def test_without_a_database_there_is_no_quiz_and_it_is_said(
    pupil: Stage, phrases: Phrases, bot_settings: Settings, language: Language
) -> None:
    shown = await pupil.says("/quiz")
    with locked(bot_settings.nuancebot_data / "nuancebot.db"):
        [answer] = await taps(pupil, shown, f"qt:{language}:bees")
    assert answer["text"] == phrases.preferences.unkept


async def test_in_a_group_polls_are_anonymous_and_come_on_request(
    open_as: Open, rich_services: Services, phrases: Phrases, language: Language
) -> None:
    group = await open_as(language, group=-1001, services=rich_services)
    poll = await begun(group)
    assert poll["poll"]["is_anonymous"]
    assert await votes(group, poll, 0) == []
    [poll] = await taps(group, poll, leading(poll, "qn"))
    [result] = await taps(group, poll, leading(poll, "qn"))
    assert result["text"] == phrases.quiz.together
    assert [*buttons(result)] == [phrases.quiz.new]
    assert await rows_of(rich_services, "id", "quiz_polls") == []
