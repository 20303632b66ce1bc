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
from knowledge.matching.cache import adopt, stored
from knowledge.matching.meaning import NoMeaningError, sentence_model
from knowledge.matching.model import Model
from knowledge.matching.refitting import model_of
from knowledge.overlay import overlay
from knowledge.problems import BrokenPackError
from knowledge.records.changes import latest_revision, log_of
from knowledge.shelf import Shelf

logger = logging.getLogger(__name__)

# Within the folder of models, those of changes that are tried out: were they beside the others, they would push the
# one in use out.
TRIAL = "trial"

Traces: TypeAlias = frozenset[tuple[str, int, int]]
"""Name, time of change and size of each file of a pack: cheap to look at every few seconds."""

State: TypeAlias = tuple[Traces, int]
"""How the files of a pack look, and at which revision its changes are."""


@dataclass
class Held:
    """What was read of the changes last: their revision, and those in force."""

    revision: int = 0
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True)
class Refresher:
    """Watches the pack of a running application; `load_embed` loads a sentence model by its name.

    `built_on` is how the pack was before what answers was built from it; without it, all is looked at once.
    """

    application: App
    settings: Settings
    load_embed: LoadEmbed = sentence_model
    held: Held = field(default_factory=Held)
    built_on: State | None = None

    async def watch(self) -> None:
        """Look for changes until cancelled; what can't be used is said once in the log, and the old goes on.

        Where it is not to be looked again and again, it is looked once.
        """
        pause = self.settings.nuancebot_refresh_seconds
        if not pause:
            await self._try(self._add_meaning)
            # Something may have changed between the start and now.
            if await self._state() != self.built_on:
                await self._try(self.look)
            return
        changed = asyncio.Event()
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(self._learn(changed))
            known = self.built_on
            while True:
                found = await self._state()
                if found != known:
                    known = found
                    await self._try(self.notice)
                    changed.set()
                await asyncio.sleep(pause)

    async def _learn(self, changed: asyncio.Event) -> None:
        """Learn what changed, beside those who look for changes and answer."""
        await self._try(self._add_meaning)
        while True:
            await changed.wait()
            changed.clear()
            await self._try(self.look)

    async def notice(self) -> None:
        """Answer what was taught since word for word, at once; the rest has to be learned."""
        log = await log_of(services_of(self.application).keeper)
        if log is not None:
            self.held.changes = in_force(log)
            services = services_of(self.application)
            provide(
                self.application,
                replace(services, answerer=services.answerer.having_taught(self.held.changes)),
            )

    async def _state(self) -> State:
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
        model = await asyncio.to_thread(learn_aside, files, library, self.settings.model_folder)
        await self._swap(library, model)
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
        await self._swap(library, model)
        logger.info("the sentence model is ready: questions are also read by their meaning")

    async def _swap(self, library: Library, model: Model) -> None:
        """Hand both over at once: no handler sees one without the other."""
        answerer = await asyncio.to_thread(answerer_of, library, model, Shelf(self.settings.model_folder))
        # Meanwhile more may have been taught.
        answerer = answerer.having_taught(self.held.changes)
        provide(self.application, replace(services_of(self.application), library=library, answerer=answerer))


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


def learn_aside(files: Library, library: Library, folder: Path) -> Model:
    """Give the model of a library, that of the files or a change of them, fitted if need be by a process of its own.

    Questions are answered meanwhile.

    The other process leaves the model in `folder`; where nothing can be left, it is fitted here after all.
    """
    adopt(library, folder / TRIAL, folder)
    known = stored(library, folder)
    if known is not None:
        return known
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        pool.submit(_leave, files, library, folder).result()
    return model_of(files, library, folder)


def _leave(files: Library, library: Library, folder: Path) -> None:
    model_of(files, library, folder)
