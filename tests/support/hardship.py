"""A bot under load while something it needs is away: who was answered meanwhile, and what became of every update."""

import asyncio
import sqlite3
import subprocess
from asyncio.subprocess import Process
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import (
    AbstractAsyncContextManager,
    AbstractContextManager,
    asynccontextmanager,
    closing,
    contextmanager,
    suppress,
)
from dataclasses import dataclass
from pathlib import Path
from resource import RLIMIT_FSIZE, prlimit

from tests.support.chaos import Chaos
from tests.support.rough_api import RoughApi

# Answers before anything goes wrong, and updates after it is over.
BEFORE, AFTER = 20, 20
# How long a bot that has started anew may take to answer again what it should not.
AGAIN_SECONDS = 3.0


@dataclass(frozen=True)
class Hardship:
    """What it cost; all counts are of updates, each of a chat of its own.

    Of those that are `unknown` the bot can't tell whether the one message that answers them came through. `first` is
    how many seconds after it was over somebody was answered, `caught_up` somebody who asked only then.
    """

    updates: int
    meanwhile: int
    lost: int
    unknown: int
    twice: int
    refused: int
    first: float
    caught_up: float

    def __str__(self) -> str:
        """Say so in a line."""
        return (
            f"{self.updates} updates, {self.meanwhile} answered meanwhile: {self.lost} lost, {self.twice} answered "
            f"twice, {self.unknown} unknown; answers again after {self.first:.1f} s, "
            f"of who asked only then after {self.caught_up:.1f} s; {self.refused} to be brought again"
        )


async def suffered(chaos: Chaos, trouble: Callable[[Process], AbstractAsyncContextManager[None]]) -> Hardship:
    """Let it run under load, have the trouble, and let it answer what is left; start it anew and count."""
    process = await chaos.start()
    clock = asyncio.get_running_loop().time
    await chaos.api.until_called("setmycommands")
    async with chaos.loaded():
        await chaos.until(lambda: chaos.answered() >= BEFORE)
        before = chaos.answered()
        async with trouble(process):
            pass
        over, at_end, newcomer = clock(), chaos.answered(), chaos.updates + 1
        await chaos.until(lambda: chaos.answered() > at_end)
        first = clock() - over
        await chaos.until(lambda: chaos.answered_from(newcomer))
        caught_up = clock() - over
        await chaos.until(lambda: chaos.updates >= newcomer + AFTER)
    doubtful = chaos.api.doubtful if isinstance(chaos.api, RoughApi) else set()
    # What is not answered by then is lost.
    with suppress(TimeoutError):
        await chaos.until(lambda: chaos.quiet(doubtful))
    assert process.returncode is None, "the bot ended"
    await chaos.close()
    await _once_more(chaos, process)
    counted = chaos.counted()
    nobody = {*range(1, chaos.updates + 1)} - counted.keys()
    return Hardship(
        updates=chaos.updates,
        meanwhile=at_end - before,
        lost=len(nobody - doubtful),
        unknown=len(doubtful),
        twice=sum(number > 1 for number in counted.values()),
        refused=chaos.refused,
        first=first,
        caught_up=caught_up,
    )


async def _once_more(chaos: Chaos, process: Process) -> None:
    process.terminate()
    await process.wait()
    process = await chaos.start()
    await asyncio.sleep(AGAIN_SECONDS)
    process.terminate()
    await process.wait()


@asynccontextmanager
async def lasting(seconds: float, trouble: AbstractContextManager[None]) -> AsyncIterator[None]:
    """Have some trouble for so long, while everything else goes on."""
    await asyncio.to_thread(trouble.__enter__)
    try:
        await asyncio.sleep(seconds)
    finally:
        await asyncio.to_thread(trouble.__exit__, None, None, None)
    yield


@contextmanager
def locked_file(file: Path) -> Iterator[None]:
    """Let nobody else write to a SQLite file."""
    with closing(sqlite3.connect(file, isolation_level=None, check_same_thread=False, timeout=30)) as other:
        other.execute("BEGIN EXCLUSIVE")
        yield
        other.execute("ROLLBACK")


@contextmanager
def no_larger_files(process: Process) -> Iterator[None]:
    """Let a process write no file beyond its first byte: to SQLite that is a disk which takes nothing."""
    usual = prlimit(process.pid, RLIMIT_FSIZE)
    prlimit(process.pid, RLIMIT_FSIZE, (1, usual[1]))
    yield
    prlimit(process.pid, RLIMIT_FSIZE, usual)


@contextmanager
def small_disk(folder: Path, megabytes: int) -> Iterator[None]:
    """Put a disk of that size into the place of an empty folder; only root may."""
    _run("mount", "-t", "tmpfs", "-o", f"size={megabytes}m", "tmpfs", str(folder))
    try:
        yield
    finally:
        _run("umount", "--lazy", str(folder))


def _run(*command: str) -> None:
    subprocess.run(command, check=True)  # noqa: S603


@contextmanager
def full(folder: Path) -> Iterator[None]:
    """Fill the disk on which a folder is."""
    ballast = folder / "ballast"
    with ballast.open("wb", buffering=0) as file:
        try:
            while True:
                file.write(b"x" * 4096)
        except OSError:
            pass
    yield
    ballast.unlink()
