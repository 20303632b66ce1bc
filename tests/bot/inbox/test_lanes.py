"""Order within a lane, several lanes at once, and no more than there may be."""

import asyncio
from collections.abc import Callable

from bot.inbox.lanes import Lanes

Done = list[tuple[int, int]]


def worker(done: Done, gate: asyncio.Event | None = None) -> Callable[[tuple[int, int]], asyncio.Future[None]]:
    async def work(item: tuple[int, int]) -> None:
        if gate:
            await gate.wait()
        await asyncio.sleep(0)
        done.append(item)

    return lambda item: asyncio.ensure_future(work(item))


async def test_each_lane_keeps_its_order_whatever_the_others_do() -> None:
    done: Done = []
    lanes = Lanes(worker(done), most=3)
    for number in range(20):
        for lane in range(5):
            lanes.put(lane, (lane, number))
    await lanes.until_fewer_than(1)
    for lane in range(5):
        assert [number for other, number in done if other == lane] == [*range(20)]
    # Nobody waits until another is through.
    assert {lane for lane, _ in done[:15]} == {*range(5)}


async def test_no_more_lanes_go_on_than_may() -> None:
    at_once = most = 0

    async def work(_: int) -> None:
        nonlocal at_once, most
        at_once += 1
        most = max(most, at_once)
        await asyncio.sleep(0.001)
        at_once -= 1

    lanes = Lanes(work, most=4)
    for number in range(40):
        lanes.put(number, number)
    await lanes.until_fewer_than(1)
    assert (most, lanes.waiting) == (4, 0)


async def test_who_brings_too_much_waits() -> None:
    done: Done = []
    gate = asyncio.Event()
    lanes = Lanes(worker(done, gate), most=1)
    for number in range(3):
        lanes.put(number, (number, 0))
    waiting = asyncio.ensure_future(lanes.until_fewer_than(3))
    await asyncio.sleep(0.01)
    assert not waiting.done()
    gate.set()
    await waiting
    await lanes.until_fewer_than(1)
    assert len(done) == 3


async def test_what_is_dropped_is_not_begun_and_what_is_begun_is_finished() -> None:
    done: Done = []
    gate = asyncio.Event()
    lanes = Lanes(worker(done, gate), most=1)
    for number in range(3):
        lanes.put(7, (7, number))
    await asyncio.sleep(0.01)
    lanes.drop()
    gate.set()
    await lanes.until_fewer_than(1)
    assert done == [(7, 0)]


async def test_a_lane_can_be_used_again() -> None:
    done: Done = []
    lanes = Lanes(worker(done), most=2)
    for number in range(3):
        lanes.put(1, (1, number))
        await lanes.until_fewer_than(1)
    assert done == [(1, 0), (1, 1), (1, 2)]
