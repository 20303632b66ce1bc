"""How like a short text is to known ones."""

from pathlib import Path

import pytest

from knowledge.dialogue.likeness import Likeness
from knowledge.shelf import NO_SHELF, Shelf

TEXTS = [
    ("who says so", 0),
    ("who says that", 0),
    ("tell me more", 1),
    ("tell me more please", 1),
    ("why is that so", 3),
]
LIKENESS = Likeness.learn(TEXTS, 4)


def test_a_text_is_most_like_what_it_speaks_for() -> None:
    for text, target in TEXTS:
        found = LIKENESS.of(text)
        assert found[target] == pytest.approx(1, abs=1e-5)
        assert found.argmax() == target


def test_slips_and_other_words_are_less_like_and_strange_ones_not_at_all() -> None:
    assert 0.2 < LIKENESS.of("who sais that")[0] < 1
    assert LIKENESS.of("who sais that").argmax() == 0
    assert not LIKENESS.of("zq").any()


def test_what_no_text_speaks_for_is_like_nothing() -> None:
    assert LIKENESS.of("who says tell me why")[2] == 0
    assert Likeness.learn([], 2).of("who says so").tolist() == [0, 0]


def test_from_the_shelf_it_is_the_same(tmp_path: Path) -> None:
    for _ in range(2):
        kept = Likeness.kept(Shelf(tmp_path), "talk", TEXTS, 4)
        assert kept.of("tell me who says so").tolist() == LIKENESS.of("tell me who says so").tolist()
    assert len(list(tmp_path.iterdir())) == 1


def test_other_texts_are_learned_anew(tmp_path: Path) -> None:
    Likeness.kept(Shelf(tmp_path), "talk", TEXTS, 4)
    assert Likeness.kept(Shelf(tmp_path), "talk", [("more", 0)], 1).of("more").tolist() == pytest.approx([1])
    assert Likeness.kept(NO_SHELF, "talk", TEXTS, 4).of("why is that so").argmax() == 3
