"""What is loaded is not looked through for garbage."""

import gc

import pytest

from bot.collecting import keep_what_is_loaded, without_collecting


def test_meanwhile_no_garbage_is_looked_for_and_afterwards_as_before() -> None:
    with without_collecting():
        assert not gc.isenabled()
        with without_collecting():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()


def test_after_an_error_it_is_as_before() -> None:
    with pytest.raises(KeyError), without_collecting():
        raise KeyError
    assert gc.isenabled()


def test_what_is_kept_is_looked_through_no_more() -> None:
    kept: list[list[int]] = [[] for _ in range(1000)]
    try:
        keep_what_is_loaded()
        assert not any(found is kept for found in gc.get_objects())
    finally:
        gc.unfreeze()
    assert any(found is kept for found in gc.get_objects())
