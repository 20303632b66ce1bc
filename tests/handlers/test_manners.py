"""/quiet and /lively as whole updates: who may choose, and what the choice changes."""

import pytest

from bot.offline.person import Person
from handlers.context import Services
from handlers.phrasebook import Phrases
from knowledge.languages import Language
from tests.handlers.conftest import Open
from tests.support.broken import with_broken_keeper
from tests.support.stage import Stage

GROUP = -1001
HONEY = {"nl": "vertel van honing comb", "en": "tell me of honey comb"}


async def says(stage: Stage, person: Person, text: str) -> str:
    """Let somebody else say something; give what comes back."""
    [message] = await stage.hear(person.says(text))
    return str(message["text"])


def in_charge(stage: Stage, status: str = "administrator", *, anonymous: bool = False) -> Person:
    """Give another person in the group, of the same language."""
    code = stage.person.language_code
    return Person(stage.telegram, id=2, group=GROUP, language_code=code, status=status, anonymous=anonymous)


@pytest.mark.parametrize(("status", "anonymous"), [("administrator", False), ("creator", False), ("creator", True)])
async def test_an_administrator_makes_it_quiet_and_lively_again(
    group_stage: Stage, language: Language, phrases: Phrases, status: str, *, anonymous: bool
) -> None:
    chief, asked = in_charge(group_stage, status, anonymous=anonymous), HONEY[language]
    mention = f"@nuance_offline_bot {asked}"
    answer = await group_stage.says(mention)
    assert await says(group_stage, chief, "/quiet") == phrases.groups.quiet
    assert await group_stage.hear(group_stage.person.says(mention)) == []
    assert await group_stage.hear(group_stage.person.replies(answer, asked)) == []
    assert (await group_stage.says(f"/ask {asked}"))["text"] == answer["text"]
    assert await says(group_stage, chief, "/lively@nuance_offline_bot") == phrases.groups.lively
    assert (await group_stage.says(mention))["text"] == answer["text"]


@pytest.mark.parametrize("status", ["member", "restricted", "left", "kicked"])
@pytest.mark.parametrize("command", ["/quiet", "/lively"])
async def test_others_are_refused(
    group_stage: Stage, small_services: Services, phrases: Phrases, status: str, command: str
) -> None:
    await small_services.keeper.set_quiet(GROUP, quiet=command == "/lively")
    other = in_charge(group_stage, status)
    assert await says(group_stage, other, command) == phrases.groups.administrators
    assert await small_services.keeper.is_quiet(GROUP) is (command == "/lively")


async def test_a_channel_that_writes_in_the_group_is_a_guest(group_stage: Stage, phrases: Phrases) -> None:
    update = in_charge(group_stage).says("/quiet")
    update["message"]["sender_chat"] = {"id": -77, "type": "channel", "title": "News"}
    [message] = await group_stage.hear(update)
    assert message["text"] == phrases.groups.administrators


async def test_somebody_of_whom_nothing_is_known_is_refused(group_stage: Stage, phrases: Phrases) -> None:
    update = group_stage.person.says("/quiet")
    del update["message"]["from"]
    [message] = await group_stage.hear(update)
    assert message["text"] in {phrases.groups.administrators, "Only administrators of this group can choose that."}


async def test_an_administrator_elsewhere_is_refused(group_stage: Stage, phrases: Phrases) -> None:
    Person(group_stage.telegram, id=1, group=-2, status="creator")
    assert (await group_stage.says("/quiet"))["text"] == phrases.groups.administrators


async def test_if_telegram_does_not_say_who_is_in_charge_nothing_changes(
    group_stage: Stage, small_services: Services, phrases: Phrases
) -> None:
    chief = in_charge(group_stage)
    group_stage.telegram.membership.members.clear()
    assert await says(group_stage, chief, "/quiet") == phrases.groups.unchecked
    assert not await small_services.keeper.is_quiet(GROUP)


@pytest.mark.parametrize("command", ["/quiet", "/lively"])
async def test_in_private_there_is_nothing_to_choose(speaker: Stage, phrases: Phrases, command: str) -> None:
    assert (await speaker.says(command))["text"] == phrases.groups.only_groups


async def test_a_choice_that_can_not_be_kept_is_said(open_as: Open, small_services: Services) -> None:
    services = with_broken_keeper(small_services, "nothing")
    services.keeper._resting_until = float("inf")
    stage = await open_as("en", group=GROUP, services=services)
    assert await says(stage, in_charge(stage), "/quiet") == services.phrasebook["en"].groups.unkept


async def test_each_group_has_its_own_manners(group_stage: Stage, small_services: Services) -> None:
    await group_stage.hear(in_charge(group_stage).says("/quiet"))
    assert [await small_services.keeper.is_quiet(group) for group in (GROUP, -1002)] == [True, False]


async def test_the_answer_stays_in_its_topic(group_stage: Stage) -> None:
    chief = in_charge(group_stage)
    chief.enters(7)
    [message] = await group_stage.hear(chief.says("/quiet"))
    assert message["message_thread_id"] == 7
