"""How the Bot API says no."""

from http import HTTPStatus

from bot.offline.refusals import RefusedError


def test_a_refusal_is_a_bad_request_with_its_sentence() -> None:
    refused = RefusedError("chat not found")
    assert refused.status == 400
    assert refused.description == str(refused) == "Bad Request: chat not found"


def test_a_refusal_can_have_another_status() -> None:
    refused = RefusedError("method not found", HTTPStatus.NOT_FOUND)
    assert refused.status == 404
    assert refused.description == "Not Found: method not found"
