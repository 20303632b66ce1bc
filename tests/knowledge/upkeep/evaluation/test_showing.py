"""Texts of strangers on one line, shares as they are read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.upkeep.evaluation.showing import LONGEST, share, shown


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("who makes honey?", "who makes honey?"),
        ("two\nlines\tand  more ", "two lines and more"),
        ("a\u202eb\x07c\x00", "a\\u202eb\\u0007c\\u0000"),
        ("\ud83d", "\\ud83d"),
        ("社会 👍", "社会 👍"),
        ("<b>", "<b>"),
        ("x" * (LONGEST + 1), "x" * (LONGEST - 1) + "…"),
        ("", ""),
    ],
    ids=range(8),
)
def test_a_text_is_shown_on_one_line_without_anything_hidden(text: str, seen: str) -> None:
    assert shown(text) == seen


@given(st.text(st.characters()))
def test_any_text_can_be_shown_and_written(text: str) -> None:
    assert shown(text).isprintable()
    assert len(shown(text).encode().decode()) >= min(len(text.strip()), 1)


@pytest.mark.parametrize(
    ("number", "read"), [(0.0, ".00"), (0.714, ".71"), (0.996, "1.00"), (1.0, "1.00"), (16.25, "16.25"), (None, "-")]
)
def test_a_share_is_read_in_hundredths(number: float | None, read: str) -> None:
    assert share(number) == read
