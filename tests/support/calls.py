"""Calls of the Bot API in the process, by name and values."""

from typing import Any

from bot.offline.schema import check_type, facts
from bot.offline.telegram import OfflineTelegram


async def does(telegram: OfflineTelegram, method: str, **form: Any) -> Any:
    """Make a call that is taken; give its result, which is of a type that the method returns."""
    status, body = await telegram.call(method, {name: str(value) for name, value in form.items()})
    assert (status, body["ok"]) == (200, True), body
    described = next(facts()["methods"][name] for name in facts()["methods"] if name.lower() == method.lower())
    check_type(body["result"], described["returns"], "result")
    return body["result"]


async def refusal(telegram: OfflineTelegram, method: str, **form: Any) -> tuple[int, str]:
    """Make a call that is refused, and of which nothing is noted; give the status and the reason."""
    before = len(telegram.calls)
    status, body = await telegram.call(method, {name: str(value) for name, value in form.items()})
    assert (body["ok"], body["error_code"]) == (False, status)
    assert len(telegram.calls) == before
    return status, body["description"]
