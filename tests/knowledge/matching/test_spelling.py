"""Words that the base does not know, read as those that it does."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.matching.spelling import Speller
from knowledge.text import words

KNOWN = ("trust", "credit", "blacklist", "surveillance", "list", "krediet", "vertrouwen")
SPELLER = Speller(KNOWN)
COMPOUNDS = Speller(
    ("voedselschandaal", "overheid", "cijfer", "social", "credit", "score", "creditscore", "in", "komen")
)


def mended(typed: str) -> str:
    return " ".join(SPELLER.mend(words(typed)))


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("the CREDTI system", "the credti credit system"),
        ("blakclsit", "blakclsit"),
        ("surveilance", "surveilance surveillance"),
        ("survielance", "survielance surveillance"),
        ("vertrouwn", "vertrouwn vertrouwen"),
        ("credit", "credit"),
        ("truust", "truust trust"),
        ("lits", "lits"),
        ("", ""),
    ],
)
def test_an_unknown_word_is_followed_by_the_one_that_it_stands_for(typed: str, read: str) -> None:
    assert mended(typed) == read


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("trsut", "trust"), ("truxt", "trust"), ("vxrtrouwxn", "vertrouwen"), ("vretrouwne", "vertrouwen")],
)
def test_one_slip_in_five_letters_and_two_in_ten_are_mended(typed: str, meant: str) -> None:
    assert mended(typed) == f"{typed} {meant}"


@pytest.mark.parametrize(
    ("typed", "added"),
    [
        (["voedsel", "schandaal"], ["voedselschandaal"]),
        (["het", "voedsel", "schandaal", "toen"], ["voedselschandaal"]),
        (["schandaal", "voedsel"], []),
        (["in", "komen"], []),
        (["overheidscijfer"], ["overheid", "cijfer"]),
        (["overheidcijfer"], ["overheid", "cijfer"]),
        (["socialscore"], ["social", "score"]),
        (["incijfer"], []),
    ],
)
def test_a_torn_compound_is_joined_and_a_run_together_one_is_taken_apart(typed: list[str], added: list[str]) -> None:
    read = COMPOUNDS.mend(typed)
    assert [word for word in read if word not in typed] == added
    assert [word for word in read if word in typed] == typed


def test_a_compound_is_taken_apart_where_its_last_part_is_longest() -> None:
    assert COMPOUNDS.mend(["socialcreditscore"]) == ["socialcreditscore", "social", "creditscore"]


def test_short_words_that_make_another_meet_by_chance() -> None:
    short = Speller(("inkomen", "inkomens"))
    assert short.mend(["in", "komen"]) == ["in", "komen"]
    assert short.mend(["in", "komens"]) == ["in", "inkomens", "komens"]


@pytest.mark.parametrize(
    ("text", "share"), [("", 0.0), ("🙂", 0.0), ("credit list", 1.0), ("Credit, what?", 0.5), ("trsut", 0.0)]
)
def test_the_share_of_known_words_is_told(text: str, share: float) -> None:
    assert SPELLER.known_share(words(text)) == share


@given(st.lists(st.sampled_from([*KNOWN, "trsut", "blacklistcredit", "sur", "veillance"])) | st.text().map(words))
def test_what_was_typed_stays_in_order_and_what_is_added_is_known(typed: list[str]) -> None:
    found = SPELLER.mend(typed)
    rest = iter(found)
    assert all(word in rest for word in typed)
    added = len(found) - len(typed)
    assert sum(word in SPELLER.known for word in found) >= added
    assert added <= 3 * len(typed)
    assert 0 <= SPELLER.known_share(typed) <= 1


@given(st.sampled_from([word for word in KNOWN if len(word) > 5]), st.data())
def test_one_swap_within_a_word_is_mended(word: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(1, len(word) - 2))
    swapped = word[:place] + word[place + 1] + word[place] + word[place + 2 :]
    assert SPELLER.mend([swapped])[-1] == word


@given(st.text(st.characters()))
def test_a_word_is_read_the_same_the_second_time(text: str) -> None:
    typed = words(text)
    assert SPELLER.mend(typed) == SPELLER.mend(typed) == Speller(KNOWN).mend(typed)


def test_a_speller_that_knows_nothing_mends_nothing() -> None:
    assert Speller([]).mend(["anything", "goes"]) == ["anything", "goes"]
