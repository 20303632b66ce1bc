"""A week of two thousand questions, about forty things that the base does not tell among much else."""

from bot.app import Knowledge
from knowledge.upkeep.gaps.asks import asks
from knowledge.upkeep.gaps.finding import grouped
from tests.support.missed_week import FIRST, found_among, gap_wordings, missed_in, week

# One of many, and one of the easier: `tests/benchmarks/gaps.py` tells how others go.
WEEK = 13


def test_most_of_forty_gaps_are_among_the_first_fifty(knowledge: Knowledge) -> None:
    asked = [*week(knowledge.library, WEEK)]
    found = grouped(knowledge.library, asks(knowledge.library, missed_in(knowledge, asked).misses))
    gaps = found_among([[ask.text for ask in group] for group in found[:FIRST]], asked)
    assert len(gap_wordings()) == 40
    assert len(gaps) >= 36
