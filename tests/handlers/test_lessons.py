"""/lesson as whole updates through the real application: chosen, followed, stopped, resumed, finished."""

from dataclasses import replace

import pytest

from bot.settings import Settings
from handlers.context import Services, provide
from handlers.phrasebook import Phrases
from knowledge.languages import Language
from tests.handlers.conftest import Open
from tests.support.lessons import begins, labels, leading, taps, votes, words
from tests.support.pictures import stage_on
from tests.support.records import locked
from tests.support.rows import rows_of
from tests.support.stage import Stage, buttons, said

TITLES = {"nl": "Bijen in het kort", "en": "Bees in brief"}
STEPS = 4


async def test_a_route_is_chosen_and_says_what_it_is_about(pupil: Stage, phrases: Phrases, language: Language) -> None:
    shown = await pupil.says("/lesson")
    assert shown["text"] == phrases.lessons.title
    overview = await pupil.taps(shown, phrases.lessons.choice.format(minutes=5, title=TITLES[language]))
    assert overview["message_id"] == shown["message_id"]
    assert TITLES[language] in overview["text"]
    assert "<&>" in overview["text"]
    assert phrases.lessons.overview.format(minutes=5, count=STEPS) in overview["text"]
    assert labels(overview) == [phrases.lessons.begin, phrases.lessons.others]
    assert (await pupil.taps(overview, phrases.lessons.others))["text"] == phrases.lessons.title


async def test_a_whole_route_is_followed_and_finished(pupil: Stage, phrases: Phrases, language: Language) -> None:
    shown = await begins(pupil)
    seen = []
    while True:
        seen.append(words(shown))
        onward = leading(shown[-1], "lr")
        shown = await taps(pupil, shown[-1], onward)
        if phrases.lessons.finish not in labels(shown[-1]) and "lr" not in str(buttons(shown[-1])):
            break
    assert [
        phrases.lessons.step.format(title=TITLES[language], number=n, count=STEPS) in text
        for n, text in enumerate(seen, 1)
    ]
    assert len(seen) == STEPS
    assert phrases.lessons.done.format(title=TITLES[language]) in said(shown[-1])


async def test_the_way_on_goes_from_under_what_was_left_and_a_second_tap_does_nothing(pupil: Stage) -> None:
    _, poll = await begins(pupil)
    onward = leading(poll, "lr")
    tap = pupil.person.taps(dict(poll), onward)
    twin = pupil.person.taps(dict(poll), onward)
    assert len(await pupil.hear(tap)) == 2
    assert "reply_markup" not in poll
    assert await pupil.hear(twin) == []


async def test_going_back_shows_the_step_before(pupil: Stage, phrases: Phrases, language: Language) -> None:
    [step] = await begins(pupil, step=2)
    shown = await taps(pupil, step, phrases.lessons.previous)
    assert phrases.lessons.step.format(title=TITLES[language], number=1, count=STEPS) in words(shown)


async def test_stopping_says_where_one_was_and_the_list_leads_back_there(
    pupil: Stage, phrases: Phrases, language: Language
) -> None:
    [step] = await begins(pupil, step=2)
    [stopped] = await taps(pupil, step, phrases.lessons.stop)
    assert stopped["text"] == phrases.lessons.stopped.format(number=2, count=STEPS)
    shown = await pupil.says("/lesson")
    resume = phrases.lessons.resume.format(title=TITLES[language], number=2, count=STEPS)
    assert labels(shown)[0] == resume
    assert words(await taps(pupil, shown, resume)) == words([step])


async def test_a_restart_in_the_middle_goes_on_where_one_was(
    pupil: Stage, phrases: Phrases, rich_services: Services, language: Language
) -> None:
    _, card = await begins(pupil, step=3)
    restarted = await stage_on(pupil.telegram, rich_services, language)
    [discussion] = await taps(restarted, card, leading(card, "lr"))
    assert phrases.lessons.touches in discussion["text"]
    shown = await restarted.says("/lesson")
    assert labels(shown)[0] == phrases.lessons.resume.format(title=TITLES[language], number=4, count=STEPS)
    await restarted.application.shutdown()


async def test_the_overview_of_a_route_that_is_under_way_leads_on_and_back_to_the_beginning(
    pupil: Stage, phrases: Phrases, language: Language
) -> None:
    _, poll = await begins(pupil)
    await votes(pupil, poll, 0)
    shown = await pupil.says("/lesson")
    overview = await pupil.taps(shown, f"lr:{language}:short")
    assert labels(overview) == [
        phrases.lessons.resume.format(title=TITLES[language], number=1, count=STEPS),
        phrases.lessons.again,
        phrases.lessons.others,
    ]
    await taps(pupil, overview, phrases.lessons.again)
    [done] = await taps(pupil, await pupil.says("/lesson"), f"lr:{language}:short:5")
    assert done["text"] == phrases.lessons.done.format(title=TITLES[language])


@pytest.mark.parametrize("option", [0, 1])
async def test_what_was_answered_in_the_quiz_of_a_route_comes_back_at_its_end(
    pupil: Stage, phrases: Phrases, rich_services: Services, language: Language, option: int
) -> None:
    _, poll = await begins(pupil)
    assert await votes(pupil, poll, option) == []
    [done] = await taps(pupil, await pupil.says("/lesson"), f"lr:{language}:short:5")
    assert phrases.quiz.result.format(right=option, answered=1) in done["text"]
    assert (phrases.quiz.praise in done["text"]) == bool(option)
    assert ("c:" in str(buttons(done))) != bool(option)
    assert await rows_of(rich_services, "chat", "lesson_progress") == []


async def test_answers_are_forgotten_with_a_new_beginning(pupil: Stage, phrases: Phrases, language: Language) -> None:
    _, poll = await begins(pupil)
    await votes(pupil, poll, 0)
    await begins(pupil)
    [done] = await taps(pupil, await pupil.says("/lesson"), f"lr:{language}:short:5")
    assert phrases.quiz.result.format(right=0, answered=1) not in done["text"]


async def test_a_route_that_is_gone_says_so_and_shows_what_there_is(
    pupil: Stage, phrases: Phrases, rich_services: Services, language: Language
) -> None:
    [step] = await begins(pupil, step=2)
    provide(pupil.application, replace(rich_services, library=replace(rich_services.library, routes={})))
    [gone] = await taps(pupil, step, leading(step, "lr"))
    assert gone["text"] == f"{phrases.lessons.gone}\n\n{phrases.lessons.none}"
    [stopped] = await taps(pupil, step, f"ls:{language}:short")
    assert stopped["text"] == phrases.lessons.gone
    provide(pupil.application, rich_services)
    [gone] = await taps(pupil, step, f"lr:{language}:other:2")
    assert gone["text"] == f"{phrases.lessons.gone}\n\n{phrases.lessons.title}"
    assert labels(gone)


async def test_a_step_whose_entry_vanished_from_the_pack_is_passed_over(
    pupil: Stage, phrases: Phrases, rich_services: Services
) -> None:
    _, poll = await begins(pupil)
    left = {name: entry for name, entry in rich_services.library.entries.items() if name != "bees-honey"}
    provide(pupil.application, replace(rich_services, library=replace(rich_services.library, entries=left)))
    [gone] = await taps(pupil, poll, leading(poll, "lr"))
    assert phrases.lessons.step_gone in gone["text"]
    assert phrases.lessons.next.format(number=3, count=STEPS) in labels(gone)


async def test_stopping_what_was_not_begun_shows_what_there_is(
    pupil: Stage, phrases: Phrases, language: Language
) -> None:
    shown = await pupil.says("/lesson")
    [answer] = await taps(pupil, shown, f"ls:{language}:short")
    assert answer["text"] == phrases.lessons.gone


@pytest.mark.parametrize("step", ["999", "6"])
async def test_a_step_beyond_the_end_finishes(pupil: Stage, phrases: Phrases, language: Language, step: str) -> None:
    [done] = await taps(pupil, await pupil.says("/lesson"), f"lr:{language}:short:{step}")
    assert phrases.lessons.done.format(title=TITLES[language]) in done["text"]


async def test_a_pack_without_routes_says_so(speaker: Stage, phrases: Phrases) -> None:
    assert (await speaker.says("/lesson"))["text"] == phrases.lessons.none


async def test_without_a_database_the_lesson_goes_on(
    pupil: Stage, phrases: Phrases, bot_settings: Settings, language: Language
) -> None:
    shown = await pupil.says("/lesson")
    with locked(bot_settings.nuancebot_data / "nuancebot.db"):
        _, poll = await taps(pupil, shown, f"lr:{language}:short:1")
        [step] = await taps(pupil, poll, leading(poll, "lr"))
    assert phrases.lessons.step.format(title=TITLES[language], number=2, count=STEPS) in step["text"]


async def test_in_a_group_a_route_is_followed_together(
    open_as: Open, rich_services: Services, language: Language
) -> None:
    group = await open_as(language, group=-1001, services=rich_services)
    _, poll = await begins(group)
    assert poll["poll"]["is_anonymous"]
    assert await votes(group, poll, 1) == []
    [step] = await taps(group, poll, leading(poll, "lr"))
    assert TITLES[language] in step["text"]
    assert await rows_of(rich_services, "*", "quiz_polls") == []
