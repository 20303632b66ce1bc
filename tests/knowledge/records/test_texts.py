"""Texts as every database can hold them."""

import pytest

from knowledge.records.texts import storable


@pytest.mark.parametrize(
    ("written", "held"),
    [("", ""), ("社会 🙂", "社会 🙂"), ("a\0b", "a\ufffdb"), ("a\ud800b", "a?b"), ("\0\udfff", "\ufffd?")],
)
def test_what_a_database_refuses_is_replaced(written: str, held: str) -> None:
    assert storable(written) == held
