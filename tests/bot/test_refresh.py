"""A changed pack, learned aside and swapped in."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from bot.refresh import Refresher, State, Traces, learn_aside, traces
from bot.settings import Settings
from handlers.context import Services, services_of
from knowledge.changes import Change
from knowledge.library import Library
from knowledge.loader import load
from knowledge.matching.model import Model
from knowledge.records.changes import add_changes
from knowledge.records.keeper import Keeper
from knowledge.records.store import Store
from tests.support.broken_packs import HONEY_PATH, honey
from tests.support.changes import HONEY, NOW, undo
from tests.support.packs import write_pack
from tests.support.records import engine_of
from tests.support.stage import Stage
from tests.support.upkeep_stage import beside


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The small pack, in a folder where it can be changed."""
    return write_pack(tmp_path / "pack")


@pytest.fixture
def refresher(small_stage: Stage, tmp_path: Path, folder: Path) -> Refresher:
    """What keeps the answers of the small pack fresh."""
    settings = Settings(_env_file=None, nuancebot_data=tmp_path / "data", nuancebot_pack=str(folder))
    return Refresher(small_stage.application, settings)


def test_a_model_that_was_fitted_aside_reads_as_one_that_was_fitted_here(
    small_library: Library, small_model: Model, tmp_path: Path
) -> None:
    aside = learn_aside(small_library, small_library, tmp_path).reader.read("tell me of honey comb")
    assert aside.total == pytest.approx(small_model.reader.read("tell me of honey comb").total, abs=1e-3)


async def test_a_pack_that_says_something_new_is_taken_over(
    small_stage: Stage, small_services: Services, refresher: Refresher, folder: Path
) -> None:
    write_pack(folder, **honey("The book says something of honey", "The book now says more of honey"))
    await refresher.look()
    assert "now says more of honey" in (await small_stage.says("tell me of honey comb"))["text"]
    assert isinstance(services_of(small_stage.application).answerer, type(small_services.answerer))


async def test_a_pack_that_cannot_be_used_is_said_and_the_old_goes_on(
    small_stage: Stage, refresher: Refresher, folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (folder / HONEY_PATH).write_text("= nothing", encoding="utf-8")
    before = services_of(small_stage.application)
    await refresher.look()
    assert f"{HONEY_PATH}: file: is not TOML" in caplog.text
    assert services_of(small_stage.application) is before


async def test_a_pack_that_says_the_same_changes_nothing(
    small_stage: Stage, refresher: Refresher, folder: Path
) -> None:
    before = services_of(small_stage.application)
    (folder / HONEY_PATH).touch()
    await refresher.look()
    assert services_of(small_stage.application) is before


class Spied:
    """Counts how often the files were looked at, and read."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Stand between the refresher and the files."""
        self.looks = self.reads = 0
        monkeypatch.setattr("bot.refresh.traces", self.traces)
        monkeypatch.setattr("bot.refresh.load", self.load)

    def traces(self, folder: Path) -> Traces:
        """Look at the files."""
        self.looks += 1
        return traces(folder)

    def load(self, folder: Path) -> Library:
        """Read the files."""
        self.reads += 1
        return load(folder)


@asynccontextmanager
async def watching(refresher: Refresher, built_on: State | None) -> AsyncIterator[None]:
    """Let a refresher watch that was given what the answers were built on."""
    settings = refresher.settings.model_copy(update={"nuancebot_refresh_seconds": 0.01})
    task = asyncio.create_task(replace(refresher, settings=settings, built_on=built_on).watch())
    yield
    task.cancel()
    await asyncio.wait([task])


async def test_a_pack_that_is_as_it_was_when_it_was_built_from_is_not_read_again(
    refresher: Refresher, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    spied = Spied(monkeypatch)
    async with watching(refresher, (traces(folder), 0)):
        while spied.looks < 3:
            await asyncio.sleep(0.01)
    assert spied.reads == 0


@pytest.mark.parametrize("known", [True, False])
async def test_where_it_is_looked_once_only_what_may_have_changed_is_read(
    refresher: Refresher, folder: Path, monkeypatch: pytest.MonkeyPatch, *, known: bool
) -> None:
    spied = Spied(monkeypatch)
    once = refresher.settings.model_copy(update={"nuancebot_refresh_seconds": 0})
    built_on = (traces(folder), 0) if known else None
    await replace(refresher, settings=once, built_on=built_on).watch()
    assert (spied.looks, spied.reads) == (1, 0 if known else 1)


@pytest.mark.parametrize("revision", [None, 7])
async def test_a_pack_that_is_not_known_to_be_as_it_was_is_read(
    refresher: Refresher, folder: Path, monkeypatch: pytest.MonkeyPatch, revision: int | None
) -> None:
    spied = Spied(monkeypatch)
    async with watching(refresher, None if revision is None else (traces(folder), revision)):
        while not spied.reads:
            await asyncio.sleep(0.01)


def test_files_that_come_go_or_change_leave_other_traces(folder: Path) -> None:
    seen = [traces(folder)]
    (folder / "notes.md").touch()
    assert traces(folder) == seen[0]
    (folder / "judged.en.toml").touch()
    seen.append(traces(folder))
    (folder / "judged.en.toml").write_text("# more", encoding="utf-8")
    seen.append(traces(folder))
    assert len({*seen}) == 3
    (folder / "judged.en.toml").unlink()
    assert traces(folder) == seen[0]


async def test_what_a_maintainer_teaches_is_taken_over_and_taken_back(
    small_stage: Stage, small_services: Services, refresher: Refresher
) -> None:
    keeper = small_services.keeper
    assert await add_changes(keeper, [Change("phrasing", "en", "zebra crossing", "bees-honey")], "one", "", NOW) == 1
    await refresher.look()
    assert "something of honey" in (await small_stage.says("zebra crossing"))["text"]
    taught = services_of(small_stage.application).library
    await add_changes(keeper, [undo(1)], "one", "", NOW)
    await refresher.look()
    back = services_of(small_stage.application).library
    assert back.digest == small_services.library.digest != taught.digest


async def test_what_is_taught_is_answered_word_for_word_before_it_is_learned(
    small_stage: Stage, small_services: Services, refresher: Refresher
) -> None:
    keeper = small_services.keeper
    await add_changes(keeper, [Change("phrasing", "en", "zebra crossing", "bees-honey")], "one", "", NOW)
    await refresher.notice()
    assert "something of honey" in (await small_stage.says("zebra crossing"))["text"]
    assert services_of(small_stage.application).library is small_services.library
    await add_changes(keeper, [undo(1)], "one", "", NOW)
    await refresher.notice()
    await small_stage.says("/start")
    assert "something of honey" not in (await small_stage.says("zebra crossing"))["text"]
    keeper._resting_until = float("inf")
    before = services_of(small_stage.application)
    await refresher.notice()
    assert services_of(small_stage.application) is before


async def test_what_is_taught_while_another_is_learned_waits_for_nobody(
    small_stage: Stage, small_services: Services, refresher: Refresher, monkeypatch: pytest.MonkeyPatch
) -> None:
    await small_services.keeper.prepare()
    learned = asyncio.Event()

    async def learns_for_ever(_: Refresher) -> None:
        await learned.wait()

    monkeypatch.setattr(Refresher, "look", learns_for_ever)
    quick = replace(refresher, settings=refresher.settings.model_copy(update={"nuancebot_refresh_seconds": 0.01}))
    watching = asyncio.create_task(quick.watch())
    for number, text in enumerate(("zebra crossing", "giraffe crossing")):
        await add_changes(small_services.keeper, [Change("phrasing", "en", text, "bees-honey")], "one", "", NOW)
        person = beside(small_stage, 10 + number)
        async with asyncio.timeout(100):
            while "something of honey" not in (await person.says(text))["text"]:
                await asyncio.sleep(0.01)
    watching.cancel()
    await asyncio.wait([watching])
    assert watching.cancelled()


async def test_while_the_database_is_away_what_was_taught_stays(
    small_stage: Stage, small_services: Services, refresher: Refresher, caplog: pytest.LogCaptureFixture
) -> None:
    changes = [HONEY, Change("phrasing", "en", "lost", "gone")]
    await add_changes(small_services.keeper, changes, "one", "", NOW)
    before = await refresher._state()
    await refresher.look()
    assert "does not fit the pack's files and is left out: phrasing gone" in caplog.text
    taught = services_of(small_stage.application).library.digest
    small_services.keeper._resting_until = float("inf")
    assert await refresher._state() == before
    await refresher.look()
    assert services_of(small_stage.application).library.digest == taught


async def test_a_running_bot_notices_what_another_process_teaches(
    small_stage: Stage, small_services: Services, refresher: Refresher, tmp_path: Path
) -> None:
    await small_services.keeper.prepare()
    quick = replace(refresher, settings=refresher.settings.model_copy(update={"nuancebot_refresh_seconds": 0.05}))
    watching = asyncio.create_task(quick.watch())
    other = Keeper(Store(engine_of(tmp_path / "data" / "nuancebot.db")), small_services.keeper.pseudonyms)
    assert await add_changes(other, [HONEY], "one", "", NOW) == 1
    await other.close()
    async with asyncio.timeout(100):
        while services_of(small_stage.application).library.digest == small_services.library.digest:
            await asyncio.sleep(0.05)
    watching.cancel()
    assert HONEY.text in services_of(small_stage.application).library.entries["bees-honey"].texts["en"].phrasings
