"""Lists that don't fit one message: a page of them, and buttons to the others."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from handlers.buttons import Tap
from handlers.phrasebook import Phrases
from handlers.replies import Rows, button

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Page(Generic[Item]):
    """One page of a list; `number` counts from 0."""

    items: Sequence[Item]
    number: int
    count: int


def page_of(items: Sequence[Item], number: int, size: int) -> Page[Item]:
    """Cut the page out of a list; a number beyond the end gives the last page."""
    count = max(1, -(-len(items) // size))
    number = min(number, count - 1)
    return Page(items[number * size : (number + 1) * size], number, count)


def turning_row(phrases: Phrases, page: Page[Item], tap: Tap) -> Rows:
    """Give the row of buttons to the pages before and after; no row if there is one page."""
    row = []
    if page.number > 0:
        row.append(button(phrases.buttons.earlier, Tap(tap.verb, tap.language, tap.about, page.number - 1)))
    if page.number < page.count - 1:
        row.append(button(phrases.buttons.later, Tap(tap.verb, tap.language, tap.about, page.number + 1)))
    return (tuple(row),) if row else ()
