"""Who keeps the base in chat."""

import itertools

import pytest

from handlers.context import Services
from handlers.roles import is_at_least
from knowledge.proposals import Role
from knowledge.records.editors import accept, invite
from tests.handlers.conftest import Open
from tests.support.broken import with_broken_keeper
from tests.support.stage import Stage
from tests.support.upkeep_stage import maintained

ROLES: tuple[Role, ...] = ("contributor", "maintainer", "administrator")
LEAST: dict[str, Role] = {
    "/gaps": "contributor",
    "/teach": "contributor",
    "/undo": "maintainer",
    "/admins": "administrator",
}


@pytest.mark.parametrize(("one", "other"), [*itertools.product(ROLES, ROLES)])
def test_each_role_has_all_that_those_before_it_have(one: Role, other: Role) -> None:
    assert is_at_least(one, other) is (ROLES.index(one) >= ROLES.index(other))
    assert not is_at_least(None, other)


@pytest.mark.parametrize(("role", "command"), [*itertools.product(ROLES[:2], LEAST)])
async def test_a_command_is_there_for_its_roles_alone(
    small_stage: Stage, small_services: Services, role: Role, command: str
) -> None:
    token = await invite(small_services.keeper, role, small_services.now())  # type: ignore[arg-type]
    assert token
    await accept(small_services.keeper, token, small_stage.person.id, small_services.now())
    unknown = small_services.phrasebook["en"].ask.unknown_command
    allowed = ROLES.index(role) >= ROLES.index(LEAST[command])
    assert ((await small_stage.says(command))["text"] != unknown) is allowed


@pytest.mark.parametrize("command", LEAST)
async def test_in_groups_they_are_silent(open_as: Open, small_services: Services, command: str) -> None:
    stage = await open_as("en", group=-1001, services=maintained(small_services))
    assert await stage.hear(stage.person.says(command)) == []


async def test_who_is_named_in_the_settings_gets_in_without_a_database(open_as: Open, small_services: Services) -> None:
    services = maintained(with_broken_keeper(small_services, "nothing"))
    services.keeper._resting_until = float("inf")
    stage = await open_as("en", services=services)
    assert (await stage.says("/admins"))["text"] == services.phrasebook["en"].gaps.away
