"""A lesson from beginning to end: a teacher and thirty pupils, as updates over HTTP to the bot in its own process."""

import asyncio
import re
from collections import Counter
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from pathlib import Path

import pytest

from bot.app import Knowledge
from bot.offline.person import Person
from handlers.report_sentences import ReportSentences
from knowledge.lessons.scores import mistake
from knowledge.lessons.series import QUIZ_LENGTH
from knowledge.library import Library
from knowledge.reports.material import Phase
from knowledge.reports.report import MOST_ASKED, PHASES
from tests.support.classroom import Classroom, cells
from tests.support.http_api import serve_http_api
from tests.support.processes import start_bot, stop_bot
from tests.support.stage import Data, buttons, said

PUPILS, QUESTIONS = 30, 10
# So many pupils follow a route as well: what is tapped there is no question.
FOLLOWING, ROUTE = 6, "one-or-three"
# The place of the topic that the quiz is on; how many of the thirty are right.
TOPIC = 4
RIGHT: Mapping[Phase, int] = {"before": 12, "after": 24}
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
NOT_THERE = ("hoe laat begint de film", "wat is de hoofdstad van peru", "wie wint het wk voetbal")


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
    await a_round(classroom, knowledge, teacher, pupils, "before")
    await asyncio.gather(*(asks_all(classroom, library, pupil, number) for number, pupil in enumerate(pupils)))
    await asyncio.gather(*(follows(classroom, knowledge, pupil) for pupil in pupils[:FOLLOWING]))
    await a_round(classroom, knowledge, teacher, pupils, "after")
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
        # The lesson began with the first round, and nothing was asked before.
        assert shown[words.shifts, found.titles["nl"]] == ("0", str(count))
    titles = {library.entries[entry].texts["nl"].question: (str(count),) for entry, count in entries.items()}
    most_asked = {label: values for (section, label), values in shown.items() if section == words.entries}
    assert most_asked.items() <= titles.items()
    assert len(most_asked) == min(MOST_ASKED, len(titles))
    assert sorted(int(value) for [value] in most_asked.values()) == sorted(entries.values())[-MOST_ASKED:]
    unanswered = {label: values for (section, label), values in shown.items() if section == words.groups}
    assert {values[0] for values in unanswered.values()} == {str(every[question]) for question in NOT_THERE}
    compare_quiz(shown, library, words)
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


def is_right(pupil: int, item: int, phase: Phase) -> bool:
    """Choose who is right: two in five before the lesson, four in five after it, not the same ones each time."""
    return (pupil + item * 7) % PUPILS < RIGHT[phase]


async def a_round(
    classroom: Classroom, knowledge: Knowledge, teacher: Person, pupils: Sequence[Person], phase: Phase
) -> None:
    """Let the teacher send a quiz to the class, and each pupil answer it."""
    words, labels = knowledge.phrasebook["nl"].rounds, knowledge.phrasebook["nl"].class_labels
    since = len(classroom.api.telegram.calls)
    page = await classroom.asks(teacher, "/class")
    page = await classroom.taps(teacher, page, labels.round, lambda sent: words.quiz in buttons(sent))
    page = await classroom.taps(
        teacher, page, words.quiz, lambda sent: f"rn:nl:quiz-1-{TOPIC}" in [*buttons(sent).values()]
    )
    page = await classroom.taps(teacher, page, f"rn:nl:quiz-1-{TOPIC}", lambda sent: words.before in buttons(sent))
    sending = words.before if phase == "before" else words.after
    await classroom.taps(teacher, page, sending, lambda sent: words.refresh in buttons(sent))
    await asyncio.gather(
        *(answers(classroom, knowledge, pupil, (number, phase), since) for number, pupil in enumerate(pupils))
    )


async def answers(
    classroom: Classroom, knowledge: Knowledge, pupil: Person, who: tuple[int, Phase], since: int
) -> None:
    """Let a pupil answer each question of a round, by the poll that it comes as."""
    library, words = knowledge.library, knowledge.phrasebook["nl"].rounds
    shown: Data = await classroom.until(
        lambda: next((sent for sent in classroom.sent_to(pupil, since) if words.begin in buttons(sent)), None)
    )
    onward = buttons(shown)[words.begin]
    for _ in range(QUIZ_LENGTH):
        poll = await classroom.taps(pupil, shown, onward, another_poll(shown))
        shown = poll
        [question] = [each for each in library.quiz.values() if each.texts["nl"].question == poll["poll"]["question"]]
        item = [*library.quiz].index(question.id)
        wrong = (question.correct + 1) % len(question.texts["nl"].options)
        pupil.votes(poll, question.correct if is_right(who[0], item, who[1]) else wrong)
        [onward] = [data for data in buttons(poll).values() if data.startswith("ri:")]
    await classroom.taps(pupil, shown, onward, lambda sent: words.thanks.split(",")[0] in said(sent))


def another_poll(before: Data) -> Callable[[Data], bool]:
    """Tell polls other than the one before."""
    return lambda sent: "poll" in sent and sent is not before


def compare_quiz(shown: Mapping[tuple[str, str], tuple[str, ...]], library: Library, words: ReportSentences) -> None:
    """Compare what the report says of the quiz with a count of the answers that were given."""
    asked = [each for each in library.quiz.values() if (words.quiz, each.texts["nl"].question) in shown]
    assert len(asked) == QUIZ_LENGTH
    mixed_up = Counter[str]()
    for question in asked:
        item, label = [*library.quiz].index(question.id), question.texts["nl"].question
        share = {phase: words.percent.format(percent=100 * RIGHT[phase] // PUPILS) for phase in PHASES}
        assert shown[words.quiz, label] == (share["before"],)
        assert shown[words.lesson_quiz, label] == (share["before"], share["after"])
        wrong = (question.correct + 1) % len(question.texts["nl"].options)
        times = sum(not is_right(pupil, item, phase) for pupil in range(PUPILS) for phase in PHASES)
        mixed_up[mistake(library, question, wrong)] += times
    for name, times in mixed_up.items():
        card = library.distinctions.get(name)
        label = card.texts["nl"].title if card else library.entries[name].texts["nl"].question
        assert shown[words.mixed_up, label] == (str(times),)
