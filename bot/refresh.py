"""Keeps what answers fresh: a changed pack is learned aside and swapped in between two questions, so is meaning."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field, replace
from multiprocessing import get_context
from pathlib import Path
from typing import TypeAlias

from bot.app import LoadEmbed, answerer_of, fit_with_meaning
from bot.settings import Settings
from handlers.context import App, provide, services_of
from knowledge.changes import Change, in_force
from knowledge.library import Library
from knowledge.loader import load
from knowledge.matching.cache import adopt, fitted, stored
from knowledge.matching.meaning import NoMeaningError, sentence_model
from knowledge.matching.model import Model
from knowledge.matching.training import fit
from knowledge.overlay import overlay
from knowledge.problems import BrokenPackError
from knowledge.records.changes import latest_revision, log_of
from knowledge.shelf import Shelf

logger = logging.getLogger(__name__)

# Within the folder of models, those of changes that are tried out: were they beside the others, they would push the
# one in use out.
TRIAL = "trial"

# Name, time of change and size of each file of a pack: cheap to look at every few seconds.
Traces: TypeAlias = frozenset[tuple[str, int, int]]


@dataclass
class Held:
    """What was read of the changes last: their revision, and those in force."""

    revision: int = 0
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True)
class Refresher:
    """Watches the pack of a running application; `load_embed` loads a sentence model by its name."""

    application: App
    settings: Settings
    load_embed: LoadEmbed = sentence_model
    held: Held = field(default_factory=Held)

    async def watch(self) -> None:
        """Look for changes until cancelled; what can't be used is said once in the log, and the old goes on."""
        known = await self._state()
        await self._try(self._add_meaning)
        # Something may have changed between the start and now.
        await self._try(self.look)
        while self.settings.nuancebot_refresh_seconds:
            await asyncio.sleep(self.settings.nuancebot_refresh_seconds)
            found = await self._state()
            if found != known:
                known = found
                await self._try(self.look)

    async def _state(self) -> tuple[Traces, int]:
        """Tell how the files look and at which revision the changes are, the last known while the database is away."""
        revision = await latest_revision(services_of(self.application).keeper)
        if revision is not None:
            self.held.revision = revision
        return traces(self.settings.pack_folder), self.held.revision

    async def _try(self, step: Callable[[], Awaitable[None]]) -> None:
        """Take a step; what nobody foresaw is logged by its kind, and the watch goes on."""
        try:
            await step()
        except Exception as error:  # noqa: BLE001  (whatever it is, answers go on)
            logger.error("what answers could not be renewed (%s)", type(error).__name__)  # noqa: TRY400

    async def look(self) -> None:
        """Take over the pack with its changes as it is now, if it can be used and says something new."""
        try:
            files = await asyncio.to_thread(load, self.settings.pack_folder)
        except BrokenPackError as error:
            logger.warning("the changed pack can't be used, the old one goes on:\n%s", error)
            return
        log = await log_of(services_of(self.application).keeper)
        self.held.changes = self.held.changes if log is None else in_force(log)
        found = overlay(files, self.held.changes)
        for change in found.unfit:
            logger.warning("a change does not fit the pack's files and is left out: %s %s", change.kind, change.entry)
        library = found.library
        if library.digest == services_of(self.application).library.digest:
            return
        model = await asyncio.to_thread(learn_aside, library, self.settings.model_folder)
        self._swap(library, model)
        logger.info("answers come from the changed pack (%s)", library.digest)
        await self._add_meaning()

    async def _add_meaning(self) -> None:
        name = self.settings.nuancebot_meaning
        if name is None:
            return
        library = services_of(self.application).library
        try:
            model = await asyncio.to_thread(
                fit_with_meaning, library, name, self.settings.model_folder, self.load_embed
            )
        except NoMeaningError as error:
            logger.warning("%s: answers go on without it", error)
            return
        self._swap(library, model)
        logger.info("the sentence model is ready: questions are also read by their meaning")

    def _swap(self, library: Library, model: Model) -> None:
        """Hand both over at once: no handler sees one without the other."""
        services = services_of(self.application)
        provide(
            self.application,
            replace(services, library=library, answerer=answerer_of(library, model, Shelf(self.settings.model_folder))),
        )


def traces(folder: Path) -> Traces:
    """Tell how the files of a pack look from outside; a file that vanishes meanwhile is left out."""
    found = set()
    for path in folder.rglob("*.toml"):
        try:
            state = path.stat()
        except OSError:
            continue
        found.add((path.as_posix(), state.st_mtime_ns, state.st_size))
    return frozenset(found)


def learn_aside(library: Library, folder: Path) -> Model:
    """Give the model of a library, fitted if need be by a process of its own: questions are answered meanwhile.

    The other process leaves the model in `folder`; where nothing can be left, it is fitted here after all.
    """
    adopt(library, folder / TRIAL, folder)
    if stored(library, folder) is None:
        with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
            pool.submit(_leave, library, folder).result()
    return fitted(library, folder, fit)


def _leave(library: Library, folder: Path) -> None:
    fitted(library, folder, fit)
