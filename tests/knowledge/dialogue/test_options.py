"""A number or an ordinal as a pick."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.dialogue.options import Pick, Picker
from knowledge.dialogue.wordings import read_wordings
from knowledge.languages import Language
from knowledge.outcomes import Act, Dialogue

PICKER = Picker(read_wordings())
OFFERED = ("one", "two", "three", "four")


@pytest.mark.parametrize(
    ("text", "language", "place"),
    [
        ("1", "nl", 1),
        ("De tweede!", "nl", 2),
        ("en de tweede dan?", "nl", 2),
        ("  OPTION 3 ", "en", 3),
        ("the first one please", "en", 1),
        ("één", "nl", 1),
        ("nr. 4", "nl", 4),
        ("the last one", "en", 4),
        ("de laatste", "nl", 4),
        ("twee", "en", 2),
    ],
)
def test_an_ordinal_picks_what_was_offered(text: str, language: Language, place: int) -> None:
    assert PICKER.pick(text, Dialogue(language, offered=OFFERED)) == Pick(OFFERED[place - 1], place, 4)


def test_a_long_list_is_picked_from_by_number() -> None:
    offered = tuple(f"entry-{number}" for number in range(1, 13))
    assert PICKER.pick("12", Dialogue("en", offered=offered)) == Pick("entry-12", 12, 12)
    assert PICKER.pick(" 5.", Dialogue("nl", offered=offered)) == Pick("entry-5", 5, 12)
    for text in ("0", "13", "2014", "100"):
        assert PICKER.pick(text, Dialogue("en", offered=offered)) is None


@pytest.mark.parametrize("offered", [(), ("one",)])
def test_an_ordinal_beyond_what_was_offered_picks_nothing(offered: tuple[str, ...]) -> None:
    assert PICKER.pick("2", Dialogue("en", offered=offered)) is None


@pytest.mark.parametrize(
    ("text", "entry"), [("and the first?", "a"), ("en de laatste?", "b"), ("the first", "one"), ("2", "two")]
)
def test_after_a_pick_a_continuation_goes_back_to_the_list(text: str, entry: str) -> None:
    pick = PICKER.pick(text, Dialogue("en", offered=OFFERED, listed=("a", "b")))
    assert pick is not None
    assert pick.entry == entry


@pytest.mark.parametrize(
    ("text", "said", "entry"),
    [
        ("the second", "answer", "b"),
        ("de laatste", "answer", "b"),
        ("2", "answer", "two"),
        ("the second", "clarify", "two"),
    ],
)
def test_an_ordinal_in_words_counts_what_the_answer_told_apart(text: str, said: Act, entry: str) -> None:
    pick = PICKER.pick(text, Dialogue("en", entry="e", offered=OFFERED, said=said), counted=("a", "b"))
    assert pick is not None
    assert pick.entry == entry


@given(st.text(st.characters()))
def test_anything_can_be_typed(text: str) -> None:
    pick = PICKER.pick(text, Dialogue("nl", entry="e", offered=OFFERED))
    assert pick is None or pick.entry in OFFERED
