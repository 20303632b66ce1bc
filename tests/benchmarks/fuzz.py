"""Hostile updates, of every type that the Bot API has, through the bot with the small pack: what became of them.

python tests/benchmarks/fuzz.py [--updates 1000000] [--seed 1]
"""

import argparse
import asyncio
import logging
import tempfile
import time
from collections import Counter
from pathlib import Path

from bot.app import Knowledge, build_services
from bot.settings import Settings
from handlers.context import Services
from handlers.phrasebook import read_phrasebook
from knowledge.dialogue import read_followups
from knowledge.loader import load
from knowledge.matching.training import fit
from knowledge.polyglot import Polyglot
from tests.support.fuzzing import Fuzzed, fuzz
from tests.support.packs import write_pack

# At a time; the next begins with chats that nothing is known of.
ROUND = 20_000


def main() -> None:
    """Bring them in rounds, and tell."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--updates", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    logging.disable(logging.WARNING)
    with tempfile.TemporaryDirectory() as folder:
        library = load(write_pack(Path(folder) / "pack"))
        knowledge = Knowledge(library, Polyglot(library, fit(library), read_followups()), read_phrasebook())
        settings = Settings(_env_file=None, nuancebot_data=Path(folder) / "data", nuancebot_admins=frozenset({1, 2}))
        began, total, kinds = time.perf_counter(), Counter[str](), Counter[str]()
        for round_ in range(-(-given.updates // ROUND)):
            services = build_services(settings, knowledge)
            count = min(ROUND, given.updates - round_ * ROUND)
            found, errors = asyncio.run(_round(services, count, given.seed + round_))
            total.update(vars(found))
            kinds.update(message.split("\n")[0].partition(": ")[2] for message in errors)
            rate = total["updates"] / (time.perf_counter() - began)
            print(f"{dict(total)}, {rate:.0f} a second", flush=True)
    for kind, count in kinds.most_common():
        print(f"{count} x {kind}")
    raise SystemExit(bool(total["crashes"] or total["errors"] or total["unanswered"]))


async def _round(services: Services, count: int, seed: int) -> tuple[Fuzzed, list[str]]:
    try:
        return await fuzz(services, count, seed)
    finally:
        await services.keeper.close()


if __name__ == "__main__":
    main()
