"""What the base says of itself, counted by hand."""

from knowledge.upkeep.evaluation.held_out import HeldOut
from knowledge.upkeep.evaluation.selfcheck import Overlap, Recall, Stray, check_self


def row(expected: str, *ranked: str, text: str = "why") -> HeldOut:
    return HeldOut(text, "en", expected, ranked)


PREDICTIONS = (
    row("honey", "honey", "sting"),
    row("honey", "honey", "night"),
    row("honey", "sting", "honey", text="b"),
    row("honey", "sting", "night", text="a"),
    row("sting", "honey", "sting"),
    row("sting", "sting"),
    row("night", "honey", "night"),
    row("night", "@greeting", "night", text="hoo"),
    row("wax", "wax"),
)


def test_entries_are_ordered_by_how_many_of_their_phrasings_lead_to_them() -> None:
    found = check_self(PREDICTIONS, 5)
    assert (found.folds, found.n, found.first, found.shown) == (5, 9, 4 / 9, 8 / 9)
    assert found.entries == (
        Recall("night", 2, 0.0, 1.0),
        Recall("honey", 4, 0.5, 0.75),
        Recall("sting", 2, 0.5, 1.0),
        Recall("wax", 1, 1.0, 1.0),
    )


def test_only_entries_that_take_from_each_other_overlap() -> None:
    assert check_self(PREDICTIONS, 5).overlaps == (Overlap("honey", "sting", there=2, back=1),)


def test_pairs_that_exchange_most_come_first() -> None:
    rows = [row("a", "b"), row("b", "a"), *[row("c", "a")] * 2, row("a", "c")]
    assert check_self(rows, 2).overlaps == (Overlap("a", "c", 1, 2), Overlap("a", "b", 1, 1))


def test_strays_are_listed_lost_ones_first_then_those_of_the_entries_that_need_most() -> None:
    assert check_self(PREDICTIONS, 5).strays == (
        Stray("a", "en", "honey", "sting", lost=True),
        Stray("hoo", "en", "night", "@greeting", lost=False),
        Stray("why", "en", "night", "honey", lost=False),
        Stray("b", "en", "honey", "sting", lost=False),
        Stray("why", "en", "sting", "honey", lost=False),
    )
