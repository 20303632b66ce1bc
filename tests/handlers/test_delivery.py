"""What becomes of a message that nobody just asked for."""

import pytest
from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter, TelegramError, TimedOut
from telegram.warnings import PTBDeprecationWarning

from handlers.delivery import Delivery, UndeliveredError, deliver
from handlers.replies import Reply
from tests.support.stage import Stage


class Refusing:
    """A bot that fails at every message."""

    def __init__(self, error: TelegramError) -> None:
        self._error = error

    async def send_message(self, *_: object, **__: object) -> None:
        raise self._error


async def test_a_message_is_sent(small_stage: Stage) -> None:
    assert await deliver(small_stage.application.bot, small_stage.person.id, Reply("<b>x</b>")) is Delivery.SENT
    assert small_stage.telegram.calls[-1].result["text"] == "x"


@pytest.mark.parametrize(
    ("error", "delivery"),
    [
        (Forbidden("bot was blocked by the user"), Delivery.GONE),
        (BadRequest("Chat not found"), Delivery.GONE),
        (BadRequest("Message is too long"), Delivery.FAILED),
        (TelegramError("odd"), Delivery.FAILED),
        (UndeliveredError("unreachable"), Delivery.LATER),
        (NetworkError("Bad Gateway"), Delivery.SENT),
        (TimedOut(), Delivery.SENT),
    ],
)
async def test_what_may_have_arrived_is_not_sent_again(error: TelegramError, delivery: Delivery) -> None:
    assert await deliver(Refusing(error), 1, Reply("x")) is delivery  # type: ignore[arg-type]


async def test_telegram_asking_for_patience_gets_it() -> None:
    with pytest.warns(PTBDeprecationWarning):
        error = RetryAfter(3)
    assert await deliver(Refusing(error), 1, Reply("x")) is Delivery.LATER  # type: ignore[arg-type]


async def test_the_log_tells_the_kind_and_nothing_else(caplog: pytest.LogCaptureFixture) -> None:
    await deliver(Refusing(NetworkError("private words")), 987654321, Reply("x"))  # type: ignore[arg-type]
    assert "NetworkError" in caplog.text
    assert "private" not in caplog.text
    assert "987654321" not in caplog.text
