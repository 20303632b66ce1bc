"""Why the nearest entries lost."""

from bot.app import Knowledge
from knowledge.upkeep.gaps.losing import losing


def test_the_nearest_entries_are_told_with_what_spoke_for_them(small_knowledge: Knowledge) -> None:
    lost = losing(small_knowledge.library, small_knowledge.answerer.explain, "tell me of honey comb")
    nearest = lost.nearest[0]
    assert nearest.entry == "bees-honey"
    assert (nearest.weakest, bool(nearest.strongest)) == ("", True)
    assert all(near.entry in small_knowledge.library.entries for near in lost.nearest)
    assert all(near.weakest for near in lost.nearest[1:])
    assert 0 <= lost.first <= lost.offered <= 1
    assert lost.known_share == 1


def test_labels_that_are_no_entries_are_not_told(small_knowledge: Knowledge) -> None:
    lost = losing(small_knowledge.library, small_knowledge.answerer.explain, "what is the capital of peru")
    assert {near.entry for near in lost.nearest} <= small_knowledge.library.entries.keys()
    assert lost.nearest[0].weakest
