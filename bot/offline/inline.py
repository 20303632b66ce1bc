"""Inline mode at Telegram: a query waits for its one answer, which has to keep to the rules of results."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from bot.offline.limits import check_keyboard, message_text
from bot.offline.refusals import RefusedError

Data = dict[str, Any]

MAX_RESULTS = 50
MAX_ID_BYTES = 64
MAX_OFFSET_BYTES = 64

_START = re.compile(r"[A-Za-z0-9_-]{1,64}")


@dataclass
class InlineQueries:
    """The queries that wait for an answer, and the results that people were shown, by the query's id."""

    waiting: set[str] = field(default_factory=set)
    shown: dict[str, list[Data]] = field(default_factory=dict)

    def answer(self, parameters: Data) -> bool:
        """Take the answer to a query.

        Raises:
            RefusedError: nobody waits for it (any more), or a result or the button is not as Telegram wants it.
        """
        query = parameters["inline_query_id"]
        if query not in self.waiting:
            raise RefusedError("query is too old and response timeout expired or query ID is invalid")
        check_results(parameters["results"])
        _check_button(parameters.get("button"))
        if len(parameters.get("next_offset", "").encode()) > MAX_OFFSET_BYTES:
            raise RefusedError("NEXT_OFFSET_INVALID")
        self.waiting.remove(query)
        self.shown[query] = parameters["results"]
        return True


def check_results(results: Iterable[Data]) -> None:
    """Check the results of a query.

    Raises:
        RefusedError: there are too many, two have the same id, or one could not be sent if it were chosen.
    """
    results = list(results)
    if len(results) > MAX_RESULTS:
        raise RefusedError("RESULTS_TOO_MUCH")
    if len({result["id"] for result in results}) < len(results):
        raise RefusedError("RESULT_ID_DUPLICATE")
    for result in results:
        if not 1 <= len(result["id"].encode()) <= MAX_ID_BYTES:
            raise RefusedError("RESULT_ID_INVALID")
        if result["type"] != "article":
            msg = f"results of type {result['type']!r} are not there offline"
            raise RefusedError(msg)
        if not result["title"].strip():
            raise RefusedError("ARTICLE_TITLE_EMPTY")
        content = result["input_message_content"]
        message_text(content | {"text": content["message_text"]})
        check_keyboard(result.get("reply_markup"))


def _check_button(button: Data | None) -> None:
    if button is None:
        return
    if not button["text"].strip() or ("web_app" in button) == ("start_parameter" in button):
        raise RefusedError("inline query results button must have a text and exactly one action")
    if not _START.fullmatch(button.get("start_parameter", "-")):
        raise RefusedError("START_PARAM_INVALID")
