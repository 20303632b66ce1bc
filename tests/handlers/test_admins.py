"""/admins, as whole updates."""

import re

import pytest

from handlers.context import Services
from handlers.phrasebook import Phrases
from knowledge.languages import Language
from knowledge.records.editors import named_role
from tests.handlers.conftest import Open
from tests.support.stage import Stage, buttons
from tests.support.upkeep_stage import beside, maintained


@pytest.fixture
async def administrator(open_as: Open, small_services: Services, language: Language) -> Stage:
    """An administrator whose Telegram is set to that language."""
    return await open_as(language, services=maintained(small_services))


async def test_somebody_is_invited_comes_once_and_is_dismissed(
    administrator: Stage, small_services: Services, phrases: Phrases
) -> None:
    english = small_services.phrasebook["en"].admins
    page = await administrator.says("/admins")
    role = phrases.admins.roles["contributor"]
    invitation = await administrator.taps(page, phrases.admins.invite.format(role=role))
    start = re.search(r"start=(\S+)", invitation["text"])
    assert start
    colleague, late = beside(administrator, 2), beside(administrator, 3)
    welcome = await colleague.says(f"/start {start[1]}")
    assert welcome["text"] == english.welcome.format(role=english.roles["contributor"])
    assert (await late.says(f"/start {start[1]}"))["text"] == english.expired
    assert await named_role(small_services.keeper, 2) == "contributor"
    assert (await colleague.says("/gaps"))["text"] != small_services.phrasebook["en"].ask.unknown_command
    assert (await colleague.says("/admins"))["text"] == small_services.phrasebook["en"].ask.unknown_command
    listed = await administrator.says("/admins")
    assert role in listed["text"]
    assert "2" not in re.sub(r"^1\.|\d+ ", "", listed["text"]).split()
    gone = await administrator.taps(listed, phrases.admins.dismiss.format(number=1))
    assert role not in gone["text"]
    assert (await colleague.says("/gaps"))["text"] == small_services.phrasebook["en"].ask.unknown_command


async def test_nobody_else_invites(administrator: Stage, small_services: Services) -> None:
    stranger = beside(administrator, 3)
    own = await stranger.says("/start")
    for data in ("ed:en:maintainer", "ed:en:1", "ed:en:"):
        assert (await stranger.taps(own, data))["text"] == small_services.phrasebook["en"].callback.stale
    assert "start=e-" not in str(buttons(own))


@pytest.mark.parametrize("secret", ["", "0" * 32, "../..", "x" * 60])
async def test_an_invitation_that_is_none_is_told(administrator: Stage, small_services: Services, secret: str) -> None:
    stranger = beside(administrator, 3)
    answer = await stranger.says(f"/start e-{secret}")
    assert answer["text"] == small_services.phrasebook["en"].admins.expired
