"""Finding the entry that a single word points at."""

import numpy as np
import pytest

from knowledge.dialogue.aspects import Aspects
from knowledge.library import Library
from knowledge.shelf import NO_SHELF


@pytest.fixture(scope="module")
def aspects(library: Library) -> Aspects:
    """The aspects of the bot's own pack."""
    return Aspects(library, NO_SHELF)


@pytest.mark.parametrize(
    ("text", "entry"), [("jaywalking red", "shenzhen-jaywalking"), ("zijderoute", "belt-and-road")]
)
def test_a_word_points_at_what_speaks_of_it(aspects: Aspects, library: Library, text: str, entry: str) -> None:
    assert list(library.entries)[int(np.argmax(aspects.of(text)))] == entry


@pytest.mark.parametrize("text", ["", "zzzz"])
def test_unknown_words_point_at_nothing_much(aspects: Aspects, text: str) -> None:
    assert aspects.of(text).max() < 0.5
