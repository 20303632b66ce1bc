"""What of an update's answer has been delivered."""

import asyncio

from bot.delivery import followed, note_happened, note_undelivered


def test_what_can_be_given_again_is_owed() -> None:
    with followed() as delivered:
        assert not delivered.owed
        note_undelivered(3.0)
        note_undelivered()
        assert (delivered.owed, delivered.again_after) == (True, 3.0)
        note_happened()
        assert not delivered.owed


async def test_updates_that_are_dealt_with_at_once_are_told_apart() -> None:
    async def deal(*, fails: bool) -> bool:
        with followed() as delivered:
            await asyncio.sleep(0)
            (note_undelivered if fails else note_happened)()
            await asyncio.sleep(0)
            return delivered.owed

    assert await asyncio.gather(*(deal(fails=bool(number % 2)) for number in range(6))) == [False, True] * 3


def test_outside_of_an_update_nothing_is_followed() -> None:
    note_undelivered()
    note_happened()
    with followed() as delivered:
        pass
    note_undelivered()
    assert not delivered.owed
