"""A lesson of one's own by picking, as whole updates."""

from dataclasses import replace

import pytest

from bot.settings import Settings
from handlers.context import Services, provide
from handlers.phrasebook import Phrases
from knowledge.languages import Language
from knowledge.lessons.routes import MOST_STEPS
from knowledge.records.own_routes import MOST_ROUTES
from tests.handlers.conftest import Open
from tests.support.lessons import labels, leading, taps
from tests.support.pictures import stage_on
from tests.support.records import locked
from tests.support.rows import rows_of
from tests.support.stage import Data, Stage, buttons

HONEY = {"nl": "Wat is er met honing <& meer>?", "en": "What is it with honey <& more>?"}


async def begun(stage: Stage) -> Data:
    """Begin a lesson of one's own."""
    return await stage.taps(await stage.says("/lesson"), f"dr:{stage.person.language_code}:")


async def picked(stage: Stage, page: Data, *names: str) -> Data:
    """Pick what is called so in callback data, one after the other."""
    for name in names:
        page = await stage.taps(page, f"da:{stage.person.language_code}:{name}")
    return page


async def test_everything_is_found_by_kind_and_topic_and_the_lesson_is_made(
    pupil: Stage, phrases: Phrases, language: Language
) -> None:
    shown = await pupil.says("/lesson")
    page = await pupil.taps(shown, phrases.own.begin)
    assert page["text"] == phrases.own.empty
    assert phrases.own.make not in labels(page)
    for kind, topic, count in ((phrases.own.entry, 0, 2), (phrases.own.quiz, 1, 1), (phrases.own.discussion, 0, 1)):
        topics = await pupil.taps(page, kind)
        assert topics["text"] == phrases.own.which_topic
        things = await pupil.taps(topics, labels(topics)[topic])
        assert len([data for data in buttons(things).values() if data.startswith("da:")]) == count
        page = await pupil.taps(things, leading(things, "da"))
    for kind in (phrases.own.card, phrases.own.story):
        things = await pupil.taps(page, kind)
        page = await pupil.taps(things, leading(things, "da"))
    assert page["text"].startswith(f"{phrases.own.so_far}\n1. {HONEY[language]}\n2. ")
    made = await pupil.taps(page, phrases.own.make)
    assert made["text"] == phrases.own.made
    overview = await pupil.taps(made, phrases.own.look)
    assert phrases.own.title.format(count=5) in overview["text"]
    [step] = await taps(pupil, overview, phrases.lessons.begin)
    assert HONEY[language] in step["text"]
    assert (await begun(pupil))["text"] == phrases.own.empty


async def test_it_is_named_afterwards(pupil: Stage, phrases: Phrases) -> None:
    assert (await pupil.says("/lesson Bees"))["text"] == phrases.own.none
    await pupil.taps(await picked(pupil, await begun(pupil), "e-bees-honey"), phrases.own.make)
    assert (await pupil.says("/lesson \u202e"))["text"] == phrases.own.untitled_name
    assert (await pupil.says("/lesson Over <bijen>"))["text"] == phrases.own.named.format(title="Over bijen")
    label = phrases.lessons.choice.format(minutes=4, title="Over bijen")
    assert label in labels(await pupil.says("/lesson"))


async def test_the_last_step_goes_by_one_tap_and_a_second_tap_takes_no_other(pupil: Stage, phrases: Phrases) -> None:
    page = await picked(pupil, await begun(pupil), "e-bees-honey", "c-bees-owls")
    first, twin = (pupil.person.taps(dict(page), buttons(page)[phrases.own.drop]) for _ in range(2))
    [page] = await pupil.hear(first)
    assert await pupil.hear(twin) == []
    assert "1. " in page["text"]
    assert "2. " not in page["text"]


async def test_the_same_thing_is_in_it_once(pupil: Stage) -> None:
    page = await picked(pupil, await begun(pupil), "e-bees-honey")
    assert await pupil.hear(pupil.person.taps(page, f"da:{pupil.person.language_code}:e-bees-honey")) == []


async def test_a_restart_keeps_what_was_picked(
    pupil: Stage, phrases: Phrases, rich_services: Services, language: Language
) -> None:
    await picked(pupil, await begun(pupil), "e-bees-honey")
    restarted = await stage_on(pupil.telegram, rich_services, language)
    assert phrases.own.so_far in (await begun(restarted))["text"]
    await restarted.application.shutdown()


async def test_what_vanished_from_the_pack_vanishes_from_it(
    pupil: Stage, phrases: Phrases, rich_services: Services
) -> None:
    await picked(pupil, await begun(pupil), "e-bees-honey", "c-bees-owls")
    bare = replace(rich_services.library, distinctions={}, discussion={}, quiz={}, story=None)
    provide(pupil.application, replace(rich_services, library=bare))
    page = await begun(pupil)
    assert "2. " not in page["text"]
    assert labels(page)[:2] == [phrases.own.entry, phrases.own.drop]


@pytest.mark.parametrize("name", ["", "x-bees-honey", "e-gone", "e-", "c-bees-honey", "d-bees-2", "s-gone"])
async def test_what_is_not_there_is_not_added(pupil: Stage, phrases: Phrases, name: str) -> None:
    assert (await picked(pupil, await begun(pupil), name))["text"] == phrases.callback.stale


@pytest.mark.parametrize("about", ["x", "e-99", "e-0", "q-x"])
async def test_a_page_that_is_not_there_shows_another(pupil: Stage, language: Language, about: str) -> None:
    shown = await pupil.says("/topics")
    assert labels(await pupil.taps(shown, f"dr:{language}:{about}"))


async def test_an_empty_lesson_is_not_made(
    pupil: Stage, phrases: Phrases, rich_services: Services, language: Language
) -> None:
    shown = await pupil.says("/topics")
    assert (await pupil.taps(shown, f"dm:{language}:"))["text"] == phrases.own.empty
    assert await rows_of(rich_services, "*", "own_routes") == []


async def test_there_is_an_end_to_steps_and_to_lessons(open_as: Open, services: Services, language: Language) -> None:
    stage = await open_as(language, services=services)
    phrases, page = services.phrasebook[language], await begun(stage)
    entries = [f"e-{name}" for name in services.library.entries]
    page = await picked(stage, page, *entries[:MOST_STEPS])
    assert (await picked(stage, page, entries[MOST_STEPS]))["text"] == phrases.own.full.format(most=MOST_STEPS)
    await stage.taps(page, phrases.own.make)
    for _ in range(MOST_ROUTES - 1):
        page = await picked(stage, await begun(stage), "c-score-list")
        page = await stage.taps(page, phrases.own.make)
    page = await picked(stage, await begun(stage), "c-score-list")
    assert (await stage.taps(page, phrases.own.make))["text"] == phrases.own.too_many


async def test_a_group_makes_no_lessons(
    open_as: Open, rich_services: Services, phrases: Phrases, language: Language
) -> None:
    group = await open_as(language, group=-1001, services=rich_services)
    shown = await group.says("/lesson")
    assert phrases.own.begin not in labels(shown)
    assert (await group.taps(shown, f"dr:{language}:"))["text"] == phrases.own.only_private
    assert (await group.taps(shown, f"of:{language}:"))["text"] == phrases.own.only_private
    assert (await group.taps(shown, f"da:{language}:e-bees-honey"))["text"] == phrases.callback.stale


async def test_what_cannot_be_kept_is_said(pupil: Stage, phrases: Phrases, bot_settings: Settings) -> None:
    page = await begun(pupil)
    with locked(bot_settings.nuancebot_data / "nuancebot.db"):
        assert (await picked(pupil, page, "e-bees-honey"))["text"] == phrases.preferences.unkept
