"""Language tags."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.languages import LANGUAGES, as_language


@pytest.mark.parametrize(
    ("tag", "language"),
    [
        ("nl", "nl"),
        ("NL", "nl"),
        ("nl-BE", "nl"),
        ("nl_BE", "nl"),
        ("en-GB-oxendict", "en"),
        ("fr", None),
        ("nld", None),
        ("", None),
        ("-nl", None),
        (None, None),
    ],
)
def test_a_tag_is_read_by_its_primary_language(tag: str | None, language: str | None) -> None:
    assert as_language(tag) == language


@given(st.text(st.characters()))
def test_any_tag_is_one_of_ours_or_none(tag: str) -> None:
    assert as_language(tag) in {*LANGUAGES, None}
