"""One raw update in, calls out; one that can't be read is told apart from all others."""

import pytest

from bot.inbox.core import Core, UnreadableUpdateError
from tests.support.stage import Stage


async def test_an_update_becomes_calls(small_stage: Stage) -> None:
    await Core(small_stage.application).answer(small_stage.person.says("tell me of honey comb"))
    assert "something of honey" in small_stage.telegram.calls[-1].result["text"]


@pytest.mark.parametrize(
    "content",
    [
        {"message": {"message_id": "private words"}},
        {"message": {"chat": {}, "text": "private words"}},
        {"callback_query": "private words"},
        {"inline_query": {"from": {"id": {}}}},
        {"poll_answer": {"option_ids": 5}},
    ],
)
async def test_what_can_not_be_read_is_said_by_its_kind_alone(small_stage: Stage, content: dict[str, object]) -> None:
    with pytest.raises(UnreadableUpdateError) as raised:
        await Core(small_stage.application).answer({"update_id": 1, **content})
    assert str(raised.value) in {"not of its form", "KeyError", "TypeError"}
    assert "private" not in str(raised.value)
    assert small_stage.telegram.calls[-1].method == "getme"


async def test_what_is_of_a_kind_that_nobody_knows_is_no_error(small_stage: Stage) -> None:
    await Core(small_stage.application).answer({"update_id": 1, "something_new": {"text": "x"}})
