"""The bot as a process of its own."""

import asyncio
import os
import signal
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import Callable
from pathlib import Path

from bot.offline.telegram import TOKEN
from tests.support.packs import write_pack


async def start_bot(
    folder: Path, base_url: str, token: str = TOKEN, write: Callable[[Path], Path] = write_pack, **settings: str
) -> Process:
    """Start `nuancebot run` on a small pack; it keeps what it keeps in `folder`."""
    environment = settings | {
        "PATH": os.environ["PATH"],
        "TELEGRAM_BOT_TOKEN": token,
        "TELEGRAM_API_BASE_URL": base_url,
        "NUANCEBOT_DATA": str(folder / "data"),
        "NUANCEBOT_MOST_A_MINUTE": "0",
        "NUANCEBOT_MOST_A_SECOND": "0",
        "NUANCEBOT_PACK": str(write(folder / "pack")),
        "NUANCEBOT_LOG_LEVEL": "DEBUG",
    }
    return await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", "run", env=environment, cwd=Path(__file__).parents[2], stdout=PIPE, stderr=PIPE
    )


async def stop_bot(process: Process) -> str:
    """Stop it as a machine does that goes down; give its log."""
    process.send_signal(signal.SIGTERM)
    _, log = await process.communicate()
    assert process.returncode == 0, log.decode()
    return log.decode()
