"""Text as people type it, made comparable."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.text import clauses, words

ANY_TEXT = st.text(st.characters())


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("What's  THE\n score?", ["whats", "the", "score"]),
        ("foto\u2019s van \u2019t essay", ["fotos", "van", "t", "essay"]),
        ("één reëel café", ["een", "reeel", "cafe"]),
        ("e\u0301e\u0301n", ["een"]),
        ("\ufb01rst \uff21\uff22", ["first", "ab"]),
        ("Stra\u00dfe", ["strasse"]),
        ("so\u00adcial\u200b cre\u200ddit", ["social", "credit"]),
        ("zero\u202ewidth", ["zerowidth"]),
        ("snake_case_word", ["snake", "case", "word"]),
        ("2014-2020", ["2014", "2020"]),
        ("你好 社会信用", ["你好", "社会信用"]),
        ("привет", ["привет"]),
        ("مرحبا", ["مرحبا"]),
        ("a\ud800b", ["ab"]),
        ("🙂 ... ?!", []),
        ("", []),
        (" \t\u3000\u2028", []),
    ],
)
def test_words_are_read_whatever_their_form(typed: str, found: list[str]) -> None:
    assert words(typed) == found


@given(ANY_TEXT)
def test_any_text_becomes_clean_words(text: str) -> None:
    found = words(text)
    assert all(found)
    assert all(word == word.strip() and "_" not in word for word in found)
    "".join(found).encode("utf-8")


@given(ANY_TEXT)
def test_case_and_outer_space_make_no_difference(text: str) -> None:
    short = text[:20]
    assert words(f"  {short} ") == words(short)


@given(st.lists(st.from_regex(r"[a-z0-9]{1,9}", fullmatch=True), max_size=20))
def test_plain_words_come_back_as_they_are(plain: list[str]) -> None:
    assert words(" ".join(plain).upper()) == plain


@pytest.mark.parametrize("word", ["हिन्दी", "தமிழ்", "ไทยที่"])
def test_every_script_is_kept(word: str) -> None:
    assert words(word) == [word]


def test_only_latin_accents_are_folded() -> None:
    assert words("й") != words("и")


@pytest.mark.parametrize(
    ("text", "split"),
    [
        ("haha, nee. en dan?", ["haha", " nee", " en dan"]),
        ("ok - and the well-known list", ["ok", "and the well-known list"]),
        ("wow 😂 really…", ["wow ", " really"]),
        ("?!", []),
    ],
)
def test_clauses_end_at_stops_and_pictures(text: str, split: list[str]) -> None:
    assert clauses(text) == split
