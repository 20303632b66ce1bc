"""What many bring at once is written in few goes."""

import asyncio
from collections.abc import Sequence

import pytest

from knowledge.records.grouping import MOST, Grouping


async def test_what_comes_during_a_write_is_one_group_and_each_has_its_result() -> None:
    groups: list[list[int]] = []

    async def write(items: Sequence[int]) -> list[int]:
        groups.append([*items])
        await asyncio.sleep(0)
        return [item * 2 for item in items]

    grouping = Grouping(write)
    assert await asyncio.gather(*(grouping.add(number) for number in range(MOST + 5))) == [*range(0, 2 * MOST + 10, 2)]
    assert [len(group) for group in groups] == [MOST, 5]
    assert await grouping.add(4) == 8


async def test_an_error_is_that_of_its_group_alone() -> None:
    async def write(items: Sequence[int]) -> list[int]:
        if 0 in items:
            raise OSError
        return [*items]

    grouping = Grouping(write)
    found = await asyncio.gather(*(grouping.add(number) for number in (0, 1)), return_exceptions=True)
    assert [type(error) for error in found] == [OSError, OSError]
    assert await grouping.add(1) == 1


async def test_what_is_begun_is_waited_for_though_nobody_asks_for_it_any_more() -> None:
    written: list[int] = []

    async def write(items: Sequence[int]) -> list[int]:
        await asyncio.sleep(0)
        written.extend(items)
        return [*items]

    grouping = Grouping(write)
    await grouping.rest()
    gone = asyncio.ensure_future(grouping.add(1))
    await asyncio.sleep(0)
    gone.cancel()
    await grouping.rest()
    assert written == [1]


async def test_who_no_longer_waits_holds_up_nobody() -> None:
    gate = asyncio.Event()

    async def write(items: Sequence[int]) -> list[int]:
        await gate.wait()
        return [*items]

    grouping = Grouping(write)
    gone, other = (asyncio.ensure_future(grouping.add(number)) for number in (1, 2))
    await asyncio.sleep(0)
    gone.cancel()
    gate.set()
    assert await other == 2
    with pytest.raises(asyncio.CancelledError):
        await gone
