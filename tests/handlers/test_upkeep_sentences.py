"""The sentences to maintainers."""

from typing import get_args

from handlers.phrasebook import Phrases
from knowledge.misses import MissKind


def test_every_way_to_be_missed_has_a_word(phrases: Phrases) -> None:
    assert list(phrases.gaps.kind) == [*get_args(MissKind)]
