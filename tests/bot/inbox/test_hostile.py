"""Whatever comes, nothing crashes, and who writes next is answered; many more with `tests/benchmarks/fuzz.py`."""

import json

import pytest

from bot.inbox.raw import arriving
from handlers.context import Services
from tests.support.fuzzing import fuzz
from tests.support.hostile import Hostile, as_sent


@pytest.mark.parametrize("seed", range(3))
async def test_hostile_updates_harm_nobody(small_services: Services, seed: int) -> None:
    found, errors = await fuzz(small_services, 1500, seed)
    assert errors == []
    assert (found.crashes, found.errors, found.unanswered) == (0, 0, 0)
    assert found.updates > found.unreadable > 0


def test_every_kind_comes_and_can_be_written_down() -> None:
    updates = list(Hostile(1).updates(3000))
    kinds = {key for update in updates if isinstance(update, dict) for key in update}
    assert {"message", "callback_query", "inline_query", "poll_answer", "my_chat_member", "chat_boost"} <= kinds
    for update in updates:
        taken = arriving(json.loads(as_sent(update)))
        assert taken is None or json.loads(taken.content)
