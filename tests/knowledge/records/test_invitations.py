"""Invitations to teach: they hold once, not too long, and only from a teacher."""

import asyncio
import datetime as dt
from pathlib import Path

import pytest

from knowledge.classes import INVITATION, MOST_CLASSES, MOST_TEACHERS, Class, Refused
from knowledge.records.classes import Teaching, class_of_teacher, teachers_of
from knowledge.records.invitations import Invitation, accept, invitation_of, invite, resign
from knowledge.records.keeper import Keeper
from knowledge.records.pupils import class_of, join
from tests.support.records import change, impatient_engine_of, keeping, locked, rows
from tests.support.school import NOW, TEACHER, opened

COLLEAGUE, STRANGER = 7, 8


async def secret_of(keeper: Keeper, kept: Class, teacher: int = TEACHER, *, handover: bool = False) -> str:
    """Let a teacher make an invitation that nothing stands in the way of."""
    secret = await invite(keeper, Teaching(teacher, kept.id, NOW), handover=handover)
    assert isinstance(secret, str)
    return secret


async def test_an_invitation_makes_a_teacher_once(keeper: Keeper) -> None:
    kept = await opened(keeper)
    secret = await secret_of(keeper, kept)
    invitation = Invitation(kept, TEACHER, handover=False)
    assert await invitation_of(keeper, secret, NOW) == invitation
    assert await accept(keeper, COLLEAGUE, secret, NOW) == invitation
    assert {*(await teachers_of(keeper, kept.id) or ())} == {TEACHER, COLLEAGUE}
    assert await accept(keeper, STRANGER, secret, NOW) is Refused.UNKNOWN
    assert await invitation_of(keeper, secret, NOW) is Refused.UNKNOWN


async def test_of_two_who_accept_at_once_one_becomes_a_teacher(keeper: Keeper) -> None:
    kept = await opened(keeper)
    secret = await secret_of(keeper, kept)
    came = await asyncio.gather(*(accept(keeper, who, secret, NOW) for who in (COLLEAGUE, STRANGER)))
    assert len([each for each in came if isinstance(each, Invitation)]) == 1
    assert len(await teachers_of(keeper, kept.id) or ()) == 2


async def test_a_class_is_handed_over(keeper: Keeper) -> None:
    kept = await opened(keeper)
    secret = await secret_of(keeper, kept, handover=True)
    assert await accept(keeper, COLLEAGUE, secret, NOW) == Invitation(kept, TEACHER, handover=True)
    assert await teachers_of(keeper, kept.id) == (COLLEAGUE,)
    assert await class_of_teacher(keeper, TEACHER, kept.id, NOW) is Refused.UNKNOWN


async def test_the_secret_is_not_in_the_database(keeper: Keeper, path: Path) -> None:
    secret = await secret_of(keeper, await opened(keeper))
    [(token,)] = rows(path, "SELECT token FROM class_invitations")
    assert token != secret
    assert len(secret) == 32


@pytest.mark.parametrize("secret", ["", "0" * 32, "x", "' or 1=1", "é\ud800"])
async def test_a_guessed_secret_leads_nowhere(keeper: Keeper, secret: str) -> None:
    kept = await opened(keeper)
    await secret_of(keeper, kept)
    assert await invitation_of(keeper, secret, NOW) is Refused.UNKNOWN
    assert await accept(keeper, STRANGER, secret, NOW) is Refused.UNKNOWN


async def test_an_invitation_holds_for_days_and_no_longer_than_the_class(keeper: Keeper) -> None:
    kept = await opened(keeper)
    secret = await secret_of(keeper, kept)
    assert isinstance(await invitation_of(keeper, secret, NOW + INVITATION - dt.timedelta(seconds=1)), Invitation)
    assert await accept(keeper, COLLEAGUE, secret, NOW + INVITATION) is Refused.UNKNOWN
    late = await invite(keeper, Teaching(TEACHER, kept.id, kept.ends_at - dt.timedelta(seconds=1)), handover=False)
    assert isinstance(late, str)
    assert await accept(keeper, COLLEAGUE, late, kept.ends_at) is Refused.UNKNOWN


async def test_several_colleagues_are_invited_but_not_ever_so_many(keeper: Keeper) -> None:
    kept = await opened(keeper)
    late = [NOW + dt.timedelta(seconds=number) for number in range(MOST_TEACHERS + 1)]
    secrets = [await invite(keeper, Teaching(TEACHER, kept.id, at), handover=False) for at in late]
    found = [await invitation_of(keeper, str(secret), NOW) for secret in secrets]
    assert [isinstance(each, Invitation) for each in found] == [False] + [True] * MOST_TEACHERS


async def test_a_class_is_offered_to_one_successor_at_a_time(keeper: Keeper) -> None:
    kept = await opened(keeper)
    beside = await secret_of(keeper, kept)
    first, second = [await secret_of(keeper, kept, handover=True) for _ in range(2)]
    assert await accept(keeper, COLLEAGUE, first, NOW) is Refused.UNKNOWN
    assert isinstance(await accept(keeper, COLLEAGUE, second, NOW), Invitation)
    assert await accept(keeper, STRANGER, beside, NOW) is Refused.UNKNOWN


async def test_only_a_teacher_invites_and_only_as_long_as_one(keeper: Keeper) -> None:
    kept = await opened(keeper)
    assert await invite(keeper, Teaching(STRANGER, kept.id, NOW), handover=True) is Refused.UNKNOWN
    assert await resign(keeper, Teaching(STRANGER, kept.id, NOW)) is Refused.UNKNOWN
    await accept(keeper, COLLEAGUE, await secret_of(keeper, kept), NOW)
    secret = await secret_of(keeper, kept, COLLEAGUE, handover=True)
    assert await resign(keeper, Teaching(COLLEAGUE, kept.id, NOW)) == kept
    assert await accept(keeper, STRANGER, secret, NOW) is Refused.UNKNOWN
    assert await teachers_of(keeper, kept.id) == (TEACHER,)


async def test_the_only_teacher_does_not_go(keeper: Keeper) -> None:
    kept = await opened(keeper)
    assert await resign(keeper, Teaching(TEACHER, kept.id, NOW)) is Refused.ALONE
    assert await teachers_of(keeper, kept.id) == (TEACHER,)


async def test_who_teaches_it_already_is_not_made_a_teacher_again(keeper: Keeper) -> None:
    kept = await opened(keeper)
    secret = await secret_of(keeper, kept, handover=True)
    assert await accept(keeper, TEACHER, secret, NOW) is Refused.TEACHING
    assert await teachers_of(keeper, kept.id) == (TEACHER,)


async def test_a_pupil_who_becomes_a_teacher_is_no_pupil_any_more(keeper: Keeper) -> None:
    kept = await opened(keeper)
    await join(keeper, COLLEAGUE, kept.code, NOW)
    await accept(keeper, COLLEAGUE, await secret_of(keeper, kept), NOW)
    assert await class_of(keeper, COLLEAGUE, NOW) is None


async def test_there_are_no_more_teachers_and_classes_than_there_can_be(keeper: Keeper, path: Path) -> None:
    kept = await opened(keeper)
    secret = await secret_of(keeper, kept)
    for number in range(1, MOST_TEACHERS):
        change(path, f"INSERT INTO class_teachers VALUES ({kept.id}, {number}, '2027-01-01')")  # noqa: S608
    assert await accept(keeper, COLLEAGUE, secret, NOW) is Refused.TOO_MANY
    assert await invite(keeper, Teaching(TEACHER, kept.id, NOW), handover=False) is Refused.TOO_MANY
    secret = await secret_of(keeper, kept, handover=True)
    for _ in range(MOST_CLASSES):
        await opened(keeper, STRANGER)
    assert await accept(keeper, STRANGER, secret, NOW) is Refused.TOO_MANY
    assert isinstance(await accept(keeper, COLLEAGUE, secret, NOW), Invitation)


async def test_while_the_database_is_away_nothing_is_promised(path: Path) -> None:
    for doing in (
        lambda keeper: invite(keeper, Teaching(TEACHER, 1, NOW), handover=False),
        lambda keeper: accept(keeper, COLLEAGUE, "0" * 32, NOW),
        lambda keeper: resign(keeper, Teaching(TEACHER, 1, NOW)),
        lambda keeper: invitation_of(keeper, "0" * 32, NOW),
    ):
        async with keeping(impatient_engine_of(path)) as keeper:
            await keeper.prepare()
            with locked(path):
                assert await doing(keeper) is Refused.AWAY
