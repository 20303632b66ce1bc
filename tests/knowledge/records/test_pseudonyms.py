"""Chat ids as keyed hashes."""

import hashlib
import hmac
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.records.pseudonyms import KEY_BYTES, Pseudonyms

KEY = bytes(range(KEY_BYTES))
CHAT_IDS = st.integers(-(2**63), 2**63)


@given(CHAT_IDS)
def test_a_pseudonym_is_a_shortened_hmac_of_the_id(chat_id: int) -> None:
    pseudonym = Pseudonyms(KEY).of(chat_id)
    assert re.fullmatch("[0-9a-f]{32}", pseudonym)
    assert hmac.new(KEY, str(chat_id).encode(), hashlib.sha256).hexdigest().startswith(pseudonym)


@given(CHAT_IDS, CHAT_IDS)
def test_two_chats_have_one_pseudonym_only_if_they_are_one(one: int, other: int) -> None:
    pseudonyms = Pseudonyms(KEY)
    assert (pseudonyms.of(one) == pseudonyms.of(other)) == (one == other)


def test_another_key_gives_another_pseudonym() -> None:
    assert Pseudonyms(KEY).of(1) != Pseudonyms(KEY[::-1]).of(1)


def test_a_number_and_its_digits_are_one_chat() -> None:
    assert Pseudonyms(KEY).of(-100) == Pseudonyms(KEY).of("-100")


@pytest.mark.parametrize("length", [0, 1, KEY_BYTES - 1])
def test_a_short_key_is_refused_without_being_quoted(length: int) -> None:
    with pytest.raises(ValueError, match=r"^a pseudonym key needs 32 bytes$"):
        Pseudonyms(b"k" * length)
