"""The values that travel from knowledge to whoever shows them."""

import dataclasses

import pytest

from knowledge.languages import Language
from knowledge.outcomes import Dialogue, Outcome


@pytest.mark.parametrize(("choice", "prior"), [(None, "en"), ("nl", "nl"), ("en", "en")])
def test_a_chosen_language_is_expected_before_the_last_one(choice: Language | None, prior: Language) -> None:
    assert Dialogue("en", choice).prior == prior


@pytest.mark.parametrize("value", [Dialogue("nl"), Outcome("fallback", "nl")])
def test_nobody_changes_an_outcome_on_its_way(value: Dialogue | Outcome) -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        value.language = "en"  # type: ignore[misc]
