"""Sources, ways on and later facts as lines of text."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.upkeep.exchange.notation import (
    UnclearError,
    next_from_text,
    next_to_text,
    since_from_text,
    since_to_text,
    sources_from_text,
    sources_to_text,
)

NAME = st.from_regex(r"[a-z]{1,8}(-[a-z0-9]{1,6})?", fullmatch=True)
PARA = st.integers(0, 99) | NAME | st.integers(0, 99).map(str)
POINTER = st.fixed_dictionaries(
    {"work": NAME}, optional={"section": NAME, "para": st.lists(PARA, min_size=1, max_size=4)}
)
TEXT = (
    st.text(st.characters(exclude_categories=["C", "Z"]) | st.sampled_from(" \n|\\"), min_size=1)
    .map(str.strip)
    .filter(bool)
)


@given(st.lists(POINTER, max_size=4))
def test_sources_come_back(sources: list[dict[str, Any]]) -> None:
    assert sources_from_text(sources_to_text(sources)) == sources


@given(st.lists(st.fixed_dictionaries({"kind": NAME, "entry": NAME}), max_size=4))
def test_ways_on_come_back(following: list[dict[str, str]]) -> None:
    assert next_from_text(next_to_text(following)) == following


@given(st.lists(TEXT, max_size=3))
def test_later_facts_come_back_whatever_is_told(texts: list[str]) -> None:
    since = [{"date": "2021", "certainty": "reported", "sources": ["a", "b"], "nl": text} for text in texts]
    assert since_from_text(since_to_text(since, "nl"), "nl") == since


@pytest.mark.parametrize("text", ["a | b | 1 | more", "| b"])
def test_a_source_of_another_form_is_named(text: str) -> None:
    with pytest.raises(UnclearError, match="a source is written"):
        sources_from_text(text)


@pytest.mark.parametrize("text", ["why bees-honey", ": bees-honey", "why:"])
def test_a_way_on_of_another_form_is_named(text: str) -> None:
    with pytest.raises(UnclearError, match="a way on is written"):
        next_from_text(text)


def test_a_later_fact_of_another_form_is_named() -> None:
    with pytest.raises(UnclearError, match="a later fact is written"):
        since_from_text("2021 | reported | told", "nl")
