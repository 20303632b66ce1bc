"""Misses as asks."""

from knowledge.library import Library
from knowledge.upkeep.gaps.asks import asks
from tests.support.misses import NOW, miss


def test_what_one_person_asked_in_one_wording_counts_once(small_library: Library) -> None:
    found = asks(
        small_library,
        [
            miss("Do bees sleep?", days=3),
            miss("do bees sleep", kind="awaited", days=1),
            miss("do bees sleep", kind="corrected", entry="bees-sting", days=2),
            miss("do bees sleep", asker="two", kind="rejected", entry="bees-honey"),
        ],
    )
    assert [(ask.asker, ask.kinds, ask.meant) for ask in found] == [
        ("one", frozenset({"unanswered", "awaited", "corrected"}), ("bees-sting",)),
        ("two", frozenset({"rejected"}), ()),
    ]
    assert (NOW - found[0].at).days == 1


def test_what_the_base_has_by_now_is_no_gap(small_library: Library) -> None:
    ours = small_library.not_ours["en"].all[0]
    phrasing = small_library.entries["bees-honey"].texts["en"].phrasings[0]
    wordings = [ours.upper(), f"{phrasing}?", "What is it with honey & more", "  ?!", "do bees sleep"]
    assert [ask.text for ask in asks(small_library, map(miss, wordings))] == ["do bees sleep"]
