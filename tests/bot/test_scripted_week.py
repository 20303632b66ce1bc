"""What was asked in vain on Monday is answered on Tuesday, and as if nothing had been once it is taken back."""

import asyncio
import json
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from functools import partial
from itertools import count
from pathlib import Path
from uuid import uuid4

import pytest
from pydantic import SecretStr

from bot.app import Knowledge, build_knowledge, build_services
from bot.changes import changes_before_start
from bot.refresh import Refresher
from bot.settings import Settings
from bot.trial import examined, try_here
from handlers.context import services_of
from knowledge.matching.cache import stored
from knowledge.outcomes import Dialogue, Outcome
from knowledge.upkeep.evaluation.comparing import compare
from knowledge.upkeep.evaluation.questions import OWN_SETS, read_sets, set_files
from knowledge.upkeep.evaluation.results import Result
from tests.support.asked_week import LACKING, OLD, PEOPLE, Lacking, write_asked_pack
from tests.support.command_line import CommandLine, small_pack_environment
from tests.support.postgres import new_database
from tests.support.stage import Stage, buttons, open_stage, said
from tests.support.upkeep_stage import beside, maintained

TEXTS = [wording for each in LACKING for wording in (*each.wordings, each.examined)] + [text for text, _, _ in OLD]


@pytest.fixture(scope="module")
def learned(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the pack, and with what is learned from it."""
    home = tmp_path_factory.mktemp("learned")
    pack = write_asked_pack(home / "pack")
    build_knowledge(Settings(_env_file=None, nuancebot_data=home / "data", nuancebot_pack=str(pack)))
    return home


@pytest.fixture(params=["sqlite", "postgresql"])
def terminal(request: pytest.FixtureRequest, learned: Path, bare: Path, command_line: CommandLine) -> CommandLine:
    """A terminal set to a copy of that pack, on either database."""
    shutil.copytree(learned, bare, dirs_exist_ok=True)
    url = f"sqlite+aiosqlite:///{(bare / 'records.db').as_posix()}"
    if request.param == "postgresql":
        url = new_database(request.getfixturevalue("postgres"), f"week-{uuid4().hex[:8]}")
    there = small_pack_environment(bare / "pack", bare / "data") | {"NUANCEBOT_DATABASE_URL": url}
    return replace(command_line, environment=there)


@pytest.fixture
def settings(terminal: CommandLine) -> Settings:
    """The settings of that terminal."""
    there = terminal.environment
    return Settings(
        _env_file=None,
        nuancebot_pack=there["NUANCEBOT_PACK"],
        nuancebot_data=Path(there["NUANCEBOT_DATA"]),
        nuancebot_database_url=SecretStr(there["NUANCEBOT_DATABASE_URL"]),
        nuancebot_language="en",
    )


def started(settings: Settings) -> Knowledge:
    """Build what answers, as a start of the bot does."""
    return build_knowledge(settings, changes_before_start(settings))


@asynccontextmanager
async def serving(settings: Settings, knowledge: Knowledge) -> AsyncIterator[Stage]:
    """Put a maintainer in front of a bot that has started."""
    services = maintained(build_services(settings, knowledge))
    # The other process that a trial has is for those who ask meanwhile.
    trying = partial(try_here, folder=settings.model_folder)
    stage = await open_stage(replace(services, try_out=trying))
    try:
        yield stage
    finally:
        await stage.application.shutdown()
        await services.keeper.close()


async def ask_in_vain(settings: Settings, knowledge: Knowledge) -> None:
    """Let many people ask for what the pack lacks."""
    numbers = count(100)
    async with serving(settings, knowledge) as stage:
        for each in LACKING:
            for person, wording in zip(numbers, each.wordings * PEOPLE, strict=False):
                answer = await beside(stage, person, each.language).says(wording)
                assert not any(hint in said(answer) for hint in ("The book says", "Het boek zegt"))


async def teach_them_all(settings: Settings, knowledge: Knowledge) -> None:
    """Teach the largest gap in the chat, with taps, until there is none; each is answered from then on."""
    async with serving(settings, knowledge) as stage:
        refresher = Refresher(stage.application, settings)
        for number in range(1, len(LACKING) + 1):
            lacking = await teach_the_largest(stage, number)
            await refresher.look()
            for wording in lacking.wordings:
                answer = said(await beside(stage, 1000 + number, lacking.language).says(wording))
                assert ("boek zegt" in answer or "book says" in answer) is (lacking.entry is not None)
        none = services_of(stage.application).phrasebook["en"].gaps.none.format(days=30)
        assert said(await stage.says("/gaps")) == none


async def teach_the_largest(stage: Stage, number: int) -> Lacking:
    """Teach the wordings of the largest gap, as the proposal of that number; give what it is about."""
    services = services_of(stage.application)
    phrases = services.phrasebook["en"]
    gap = await stage.taps(await stage.says("/gaps"), phrases.gaps.button.format(number=1))
    [lacking] = [each for each in LACKING if any(wording in said(gap) for wording in each.wordings)]
    choice = await stage.taps(gap, phrases.gaps.teach)
    texts = services.library.entries[lacking.entry].texts if lacking.entry else {}
    label = texts["en"].question if lacking.entry else phrases.teach.not_ours
    if label not in buttons(choice):
        # What is not near is looked for; the proposals are numbered.
        choice = await stage.says(f"/teach {number} {lacking.entry}")
    _, tried = await stage.hear(stage.person.taps(choice, buttons(choice)[label]))
    await stage.taps(tried, phrases.teach.live)
    return lacking


def result(settings: Settings, knowledge: Knowledge) -> Result:
    """Examine a pack by its own exam."""
    model = stored(knowledge.library, settings.model_folder)
    assert model
    return examined(knowledge.library, model, read_sets(set_files([settings.pack_folder / OWN_SETS])))


def outcomes(knowledge: Knowledge) -> list[Outcome]:
    """Ask everything, each in a conversation of its own."""
    return [knowledge.answerer.answer(text, Dialogue("en"))[0] for text in TEXTS]


def contents(folder: Path) -> dict[Path, bytes]:
    """Read the files of a pack."""
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_ten_gaps_are_found_taught_written_down_and_taken_back(terminal: CommandLine, settings: Settings) -> None:
    before, files = started(settings), contents(settings.pack_folder)
    was = result(settings, before)

    asyncio.run(ask_in_vain(settings, before))
    found = json.loads(terminal.run("kb", "gaps", "--json").stdout)["gaps"]
    grouped = {frozenset(wording["text"] for wording in gap["wordings"]) for gap in found}
    assert grouped == {frozenset(each.wordings) for each in LACKING}
    assert {gap["people"] for gap in found} == {2 * PEOPLE}

    asyncio.run(teach_them_all(settings, before))
    after = started(settings)
    ended = compare(was, result(settings, after)).changes
    assert {(change.way, change.text) for change in ended} == {
        ("better", each.examined) for each in LACKING if each.entry
    }

    taught = sum(len(each.wordings) for each in LACKING)
    told = terminal.run("kb", "pull", "--apply").stdout.splitlines()
    assert told[-1] == f"{taught} changes in 4 files, 0 are there already"
    [array] = [line for line in told if line.startswith("-") and not line.startswith("---")]
    assert array.startswith("-near = ["), "an array on one line is the only line that goes"
    assert terminal.run("kb", "pull").stdout == f"0 changes in 0 files, {taught} are there already\n"
    pushed = terminal.run("kb", "push")
    there = f"0 changes are on top of the files, {taught} are in them already\n"
    assert (pushed.exit_code, pushed.stdout) == (0, there)

    terminal.run("kb", "rollback", "0", "--reason", "to see")
    terminal.run("kb", "pull", "--apply")
    assert contents(settings.pack_folder) == files
    assert terminal.run("kb", "push").stdout == there
    again = started(settings)
    assert again.library == before.library
    assert outcomes(again) == outcomes(before) != outcomes(after)
