"""/class report: what a teacher gets of what the class asked, as whole updates; nobody else gets it."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

import pytest

from bot.web.page_links import SignedLinks
from handlers.class_report import report_html
from handlers.context import Services
from handlers.phrasebook import Phrases
from handlers.prose import TEXT_LIMIT, visible_length
from knowledge.languages import Language
from knowledge.reports.sheet import Row
from tests.handlers.conftest import Open
from tests.support.browsing import seals_for
from tests.support.handouts import pages_of
from tests.support.records import PSEUDONYMS
from tests.support.reports import sheet
from tests.support.school import begins_a_class, somebody
from tests.support.stage import Data, Stage, buttons, said

HONEY, OWLS = (
    {"nl": "vertel van honing zoet", "en": "tell me of honey comb"},
    {
        "nl": "vertel van nachtvluchten maan",
        "en": "tell me of night flights moon",
    },
)


async def a_class(teacher: Stage, language: Language, asking: Sequence[Sequence[str]]) -> None:
    """Let a teacher begin a class, and as many pupils as there are lists join it and ask what is in theirs."""
    code = await begins_a_class(teacher)
    for number, questions in enumerate(asking):
        pupil = somebody(teacher, 900_000 + number, language)
        await pupil.says(f"/join {code}")
        for question in questions:
            await pupil.says(question)


def file_of(stage: Stage, message: Data) -> bytes:
    return stage.telegram.documents.uploads[message["document"]["file_id"]]


async def test_the_numbers_are_those_of_the_class(
    speaker: Stage, language: Language, phrases: Phrases, small_services: Services
) -> None:
    asking = [[HONEY[language]] * 2] * 6 + [[OWLS[language]]] * 5 + [[]] * 6
    await a_class(speaker, language, asking)
    words = phrases.report
    message = await speaker.says("/class report")
    text = said(message)
    expected = {words.pupils: 17, words.took_part: 11, words.questions: 17, words.answered: 17, words.unanswered: 0}
    for label, number in expected.items():
        assert f"\n{label}: {number}\n" in text
    topics = [small_services.library.pack.topics[place].titles[language] for place in (0, 1)]
    assert f"{topics[0]}: 12\n{topics[1]}: 5" in text
    assert words.note in text
    assert [*buttons(message)] == [words.csv, words.pdf, phrases.class_labels.show]


async def test_table_and_pdf_say_the_same(speaker: Stage, language: Language, phrases: Phrases) -> None:
    await a_class(speaker, language, [[HONEY[language]]] * 7)
    words = phrases.report
    message = await speaker.says(f"/class {phrases.classes.words['report']}")
    table = await speaker.taps(message, words.csv)
    assert re.fullmatch(rf"{words.file}-[A-Z]{{6}}\.csv", table["document"]["file_name"])
    cells = file_of(speaker, table).decode("utf-8-sig")
    assert f"{words.pupils}{';' if language == 'nl' else ','}{words.count}{';' if language == 'nl' else ','}7" in cells
    pdf = await speaker.taps(message, words.pdf)
    assert pdf["document"]["file_name"].endswith(".pdf")
    assert words.overview in " ".join(pages_of(file_of(speaker, pdf)))


async def test_a_teacher_says_when_the_lesson_begins(
    pupil: Stage, language: Language, phrases: Phrases, small_services: Services
) -> None:
    await a_class(pupil, language, [[HONEY[language]]] * 6)
    shifts = phrases.report.shifts
    assert shifts not in said(await pupil.says("/class report"))
    menu = await pupil.taps(await pupil.says("/class"), phrases.class_labels.round)
    told = said(await pupil.taps(menu, phrases.rounds.begin_lesson))
    assert re.fullmatch(re.escape(phrases.rounds.lesson_begun).replace(re.escape("{time}"), r"\d\d:\d\d"), told)
    for number in range(6):
        for _ in range(2):
            await somebody(pupil, 900_000 + number, language).says(HONEY[language])
    topic = small_services.library.pack.topics[0].titles[language]
    words = phrases.report
    assert f"{topic}: {words.before} 6, {words.since} 12" in said(await pupil.says("/class report")).split(shifts)[1]
    stranger = somebody(pupil, 99, language)
    [forged] = await stranger.hear(stranger.person.taps(await stranger.says("/help"), f"g:{language}:begin-1"))
    assert said(forged) == phrases.classes.unknown


async def test_the_files_name_the_class_page_where_there_is_one(
    open_as: Open, language: Language, phrases: Phrases, small_services: Services
) -> None:
    for links in None, SignedLinks("https://bot.example.org", seals_for(small_services), PSEUDONYMS):
        teacher = await open_as(language, services=replace(small_services, page_links=links))
        await a_class(teacher, language, [[HONEY[language]]] * 7)
        report = (await teacher.hear(teacher.person.taps(await teacher.says("/help"), "g:en:report-1")))[-1]
        for file in "csv", "pdf":
            sent = await teacher.taps(report, f"g:{language}:{file}-1")
            assert (phrases.report.on_page in said(sent)) is bool(links)


async def test_fewer_than_five_pupils_leave_no_number(speaker: Stage, language: Language, phrases: Phrases) -> None:
    await a_class(speaker, language, [[HONEY[language]] * 3] * 4)
    text = said(await speaker.says("/class report"))
    lines = dict(line.rsplit(": ", 1) for line in text.splitlines() if ": " in line)
    overview = [phrases.report.pupils, phrases.report.took_part, phrases.report.questions, phrases.report.answered]
    assert Counter(lines[label] for label in overview) == {phrases.report.hidden: 4}


async def test_what_pupils_typed_comes_without_what_may_be_a_name(
    speaker: Stage, language: Language, phrases: Phrases
) -> None:
    typed = {"nl": "wat is de hoofdstad van peru", "en": "what is the capital of peru"}[language]
    await a_class(speaker, language, [[f"{typed} Hendrika", "06-12345678 bel me", "@hendrika"]] * 6)
    text = said(await speaker.says("/class report"))
    assert phrases.report.groups in text
    assert "endrika" not in text
    assert "0612345678" not in re.sub(r"\D", "", text)


async def test_an_empty_class_is_told_so(speaker: Stage, phrases: Phrases) -> None:
    await begins_a_class(speaker)
    assert phrases.report.nothing in said(await speaker.says("/class report"))


@pytest.mark.parametrize("action", ["report", "csv", "pdf"])
async def test_nobody_but_its_teachers_gets_it(
    speaker: Stage, language: Language, phrases: Phrases, action: str
) -> None:
    await a_class(speaker, language, [[HONEY[language]]] * 5)
    for stranger in (somebody(speaker, 900_001, language), somebody(speaker, 123_456, language)):
        begun = await stranger.says("/start")
        told = await stranger.taps(begun, f"g:{language}:{action}-1")
        assert said(told) == phrases.classes.unknown


def test_a_long_report_fits_a_message(phrases: Phrases) -> None:
    overview = sheet().sections[0]
    long = replace(overview, rows=tuple(Row(f"<b>{number} {'word ' * 50}", ("12",)) for number in range(40)))
    html = report_html(phrases, replace(sheet(), sections=(overview, long, long, long)))
    assert visible_length(html) <= TEXT_LIMIT
    assert html.count("&lt;b&gt;0") == 3
    assert phrases.report.more.format(count=37) in html


def test_behind_a_question_its_number_stands_in_brackets(phrases: Phrases) -> None:
    assert "What is honey? (12)" in report_html(phrases, sheet())
