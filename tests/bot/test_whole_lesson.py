"""A lesson from beginning to end: a teacher and thirty pupils, as updates over HTTP to the bot in its own process."""

import asyncio
import re
from collections import Counter
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest

from bot.app import Knowledge
from bot.offline.person import Person
from knowledge.library import Library
from knowledge.reports.report import MOST_ASKED
from tests.support.classroom import Classroom, cells
from tests.support.http_api import serve_http_api
from tests.support.processes import start_bot, stop_bot
from tests.support.stage import Data, buttons, said

PUPILS, QUESTIONS = 30, 10
# So many pupils follow a route as well: what is tapped there is no question.
FOLLOWING, ROUTE = 6, "one-or-three"
ENTRIES = (
    "everyone-scored",
    "three-phenomena",
    "sesame-what",
    "sesame-voluntary",
    "sesame-company-or-state",
    "national-list",
    "national-no-score",
    "who-is-listed",
    "rongcheng-points",
    "shenzhen-jaywalking",
    "black-mirror-vs-china",
    "dangan-what",
)
NOT_THERE = ("hoe laat gaat de trein", "wat is de hoofdstad van peru", "wie wint het wk voetbal")


def asked_by(pupil: int) -> list[str]:
    """Choose what a pupil asks: ids of entries, and questions that have no answer."""
    pool, asked = (*NOT_THERE, *ENTRIES), list[str]()
    for turn in range(QUESTIONS):
        # Uneven, as in a class; everything is asked by five pupils or more, and nothing twice on end.
        place = min((pupil * 7 + turn * 4) % 15, (pupil * 3 + turn * 11 + 5) % 19)
        asked.append(pool[place] if pool[place] not in asked[-1:] else pool[place - 1])
    return asked


@pytest.fixture
async def classroom(tmp_path: Path, pytestconfig: pytest.Config, knowledge: Knowledge) -> AsyncIterator[Classroom]:
    """A classroom in front of the bot with its own pack; what it learned is there already."""
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "cache").symlink_to(pytestconfig.cache.mkdir("model"), target_is_directory=True)
    pack = knowledge.library.folder
    async with serve_http_api() as api:
        process = await start_bot(tmp_path, api.base_url, write=lambda _: pack)
        await api.until_called("setmycommands", times=3)
        yield Classroom(api)
        log = await stop_bot(process)
    assert "ERROR" not in log


async def test_a_lesson_is_counted_as_it_was(classroom: Classroom, knowledge: Knowledge) -> None:
    library, words = knowledge.library, knowledge.phrasebook["nl"].report
    teacher, code = await begins(classroom)
    pupils = [classroom.person(100 + number) for number in range(PUPILS)]
    await asyncio.gather(*(classroom.asks(pupil, f"/join {code}") for pupil in pupils))
    await asyncio.gather(*(asks_all(classroom, library, pupil, number) for number, pupil in enumerate(pupils)))
    await asyncio.gather(*(follows(classroom, knowledge, pupil) for pupil in pupils[:FOLLOWING]))
    report = await classroom.asks(teacher, "/class report", lambda sent: words.csv in buttons(sent))
    table = await classroom.taps(teacher, report, words.csv, lambda sent: "document" in sent)
    shown = cells(classroom.file_in(table))

    every = Counter(question for number in range(PUPILS) for question in asked_by(number))
    entries = {entry: every[entry] for entry in ENTRIES}
    topics = Counter[str]()
    for entry, count in entries.items():
        topics[library.entries[entry].topic] += count
    assert shown[words.overview, words.pupils] == (str(PUPILS),)
    assert shown[words.overview, words.took_part] == (str(PUPILS),)
    assert shown[words.overview, words.questions] == (str(PUPILS * QUESTIONS),)
    assert shown[words.overview, words.answered] == (str(sum(entries.values())),)
    assert shown[words.overview, words.unanswered] == (str(sum(every[question] for question in NOT_THERE)),)
    for topic, count in topics.items():
        found = library.topic(topic)
        assert found
        assert shown[words.topics, found.titles["nl"]] == (str(count),)
    titles = {library.entries[entry].texts["nl"].question: (str(count),) for entry, count in entries.items()}
    most_asked = {label: values for (section, label), values in shown.items() if section == words.entries}
    assert most_asked.items() <= titles.items()
    assert len(most_asked) == min(MOST_ASKED, len(titles))
    assert sorted(int(value) for [value] in most_asked.values()) == sorted(entries.values())[-MOST_ASKED:]
    unanswered = {label: values for (section, label), values in shown.items() if section == words.groups}
    assert {values[0] for values in unanswered.values()} == {str(every[question]) for question in NOT_THERE}
    names = {pupil.user["first_name"] for pupil in pupils} | {str(pupil.id) for pupil in pupils}
    assert not [name for name in names if f" {name} " in said(report)]


async def begins(classroom: Classroom) -> tuple[Person, str]:
    """Let a teacher begin a class; give them and its code."""
    teacher = classroom.person(7)
    told = await classroom.asks(teacher, "/class new 4V maatschappijleer", lambda sent: "/join" in said(sent))
    code = re.search(r"/join ([A-Z]{6})", said(told))
    assert code
    return teacher, code[1]


async def asks_all(classroom: Classroom, library: Library, pupil: Person, number: int) -> None:
    """Let a pupil ask their questions one after the other."""
    for question in asked_by(number):
        entry = library.entries.get(question)
        await classroom.asks(pupil, entry.texts["nl"].question if entry else question)


async def follows(classroom: Classroom, knowledge: Knowledge, pupil: Person) -> None:
    """Let a pupil follow a route from its beginning to its end."""
    finished = knowledge.phrasebook["nl"].lessons.done.split("{")[0]
    shown = await classroom.asks(pupil, "/lesson")
    shown = await classroom.taps(pupil, shown, f"lr:nl:{ROUTE}", leads_to(1))
    steps = len(knowledge.library.routes[ROUTE].steps)
    for step in range(1, steps + 1):
        shown = await classroom.taps(pupil, shown, f"lr:nl:{ROUTE}:{step}", leads_to(step + 1))
    await classroom.taps(pupil, shown, f"lr:nl:{ROUTE}:{steps + 1}", lambda sent: finished in said(sent))


def leads_to(step: int) -> Callable[[Data], bool]:
    """Tell messages that lead on to a step of the route."""
    return lambda sent: f"lr:nl:{ROUTE}:{step}" in buttons(sent).values()
