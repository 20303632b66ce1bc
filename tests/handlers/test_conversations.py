"""Whole conversations through the real application: every act, in both languages, in private and in groups."""

import datetime as dt
import json
from dataclasses import replace

import pytest

from bot.offline.person import Person
from handlers.context import Services
from handlers.phrasebook import Phrases
from knowledge.dialogue.state import FORGOTTEN_AFTER
from knowledge.languages import Language
from knowledge.records.keeper import Keeper
from knowledge.records.store import Store
from tests.handlers.conftest import Open
from tests.support.rows import rows_of
from tests.support.stage import Stage, buttons, open_stage

GROUP = -1001


def question(services: Services, entry: str, language: Language) -> str:
    return services.library.entries[entry].texts[language].question


@pytest.mark.parametrize(
    ("language", "typed", "entry"),
    [
        ("nl", "geef eens een voorbeeld", "rongcheng-what"),
        ("en", "haha ok, for example?", "rongcheng-what"),
        ("nl", "is dat nog steeds zo?", "since-pilots"),
        ("en", "has that changed since?", "since-pilots"),
        ("nl", "en de nationale?", "national-list"),
        ("en", "and the national list?", "national-list"),
        ("nl", "nog een keer graag", "pilots-what"),
        ("en", "say that again", "pilots-what"),
        ("nl", "en de tweede dan?", "national-list"),
        ("en", "the second one please", "national-list"),
        ("nl", "wie heeft het essay geschreven?", "who-is-author"),
        ("en", "thanks! another question: who wrote the essay?", "who-is-author"),
    ],
)
async def test_an_answer_is_gone_on_from(
    open_as: Open, services: Services, language: Language, typed: str, entry: str
) -> None:
    stage = await open_as(language, services=services)
    await stage.says("/start pilots-what")
    assert question(services, entry, language) in (await stage.says(typed))["text"].split("\n")[0]


@pytest.mark.parametrize(
    ("language", "typed"),
    [("nl", "een stapje terug"), ("nl", "terug"), ("en", "go back"), ("en", "the previous one please")],
)
async def test_back_goes_back(open_as: Open, services: Services, language: Language, typed: str) -> None:
    stage = await open_as(language, services=services)
    for entry in ("pilots-what", "sesame-what"):
        await stage.says(f"/start {entry}")
    assert (await stage.says(typed))["text"].startswith(question(services, "pilots-what", language))


async def test_before_the_first_answer_there_is_nothing_to_go_back_to(speaker: Stage, phrases: Phrases) -> None:
    await speaker.says("/start bees-honey")
    assert (await speaker.says("terug"))["text"].startswith(f"{phrases.ask.nothing_before}\n\n")


@pytest.mark.parametrize(
    ("language", "typed"), [("nl", "nee, ik bedoel wie erop staat"), ("en", "no, i mean who is put on it")]
)
async def test_a_correction_is_read_anew(open_as: Open, services: Services, language: Language, typed: str) -> None:
    stage = await open_as(language, services=services)
    await stage.says("/start national-list")
    assert (await stage.says(typed))["text"].startswith(question(services, "who-is-listed", language))


@pytest.mark.parametrize(("language", "typed"), [("nl", "dat bedoel ik niet"), ("en", "no, the other one")])
async def test_a_correction_without_more_offers_something_else(
    open_as: Open, services: Services, language: Language, typed: str
) -> None:
    stage = await open_as(language, services=services)
    await stage.says("/start national-list")
    offer = await stage.says(typed)
    assert offer["text"] == services.phrasebook[language].ask.clarify
    assert not [label for label in buttons(offer) if label.endswith(question(services, "national-list", language))]


@pytest.mark.parametrize(("language", "typed"), [("nl", "is dat alles?"), ("en", "are you hiding something?")])
async def test_what_is_not_told_is_not_held_back(
    open_as: Open, services: Services, language: Language, typed: str
) -> None:
    stage = await open_as(language, services=services)
    await stage.says("/start xinjiang")
    said = (await stage.says(typed))["text"]
    assert said.startswith(services.phrasebook[language].ask.withheld)
    assert question(services, "xinjiang", language) in said


@pytest.mark.parametrize(("language", "typed"), [("nl", "over wie ging dat?"), ("en", "and who was it about?")])
async def test_what_is_in_the_answer_just_given_is_said_to_be(
    open_as: Open, services: Services, language: Language, typed: str
) -> None:
    stage = await open_as(language, services=services)
    await stage.says("/start dangan-what")
    said = (await stage.says(typed))["text"]
    assert said.startswith(services.phrasebook[language].ask.again)
    assert question(services, "dangan-what", language) in said


@pytest.mark.parametrize(
    ("language", "typed"), [("nl", "wat eng zeg"), ("en", "thats so creepy"), ("en", "wow that surprises me")]
)
async def test_a_remark_is_no_question(open_as: Open, services: Services, language: Language, typed: str) -> None:
    stage = await open_as(language, services=services)
    await stage.says("/start data-collected")
    assert (await stage.says(typed))["text"] in services.library.chatter[language]["remark"].replies


@pytest.mark.parametrize("typed", ["bron?", "volgende", "terug", "ok, eenvoudiger"])
async def test_an_act_before_any_answer_gets_a_kind_question(speaker: Stage, phrases: Phrases, typed: str) -> None:
    said = await speaker.says(typed)
    assert said["text"] == phrases.ask.nothing_yet
    assert [data.split(":")[2] for data in buttons(said).values()] == ["bees-honey", "owls-night"]


async def test_two_misses_in_a_row_open_the_topics(speaker: Stage, small_services: Services) -> None:
    lost = {phrases.ask.lost for phrases in small_services.phrasebook.values()}
    assert (await speaker.says("what is the capital of peru"))["text"] not in lost
    second = await speaker.says("recipe for soup")
    assert second["text"] in lost
    topics = [data.split(":")[2] for data in buttons(second).values() if data.startswith("t:")]
    assert topics == ["bees", "owls"]


@pytest.mark.parametrize("via", ["tap", "text"])
async def test_a_pick_of_an_option_is_a_lesson_in_what_was_meant(
    unsure: Stage, small_services: Services, via: str
) -> None:
    offer = await unsure.says("honey or stings")
    second = list(buttons(offer).values())[1]
    answer = await (unsure.taps(offer, second) if via == "tap" else unsure.says("2"))
    assert answer["text"].startswith("W")
    [(how, text, offered, entry)] = await rows_of(small_services, "via, text, offered, entry", "picks")
    assert (how, text, entry) == (via, "honey or stings", second.split(":")[2])
    assert json.loads(offered)[1] == entry


async def test_an_option_begins_with_what_sets_it_apart(open_as: Open, services: Services) -> None:
    stage = await open_as("en", services=services)
    await stage.says("/start rongcheng-rewards")
    offer = await stage.says("no, the other one")
    assert any(label.startswith("Sesame: What did a high Sesame score") for label in buttons(offer))


async def test_a_tap_on_a_follow_up_teaches_nothing(speaker: Stage, small_services: Services) -> None:
    answer = await speaker.says("/start bees-honey")
    await speaker.taps(answer, next(iter(buttons(answer))))
    assert await rows_of(small_services, "entry", "picks") == []


async def test_each_member_of_a_group_has_a_conversation_of_their_own(group_stage: Stage, language: Language) -> None:
    other = Person(group_stage.telegram, id=2, group=GROUP, language_code=language)
    await group_stage.says("/start bees-honey")
    await group_stage.hear(other.says("/start owls-night"))
    own = await group_stage.says("/ask simpler")
    [others] = await group_stage.hear(other.says("/ask simpler"))
    assert {"nl": "Simpel: honing.", "en": "Simple: honey."}[language] in own["text"]
    assert {"nl": "Simpel: nachtvluchten.", "en": "Simple: night flights."}[language] in others["text"]


async def test_after_a_restart_the_conversation_goes_on(
    open_as: Open, speaker: Stage, small_services: Services, language: Language, phrases: Phrases
) -> None:
    await speaker.says("/start bees-honey")
    await speaker.says("/start owls-night")
    keeper = Keeper(Store(small_services.keeper.store.engine), small_services.keeper.pseudonyms)
    stage = await open_as(language, services=replace(small_services, keeper=keeper))
    assert {"nl": "honing", "en": "honey"}[language] in (await stage.says("terug"))["text"]
    assert phrases.ask.nothing_before in (await stage.says("terug"))["text"]


async def test_after_a_pause_only_the_language_is_remembered(small_services: Services, phrases: Phrases) -> None:
    moment = [dt.datetime(2027, 1, 4, 9, 0, tzinfo=dt.UTC)]
    keeper = Keeper(Store(small_services.keeper.store.engine, lambda: moment[0]), small_services.keeper.pseudonyms)
    stage = await open_stage(replace(small_services, keeper=keeper), "en")
    await stage.says(f"/language {phrases.language_name}")
    await stage.says("/start bees-honey")
    moment[0] += FORGOTTEN_AFTER
    assert (await stage.says("bron"))["text"] == phrases.ask.nothing_yet
    await stage.application.shutdown()
