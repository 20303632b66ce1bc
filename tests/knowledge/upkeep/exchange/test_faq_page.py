"""Entries as a schema.org FAQPage."""

import json
from typing import Any

import pytest

from knowledge.library import Library
from knowledge.upkeep.exchange import faq_page
from knowledge.upkeep.exchange.items import Complaint, Defaults, Item, UnreadableFileError, items_of
from tests.support.exchange import carried

QUESTION = {"name": "What is wax?", "acceptedAnswer": {"text": "A comb's walls."}, "inLanguage": "en-GB"}


def read(*questions: object, defaults: Defaults | None = None) -> list[Item | Complaint]:
    """Read a page with these questions."""
    return list(faq_page.read(json.dumps({"mainEntity": questions}).encode(), defaults or Defaults()))


def test_what_a_page_can_hold_comes_back(small_library: Library) -> None:
    items = items_of(small_library)
    found = [one for one in faq_page.read(faq_page.write(items), Defaults()) if isinstance(one, Item)]
    assert [one.raw for one in found] == [carried(item.raw, faq_page.CARRIES) for item in items]


def test_a_page_of_somebody_else_is_read() -> None:
    [item] = read(QUESTION | {"alternateName": "wax?"}, defaults=Defaults(topic="bees"))
    assert isinstance(item, Item)
    assert (item.id, item.raw["topic"]) == ("what-is-wax", "bees")
    assert item.raw["en"] == {"question": "What is wax?", "answer": "A comb's walls.", "phrasings": ["wax?"]}


@pytest.mark.parametrize(
    "question",
    [
        "text",
        {"name": "What?"},
        QUESTION | {"inLanguage": "fr"},
        {key: value for key, value in QUESTION.items() if key != "inLanguage"},
        QUESTION | {"dateModified": "long ago"},
        QUESTION,
    ],
)
def test_a_question_that_does_not_fit_is_named(question: Any) -> None:
    found = read(QUESTION, question)
    assert [one.place for one in found if isinstance(one, Complaint)] == ["question 2"]
    assert len([one for one in found if isinstance(one, Item)]) == 1


@pytest.mark.parametrize("content", [b"[]", b"{}", b"<html>"])
def test_what_is_no_page_is_refused(content: bytes) -> None:
    with pytest.raises(UnreadableFileError):
        list(faq_page.read(content, Defaults()))
