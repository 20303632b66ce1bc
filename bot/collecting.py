"""When Python looks for garbage: not while much is loaded that stays, which it would look through time and again."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_collecting() -> Iterator[None]:
    """Look for no garbage meanwhile."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def keep_what_is_loaded() -> None:
    """Never look for garbage among what is there now: to go through it takes a tenth of a second, and nothing goes."""
    gc.freeze()
