"""Entries whose own question another entry wins."""

from dataclasses import replace
from pathlib import Path

import pytest

from knowledge.library import Library
from knowledge.loader import load
from knowledge.matching.model import Model
from knowledge.matching.ranking import SIGNALS, Ranker
from knowledge.matching.training import fit
from knowledge.upkeep.contests import lost_questions
from tests.support.broken_packs import honey
from tests.support.packs import write_pack


def test_a_pack_whose_entries_win_their_own_questions_is_clean(small_library: Library, small_model: Model) -> None:
    assert [*lost_questions(small_library, small_model)] == []


@pytest.mark.parametrize(
    ("language", "own", "others"),
    [
        ("nl", "Wat is er met honing <& meer>?", "Hoe zit het met steken hurt?"),
        ("en", "What is it with honey <& more>?", "What is it with stings <& more>?"),
    ],
)
def test_a_question_that_another_entry_wins_is_named(tmp_path: Path, language: str, own: str, others: str) -> None:
    library = load(write_pack(tmp_path, **honey(own, others)))
    assert [*map(str, lost_questions(library, fit(library)))] == [
        f"entries/bees/bees-honey.toml: {language}.question: is won by 'bees-sting': set their phrasings apart"
    ]


def test_small_talk_and_what_is_not_ours_win_no_question_from_an_entry(
    small_library: Library, small_model: Model
) -> None:
    weights = small_model.reader.ranker.weights.copy()
    weights[[SIGNALS.index("small talk"), SIGNALS.index("not ours")]] = 1000
    model = replace(small_model, reader=replace(small_model.reader, ranker=Ranker(weights)))
    question = next(iter(small_library.entries.values())).texts["en"].question
    assert model.reader.labels[model.reader.read(question).total.argmax()] not in small_library.entries
    assert [*lost_questions(small_library, model)] == []
