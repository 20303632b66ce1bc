"""/teach and the taps under gaps, as whole updates."""

from dataclasses import replace

import pytest

from handlers.context import Services
from handlers.phrasebook import Phrases
from knowledge.changes import Change, in_force
from knowledge.languages import Language
from knowledge.overlay import overlay
from knowledge.records.changes import log_of
from knowledge.records.editors import accept, invite
from tests.handlers.conftest import Open
from tests.support.stage import Data, Stage, buttons
from tests.support.upkeep_stage import BETTER, WORSE, Trials, beside, maintained, miss_something

STING = "What is it with stings <& more>?"
STINGS = {"en": STING, "nl": "Wat is er met steken <& meer>?"}


@pytest.fixture
def trials() -> Trials:
    """Trials under which nothing gets worse."""
    return Trials((BETTER,))


@pytest.fixture
async def maintainer(open_as: Open, small_services: Services, language: Language, trials: Trials) -> Stage:
    """A maintainer whose Telegram is set to that language."""
    await miss_something(small_services)
    return await open_as(language, services=replace(maintained(small_services), try_out=trials))


async def named(stage: Stage, services: Services, person: int, role: str) -> Stage:
    """Put somebody with a role in front of the same bot."""
    token = await invite(services.keeper, "maintainer" if role == "maintainer" else "contributor", services.now())
    assert token
    await accept(services.keeper, token, person, services.now())
    return beside(stage, person, "en")


async def tapped(stage: Stage, message: Data, label: str) -> list[Data]:
    """Tap a button; give all messages that come of it."""
    return await stage.hear(stage.person.taps(message, buttons(message)[label]))


async def changes(services: Services) -> tuple[Change, ...]:
    """Give the changes that hold."""
    return in_force(await log_of(services.keeper) or ())


async def test_a_gap_is_taught_with_three_taps(
    maintainer: Stage, small_services: Services, phrases: Phrases, language: Language, trials: Trials
) -> None:
    gaps = await maintainer.says("/gaps")
    gap = await maintainer.taps(gaps, phrases.gaps.button.format(number=1))
    [choice] = await tapped(maintainer, gap, phrases.gaps.teach)
    assert "• the pain of the needle" in choice["text"]
    trying, tried = await tapped(maintainer, choice, STINGS[language])
    assert trying["text"] == phrases.teach.trying
    assert phrases.teach.effect.format(better=1, worse=0, other=0) in tried["text"]
    assert "+ a needle" in tried["text"]
    assert await changes(small_services) == ()
    [done] = await tapped(maintainer, tried, phrases.teach.live)
    assert done["text"] == phrases.teach.done.format(revision=1)
    taught = (Change("phrasing", "en", "the pain of the needle", "bees-sting"),)
    assert (await changes(small_services), tuple(trials.tried)) == (taught, taught)
    [revision] = await log_of(small_services.keeper) or ()
    assert revision.reason == phrases.teach.reason.format(number=1)
    assert overlay(small_services.library, taught).made


async def test_what_is_live_is_not_made_live_twice(
    maintainer: Stage, small_services: Services, phrases: Phrases, language: Language
) -> None:
    choice = await maintainer.says("/teach needle needle needle")
    _, tried = await tapped(maintainer, choice, STINGS[language])
    await tapped(maintainer, tried, phrases.teach.live)
    again = await maintainer.taps(tried, f"tl:{language}:1")
    assert again["text"] == phrases.callback.stale
    assert len(await changes(small_services)) == 1


async def test_a_wording_is_typed_and_its_entry_looked_for(
    maintainer: Stage, small_services: Services, phrases: Phrases, language: Language
) -> None:
    await maintainer.says("/teach zzz qqq xxx")
    found = await maintainer.says("/teach 1 needle pain")
    assert STINGS[language] in buttons(found)
    by_id = await maintainer.says("/teach 1 owls-night")
    [first, *_] = buttons(by_id).values()
    _, tried = await maintainer.hear(maintainer.person.taps(by_id, first))
    await tapped(maintainer, tried, phrases.teach.live)
    [change] = await changes(small_services)
    assert (change.entry, change.text) == ("owls-night", "zzz qqq xxx")


async def test_what_is_not_ours_is_taught_as_such(
    maintainer: Stage, small_services: Services, phrases: Phrases
) -> None:
    choice = await maintainer.says("/teach what does a hive cost")
    _, tried = await tapped(maintainer, choice, phrases.teach.not_ours)
    await tapped(maintainer, tried, phrases.teach.live)
    [change] = await changes(small_services)
    assert (change.kind, change.entry) == ("not-ours", None)


async def test_what_makes_an_old_question_worse_needs_a_reason(
    maintainer: Stage, small_services: Services, phrases: Phrases, trials: Trials, language: Language
) -> None:
    trials.changes = (WORSE,)
    choice = await maintainer.says("/teach needle needle needle")
    _, tried = await tapped(maintainer, choice, STINGS[language])
    assert phrases.teach.worse.format(number=1) in tried["text"]
    assert phrases.teach.live not in buttons(tried)
    forced = await maintainer.taps(tried, f"tl:{language}:1")
    assert forced["text"] == phrases.teach.worse.format(number=1)
    assert phrases.teach.worse.format(number=1) in (await maintainer.says(f"/teach 1 {phrases.teach.anyway}"))["text"]
    assert await changes(small_services) == ()
    await maintainer.says(f"/teach 1 {phrases.teach.anyway} the exam is out of date")
    [revision] = await log_of(small_services.keeper) or ()
    assert revision.reason == "the exam is out of date"


async def test_what_can_not_be_taught_is_said(maintainer: Stage, phrases: Phrases, language: Language) -> None:
    choice = await maintainer.says("/teach tell me of honey comb")
    answer = await maintainer.taps(choice, STINGS[language])
    assert answer["text"] == phrases.teach.refusals["taken"].format(detail="bees-honey")


async def test_a_proposal_is_left(maintainer: Stage, small_services: Services, phrases: Phrases) -> None:
    choice = await maintainer.says("/teach needle needle needle")
    left = await maintainer.taps(choice, phrases.teach.drop)
    assert left["text"] == phrases.teach.dropped
    assert (await maintainer.taps(choice, "tp:en:1-0"))["text"] == small_services.phrasebook["en"].callback.stale


async def test_a_gap_is_set_aside(maintainer: Stage, phrases: Phrases) -> None:
    gap = await maintainer.taps(await maintainer.says("/gaps"), phrases.gaps.button.format(number=1))
    rest = await maintainer.taps(gap, phrases.gaps.later)
    assert "needle" not in rest["text"]
    assert "needle" not in (await maintainer.says("/gaps"))["text"]


async def test_a_contributor_proposes_and_a_maintainer_decides(
    maintainer: Stage, small_services: Services, phrases: Phrases
) -> None:
    english = small_services.phrasebook["en"]
    await maintainer.says("/start")
    contributor = await named(maintainer, small_services, 2, "contributor")
    choice = await contributor.says("/teach needle needle needle")
    _, tried = await tapped(contributor, choice, STING)
    assert english.teach.live not in buttons(tried)
    assert (await contributor.taps(tried, "tl:en:1"))["text"] == english.callback.stale
    told, proposed = await tapped(contributor, tried, english.teach.propose)
    assert (told["chat"]["id"], told["text"]) == (1, phrases.teach.comes.format(number=1))
    assert proposed["text"] == english.teach.proposed.format(number=1)
    waiting = await maintainer.says("/teach")
    [label] = [label for label in buttons(waiting) if label.startswith("1. ")]
    shown = await maintainer.taps(waiting, label)
    assert phrases.teach.refuse in buttons(shown)
    done, thanked = await tapped(maintainer, shown, phrases.teach.live)
    assert done["text"] == phrases.teach.done.format(revision=1)
    assert (thanked["chat"]["id"], thanked["text"]) == (2, english.teach.accepted.format(number=1))


async def test_a_proposal_is_refused_with_a_reason(
    maintainer: Stage, small_services: Services, phrases: Phrases
) -> None:
    english = small_services.phrasebook["en"]
    contributor = await named(maintainer, small_services, 2, "contributor")
    _, tried = await tapped(contributor, await contributor.says("/teach needle needle needle"), STING)
    await tapped(contributor, tried, english.teach.propose)
    assert (await contributor.says("/teach 1 no because"))["text"] != english.teach.refused
    answers = await maintainer.hear(maintainer.person.says(f"/teach 1 {phrases.teach.no} too vague"))
    assert [answer["text"] for answer in answers] == [
        phrases.teach.refused.format(number=1),
        english.teach.unwanted.format(number=1, reason="too vague"),
    ]
    assert await changes(small_services) == ()


async def test_nobody_else_gets_in(maintainer: Stage, small_services: Services, phrases: Phrases) -> None:
    stranger = beside(maintainer, 3)
    english = small_services.phrasebook["en"]
    for command in ("/teach", "/teach 1", "/gaps", "/undo", "/admins"):
        assert (await stranger.says(command))["text"] == english.ask.unknown_command
    choice = await maintainer.says("/teach needle needle needle")
    own = await stranger.says("/start")
    for data in (
        "tg:en:0123",
        "tp:en:1-0",
        "tp:en:1-new",
        "tl:en:1",
        "to:en:1",
        "tx:en:1",
        "ts:en:1",
        "tr:en:1",
        "gl:en:0",
        "ud:en:1",
    ):
        assert (await stranger.taps(own, data))["text"] == english.callback.stale
    assert phrases.teach.drop in buttons(choice)
    assert await changes(small_services) == ()


@pytest.mark.parametrize("verb", ["tl", "ts", "tr", "to", "tx", "tp", "gl", "tg", "ud", "ed"])
async def test_a_number_too_large_for_a_database_does_not_stop_it(
    maintainer: Stage, small_services: Services, verb: str
) -> None:
    stranger, own = beside(maintainer, 3), await maintainer.says("/start")
    for stage in (stranger, maintainer):
        await stage.hear(stage.person.taps(own, f"{verb}:en:{'9' * 40}"))
    assert not small_services.keeper._rests


@pytest.mark.parametrize("data", ["tp:en:1-99", "tp:en:1-", "tp:en:x-0", "tp:en:", "tl:en:abc", "ts:en:999", "tr:en:1"])
async def test_a_tampered_button_is_told(maintainer: Stage, small_services: Services, data: str) -> None:
    choice = await maintainer.says("/teach needle needle needle")
    assert (await maintainer.taps(choice, data))["text"] == small_services.phrasebook["en"].callback.stale
    assert await changes(small_services) == ()


async def test_it_goes_on_after_a_restart(maintainer: Stage, small_services: Services, open_as: Open) -> None:
    choice = await maintainer.says("/teach needle needle needle")
    again = await open_as("en", services=replace(maintained(small_services), try_out=Trials()))
    _, tried = await again.hear(again.person.taps(choice, "tp:en:1-0"))
    assert small_services.phrasebook["en"].teach.live in buttons(tried)
