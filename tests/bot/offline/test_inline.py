"""What Telegram takes and refuses as the answer to an inline query."""

import json
from typing import Any

import pytest

from bot.offline.person import Person
from bot.offline.telegram import OfflineTelegram
from tests.support.calls import does, refusal
from tests.support.naming import short

Data = dict[str, Any]


def article(**other: Any) -> Data:
    """Describe a result."""
    content = {"message_text": "<b>Text</b>", "parse_mode": "HTML"}
    return {"type": "article", "id": "1", "title": "Title", "input_message_content": content} | other


def asked(telegram: OfflineTelegram) -> str:
    """Give the id of a query that waits."""
    return str(Person(telegram).queries("bees")["inline_query"]["id"])


async def test_a_query_is_answered_once(telegram: OfflineTelegram) -> None:
    query = asked(telegram)
    form = {"inline_query_id": query, "results": json.dumps([article()])}
    assert await does(telegram, "answerInlineQuery", **form) is True
    assert telegram.inline.shown[query] == [article()]
    for number in (query, "unheard of"):
        status, description = await refusal(telegram, "answerInlineQuery", **form | {"inline_query_id": number})
        assert (status, "query ID is invalid" in description) == (400, True)


async def test_no_results_are_an_answer_too(telegram: OfflineTelegram) -> None:
    assert await does(telegram, "answerInlineQuery", inline_query_id=asked(telegram), results="[]") is True


@pytest.mark.parametrize(
    ("results", "reason"),
    [
        ([article(id=str(number)) for number in range(51)], "RESULTS_TOO_MUCH"),
        ([article(), article()], "RESULT_ID_DUPLICATE"),
        ([article(id="é" * 33)], "RESULT_ID_INVALID"),
        ([article(id="")], "RESULT_ID_INVALID"),
        ([article(title=" ")], "ARTICLE_TITLE_EMPTY"),
        ([article(input_message_content={"message_text": ""})], "message text is empty"),
        ([article(input_message_content={"message_text": "x" * 4097})], "message is too long"),
        ([article(input_message_content={"message_text": "<b>", "parse_mode": "HTML"})], "can't find end of tag"),
        ([article(reply_markup={"inline_keyboard": [[{"text": "x"}]]})], "text buttons are unallowed"),
        ([{"type": "game", "id": "1", "game_short_name": "x"}], "results of type 'game' are not there offline"),
        ([{"type": "article", "id": "1"}], "parameter results is not"),
    ],
    ids=short,
)
async def test_wrong_results_are_refused_and_the_query_goes_on_waiting(
    telegram: OfflineTelegram, results: list[Data], reason: str
) -> None:
    query = asked(telegram)
    form = {"inline_query_id": query, "results": json.dumps(results)}
    assert reason in (await refusal(telegram, "answerInlineQuery", **form))[1]
    assert query in telegram.inline.waiting


@pytest.mark.parametrize(
    ("button", "reason"),
    [
        ({"text": "", "start_parameter": "x"}, "exactly one action"),
        ({"text": "x"}, "exactly one action"),
        ({"text": "x", "start_parameter": "x", "web_app": {"url": "https://example.org"}}, "exactly one action"),
        ({"text": "x", "start_parameter": "no spaces"}, "START_PARAM_INVALID"),
        ({"text": "x", "start_parameter": "x" * 65}, "START_PARAM_INVALID"),
        ({"text": "x", "start_parameter": ""}, "START_PARAM_INVALID"),
    ],
    ids=short,
)
async def test_a_wrong_button_is_refused(telegram: OfflineTelegram, button: Data, reason: str) -> None:
    form = {"inline_query_id": asked(telegram), "results": "[]", "button": json.dumps(button)}
    assert reason in (await refusal(telegram, "answerInlineQuery", **form))[1]


async def test_a_long_offset_is_refused(telegram: OfflineTelegram) -> None:
    form = {"inline_query_id": asked(telegram), "results": "[]", "next_offset": "x" * 65}
    assert (await refusal(telegram, "answerInlineQuery", **form))[1] == "Bad Request: NEXT_OFFSET_INVALID"
