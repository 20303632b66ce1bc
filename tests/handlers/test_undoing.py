"""/undo, as whole updates."""

from dataclasses import replace
from pathlib import Path

import pytest

from handlers.context import Services
from handlers.phrasebook import Phrases
from knowledge.changes import in_force
from knowledge.languages import Language
from knowledge.loader import load
from knowledge.overlay import overlay
from knowledge.records.changes import add_changes, log_of
from knowledge.upkeep.pulling import pull
from tests.handlers.conftest import Open
from tests.support.changes import HONEY, STING, WAX
from tests.support.packs import write_pack
from tests.support.stage import Stage, buttons
from tests.support.upkeep_stage import maintained


@pytest.fixture
async def maintainer(open_as: Open, small_services: Services, language: Language) -> Stage:
    """A maintainer whose Telegram is set to that language."""
    return await open_as(language, services=maintained(small_services))


async def test_what_was_changed_is_told_and_taken_back(
    maintainer: Stage, small_services: Services, phrases: Phrases, language: Language
) -> None:
    await add_changes(small_services.keeper, [HONEY, STING], "a1b2", "asked often", small_services.now())
    page = await maintainer.says("/undo")
    assert page["text"].index(STING.text or "") < page["text"].index(HONEY.text or "")
    assert "a1b2" in page["text"]
    assert "asked often" in page["text"]
    after = await maintainer.taps(page, phrases.teach.undo.format(number=1))
    assert HONEY.text not in after["text"]
    assert in_force(await log_of(small_services.keeper) or ()) == (STING,)
    again = await maintainer.taps(page, f"ud:{language}:1")
    assert again["text"] == phrases.callback.stale


async def test_what_the_files_have_by_now_is_taken_back_too_but_for_a_whole_entry(
    open_as: Open, small_services: Services, phrases: Phrases, language: Language, tmp_path: Path
) -> None:
    files = load(write_pack(tmp_path / "pack"))
    pull(files, overlay(files, [HONEY, WAX]).library).apply(files.folder)
    await add_changes(small_services.keeper, [HONEY, WAX], "a1b2", "asked often", small_services.now())
    stage = await open_as(language, services=maintained(replace(small_services, library=load(files.folder))))
    page = await stage.taps(await stage.says("/undo"), phrases.teach.undo.format(number=1))
    [change] = [each for each in in_force(await log_of(small_services.keeper) or ()) if each != WAX]
    assert (change.kind, change.text) == ("unphrasing", HONEY.text)
    told, after = await stage.hear(stage.person.taps(page, f"ud:{language}:2"))
    assert told["text"] == phrases.teach.in_files.format(entry="bees-wax")
    assert phrases.teach.undo.format(number=2) not in buttons(after)


async def test_a_pack_that_can_not_be_read_stops_no_undo(
    open_as: Open, small_services: Services, phrases: Phrases, language: Language, tmp_path: Path
) -> None:
    await add_changes(small_services.keeper, [HONEY], "a1b2", "asked often", small_services.now())
    library = replace(small_services.library, folder=tmp_path / "gone")
    stage = await open_as(language, services=maintained(replace(small_services, library=library)))
    await stage.taps(await stage.says("/undo"), phrases.teach.undo.format(number=1))
    assert in_force(await log_of(small_services.keeper) or ()) == ()


async def test_nothing_changed_is_said(maintainer: Stage, phrases: Phrases) -> None:
    assert (await maintainer.says("/undo"))["text"] == phrases.teach.nothing
