"""What becomes of a proposal, where two decide at once or the base changed meanwhile."""

from dataclasses import replace

import pytest
from telegram import Bot
from telegram.error import BadRequest, Forbidden, TelegramError

from handlers.context import Services
from handlers.delivery import UndeliveredError
from knowledge.proposals import Effect, Proposal
from knowledge.records.changes import log_of
from knowledge.records.proposals import begin, proposal_of
from tests.handlers.conftest import Open
from tests.support.changes import HONEY
from tests.support.stage import Stage
from tests.support.upkeep_stage import maintained

OPEN = Proposal(0, 2, "open", (), changes=(HONEY,), effect=Effect(0, 0, 0, ()))


@pytest.fixture
async def maintainer(open_as: Open, small_services: Services) -> Stage:
    """A maintainer who speaks English."""
    return await open_as("en", services=maintained(small_services))


async def put_before(services: Services, proposal: Proposal) -> None:
    """Put a proposal before the maintainers."""
    assert await begin(services.keeper, proposal, services.now())


@pytest.mark.parametrize("data", ["tl:en:1", "tr:en:1"])
async def test_a_proposal_is_decided_once(maintainer: Stage, small_services: Services, data: str) -> None:
    await put_before(small_services, OPEN)
    own = await maintainer.says("/start")
    await maintainer.hear(maintainer.person.taps(own, "tr:en:1"))
    assert (await maintainer.taps(own, data))["text"] == small_services.phrasebook["en"].callback.stale
    found = await proposal_of(small_services.keeper, 1)
    assert found
    assert found.state == "refused"


async def test_what_does_not_fit_any_more_is_not_made(maintainer: Stage, small_services: Services) -> None:
    await put_before(small_services, replace(OPEN, changes=(replace(HONEY, entry="gone"),)))
    answer = await maintainer.taps(await maintainer.says("/start"), "tl:en:1")
    assert answer["text"] == small_services.phrasebook["en"].teach.refusals["no-entry"].format(detail="gone")
    assert await log_of(small_services.keeper) == ()


async def test_what_was_not_tried_out_is_not_made(maintainer: Stage, small_services: Services) -> None:
    await put_before(small_services, replace(OPEN, effect=None))
    await maintainer.taps(await maintainer.says("/start"), "tl:en:1")
    assert await log_of(small_services.keeper) == ()


@pytest.mark.parametrize(
    ("error", "logged"),
    [
        (Forbidden("bot was blocked by the user"), []),
        (BadRequest("odd, of 987654321"), ["a message that was asked for could not be sent: BadRequest"]),
        (UndeliveredError("987654321"), ["a message that was asked for could not be sent: UndeliveredError"]),
    ],
)
@pytest.mark.parametrize("data", ["tl:en:1", "tr:en:1"])
async def test_an_author_who_cannot_be_told_holds_up_nothing(  # noqa: PLR0913, PLR0917
    maintainer: Stage,
    small_services: Services,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    data: str,
    error: TelegramError,
    logged: list[str],
) -> None:
    await put_before(small_services, replace(OPEN, chat_id=987654321))
    own = await maintainer.says("/start")

    async def fail(_bot: Bot, chat_id: int, *_: object, **__: object) -> None:
        assert chat_id == 987654321
        raise error

    monkeypatch.setattr(type(maintainer.application.bot), "send_message", fail)
    [done] = await maintainer.hear(maintainer.person.taps(own, data))
    words = small_services.phrasebook["en"].teach
    assert done["text"] == {"tl:en:1": words.done.format(revision=1), "tr:en:1": words.refused.format(number=1)}[data]
    assert [record.getMessage() for record in caplog.records] == logged
