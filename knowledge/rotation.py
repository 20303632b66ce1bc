"""Which one is next, of things that are shown one at a time to people who saw some of them."""

from collections.abc import Sequence


def next_in_turn(ids: Sequence[str], seen: Sequence[str]) -> tuple[str, tuple[str, ...]]:
    """Give the first that was not seen, and what was seen after it; when all were seen it begins anew.

    Raises:
        ValueError: there are none.
    """
    if not ids:
        raise ValueError("nothing to take turns")
    still_there = tuple(name for name in seen if name in ids)
    if len(still_there) == len(ids):
        still_there = ()
    upcoming = next(name for name in ids if name not in still_there)
    return upcoming, (*still_there, upcoming)


def not_lately(ids: Sequence[str], seen: Sequence[str]) -> tuple[str, ...]:
    """Give those that were not seen; if all were, the half that was seen longest ago. `seen` begins with the latest."""
    unseen = tuple(name for name in ids if name not in seen)
    if unseen:
        return unseen
    order = [name for name in dict.fromkeys(seen) if name in ids]
    return tuple(order[len(order) // 2 :])
