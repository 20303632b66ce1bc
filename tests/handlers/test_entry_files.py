"""A whole entry as a file, as whole updates."""

from dataclasses import replace

import pytest

from handlers.context import Services
from handlers.phrasebook import Phrases
from knowledge.changes import in_force
from knowledge.languages import Language
from knowledge.overlay import overlay
from knowledge.records.changes import log_of
from tests.handlers.conftest import Open
from tests.support.changes import WAX
from tests.support.stage import Stage, buttons
from tests.support.upkeep_stage import Trials, beside, maintained

FILLED = (WAX.text or "").replace("[change]\n", '[change]\nid = "bees-wax"\n')


@pytest.fixture
async def maintainer(open_as: Open, small_services: Services, language: Language) -> Stage:
    """A maintainer whose Telegram is set to that language."""
    return await open_as(language, services=replace(maintained(small_services), try_out=Trials()))


async def test_a_form_comes_with_the_wordings_filled_in(maintainer: Stage, phrases: Phrases) -> None:
    choice = await maintainer.says("/teach needle needle needle")
    form = await maintainer.taps(choice, phrases.teach.new_entry)
    assert form["caption"] == phrases.teach.form
    content = maintainer.telegram.documents.uploads[form["document"]["file_id"]].decode()
    assert '  "needle needle needle",\n' in content
    assert 'after = "bees-sting"' in content


async def test_what_is_sent_back_is_tried_out_and_live(
    maintainer: Stage, small_services: Services, phrases: Phrases
) -> None:
    trying, tried = await maintainer.hear(maintainer.person.hands(FILLED.encode(), "new-entry (1).toml"))
    assert trying["text"] == phrases.teach.trying
    assert "bees-wax" in tried["text"]
    await maintainer.taps(tried, phrases.teach.live)
    changes = in_force(await log_of(small_services.keeper) or ())
    assert "bees-wax" in overlay(small_services.library, changes).library.entries


async def test_what_is_wrong_with_it_is_told_by_line(maintainer: Stage, phrases: Phrases) -> None:
    content = FILLED.replace('voice = "author"', 'voice = "gossip"')
    [answer] = await maintainer.hear(maintainer.person.hands(content.encode(), "new-entry.toml"))
    assert answer["text"].startswith(phrases.teach.refusals["broken"].split("\n", 1)[0])
    assert "bees-wax.toml:3: voice:" in answer["text"]


@pytest.mark.parametrize("name", ["../../evil", "", "Bees Wax", "a/b"])
async def test_an_id_that_is_none_is_told(maintainer: Stage, small_services: Services, name: str) -> None:
    content = FILLED.replace('id = "bees-wax"', f'id = "{name}"')
    [answer] = await maintainer.hear(maintainer.person.hands(content.encode(), "new-entry.toml"))
    assert not buttons(answer)
    assert await log_of(small_services.keeper) == ()


async def test_of_everybody_else_it_is_no_entry(maintainer: Stage, small_services: Services) -> None:
    stranger = beside(maintainer, 3)
    [answer] = await stranger.hear(stranger.person.hands(FILLED.encode(), "new-entry.toml"))
    assert answer["text"].startswith(small_services.phrasebook["en"].own.unusable)
