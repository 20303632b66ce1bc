"""Two bots on one PostgreSQL that share no folder: what is taught in a chat of one is answered by the other."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from pydantic import SecretStr

from bot.app import Knowledge, build_services
from bot.refresh import Refresher
from bot.settings import Settings
from bot.trial import try_here
from handlers.context import services_of
from knowledge.library import Library
from knowledge.matching.cache import fitted
from knowledge.matching.model import Model
from tests.support.models import Gives
from tests.support.postgres import Postgres, new_database
from tests.support.stage import Stage, buttons, open_stage
from tests.support.upkeep_stage import beside, maintained

TAUGHT = "where is the zebra crossing"


@dataclass(frozen=True)
class Home:
    """A bot that runs, with the person in front of it."""

    settings: Settings
    stage: Stage

    @property
    def library(self) -> Library:
        """What it has learned."""
        return services_of(self.stage.application).library

    async def until_answered(self, text: str, person: int) -> None:
        """Ask in a chat that is not used yet until the answer is that of honey."""
        async with asyncio.timeout(100):
            while "something of honey" not in (await beside(self.stage, person).says(text))["text"]:
                person += 1
                await asyncio.sleep(0.01)


@asynccontextmanager
async def running(folder: Path, url: str, knowledge: Knowledge, model: Model) -> AsyncIterator[Home]:
    """Run a bot with a folder of its own, which watches for changes."""
    settings = Settings(
        _env_file=None,
        nuancebot_pack=str(knowledge.library.folder),
        nuancebot_data=folder,
        nuancebot_database_url=SecretStr(url),
        nuancebot_refresh_seconds=0.05,
    )
    fitted(knowledge.library, settings.model_folder, Gives(model))
    trying = partial(try_here, folder=settings.model_folder)
    services = replace(maintained(build_services(settings, knowledge)), try_out=trying)
    await services.keeper.prepare()
    stage = await open_stage(services)
    watching = asyncio.create_task(Refresher(stage.application, settings).watch())
    try:
        yield Home(settings, stage)
    finally:
        watching.cancel()
        await asyncio.wait([watching])
        await stage.application.shutdown()
        await services.keeper.close()


async def test_a_wording_taught_here_is_answered_there_and_learned_there_afterwards(
    tmp_path: Path, postgres: Postgres, small_knowledge: Knowledge, small_model: Model
) -> None:
    url = new_database(postgres, "two-homes")
    here, there = (running(tmp_path / name, url, small_knowledge, small_model) for name in ("here", "there"))
    async with here as one, there as other:
        await one.stage.says(f"/teach {TAUGHT}")
        choice = await one.stage.says("/teach 1 bees-honey")
        honey = small_knowledge.library.entries["bees-honey"].texts["en"].question
        _, tried = await one.stage.hear(one.stage.person.taps(choice, buttons(choice)[honey]))
        phrases = services_of(one.stage.application).phrasebook["en"]
        assert "something of honey" not in (await beside(other.stage, 9).says(TAUGHT))["text"]
        await one.stage.taps(tried, phrases.teach.live)
        await other.until_answered(TAUGHT, 100)
        assert other.library is small_knowledge.library, "answered before it is learned"
        async with asyncio.timeout(100):
            while other.library is small_knowledge.library:
                await asyncio.sleep(0.05)
        assert TAUGHT in other.library.entries["bees-honey"].texts["en"].phrasings
        # What is learned is more than the wording itself.
        await other.until_answered("is there a zebra crossing", 1000)
