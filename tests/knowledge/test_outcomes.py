"""The values that travel from knowledge to whoever shows them."""

import dataclasses

import pytest

from knowledge.languages import Language
from knowledge.outcomes import SURE, Dialogue, Outcome, ReadAs


@pytest.mark.parametrize(("choice", "prior"), [(None, "en"), ("nl", "nl"), ("en", "en")])
def test_a_chosen_language_is_expected_before_the_last_one(choice: Language | None, prior: Language) -> None:
    assert Dialogue("en", choice).prior == prior


@pytest.mark.parametrize("value", [Dialogue("nl"), Outcome("fallback", "nl")])
def test_nobody_changes_an_outcome_on_its_way(value: Dialogue | Outcome) -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        value.language = "en"  # type: ignore[misc]


@pytest.mark.parametrize(
    ("read_as", "told"),
    [
        (ReadAs("option", "2 of 3"), "option 2 of 3"),
        (ReadAs("act", "source"), "act: source"),
        (ReadAs("elliptical", "with rongcheng-what"), "elliptical, with rongcheng-what"),
        (ReadAs("new question"), "new question"),
    ],
)
def test_how_a_message_was_read_is_told_on_one_line(read_as: ReadAs, told: str) -> None:
    assert str(read_as) == told
    assert Outcome("answer", "nl", read_as=read_as) == Outcome("answer", "nl")


@pytest.mark.parametrize(
    ("outcome", "alternatives"),
    [
        (Outcome("answer", "en", SURE - 0.01, entry="a", options=("b", "c", "d")), ("b", "c")),
        (Outcome("answer", "en", SURE, entry="a", options=("b", "c", "d")), ()),
        (Outcome("answer", "en", 0.5, entry="a"), ()),
        (Outcome("clarify", "en", 0.5, options=("b", "c")), ()),
        (Outcome("fallback", "en", 0.5, options=("b", "c")), ()),
    ],
)
def test_only_an_answer_that_is_not_quite_sure_has_alternatives(
    outcome: Outcome, alternatives: tuple[str, ...]
) -> None:
    assert outcome.alternatives == alternatives
