"""Puts a report on a class into words."""

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from handlers.days import in_words
from handlers.phrasebook import Phrases
from handlers.report_sentences import ReportSentences
from knowledge.languages import Language
from knowledge.library import Library
from knowledge.reports.quizzing import Share
from knowledge.reports.report import Report
from knowledge.reports.sheet import Row, Section, Sheet
from knowledge.reports.suppression import Figure


class About(NamedTuple):
    """Which class a report is on, and of which day it is."""

    title: str
    today: dt.date


def sheet_of(library: Library, phrases: Phrases, report: Report, about: About, language: Language) -> Sheet:
    """Put a report into words; sections without anything in them are left out."""
    words = phrases.report
    sections = [
        _overview(words, report),
        _counted(words, words.topics, [(_topic(library, each.key, language), each.count) for each in report.topics]),
        _counted(words, words.entries, [(_entry(library, each.key, language), each.count) for each in report.entries]),
        _counted(words, words.groups, [(group.text or words.untold, group.count) for group in report.groups]),
        _counted(words, words.mixed_up, _named(library, report.mixed_up, language)),
        _quiz(library, words, report, language),
        _lesson_quiz(library, words, report, language),
        _shifts(library, words, report, language),
    ]
    return Sheet(
        language=language,
        title=words.title.format(title=about.title),
        intro=words.intro.format(day=in_words(phrases, about.today)),
        sections=tuple(section for section in sections if section.rows),
        note=words.note,
        head=(words.part, words.item, words.measure, words.value),
        page=phrases.handout.page,
    )


def _overview(words: ReportSentences, report: Report) -> Section:
    numbers = {
        words.pupils: report.pupils,
        words.took_part: report.took_part,
        words.questions: report.questions,
        words.answered: report.answered,
        words.unclear: report.unclear,
        words.unanswered: report.unanswered,
    }
    return Section(
        words.overview, (words.count,), tuple(Row(label, (_number(words, count),)) for label, count in numbers.items())
    )


def _counted(words: ReportSentences, heading: str, counted: Sequence[tuple[str, int | None]]) -> Section:
    """Make a section of things and how often they were, bars as long as they are often."""
    most = max((count or 0 for _, count in counted), default=0)
    rows = [Row(label, (_number(words, count),), (count / most,) if count and most else ()) for label, count in counted]
    return Section(heading, (words.count,), tuple(rows))


def _quiz(library: Library, words: ReportSentences, report: Report, language: Language) -> Section:
    rows = [
        Row(library.quiz[result.question].texts[language].question, (_share(words, result.whole),), _bars(result.whole))
        for result in report.quiz
        if result.question in library.quiz
    ]
    return Section(words.quiz, (words.right,), tuple(rows))


def _lesson_quiz(library: Library, words: ReportSentences, report: Report, language: Language) -> Section:
    rows = [
        Row(
            library.quiz[result.question].texts[language].question,
            (_share(words, result.before), _share(words, result.after)),
            _bars(result.before, result.after),
        )
        for result in report.quiz
        if result.question in library.quiz and result.before and result.after
    ]
    return Section(words.lesson_quiz, (words.before, words.after), tuple(rows))


def _shifts(library: Library, words: ReportSentences, report: Report, language: Language) -> Section:
    most = max((count for shift in report.shifts for count in (shift.before, shift.since)), default=0)
    rows = [
        Row(
            _topic(library, shift.topic, language),
            (str(shift.before), str(shift.since)),
            (shift.before / most, shift.since / most) if most else (),
        )
        for shift in report.shifts
    ]
    return Section(words.shifts, (words.before, words.since), tuple(rows))


def _named(library: Library, figures: Iterable[Figure], language: Language) -> list[tuple[str, int | None]]:
    """Name what is mixed up: a distinction by its title, an entry by its question; what is gone is left out."""
    named = []
    for figure in figures:
        card, entry = library.distinctions.get(figure.key), library.entries.get(figure.key)
        if card:
            named.append((card.texts[language].title, figure.count))
        elif entry:
            named.append((entry.texts[language].question, figure.count))
    return named


def _topic(library: Library, name: str, language: Language) -> str:
    topic = library.topic(name)
    return topic.titles[language] if topic else name


def _entry(library: Library, name: str, language: Language) -> str:
    entry = library.entries.get(name)
    return entry.texts[language].question if entry else name


def _number(words: ReportSentences, count: int | None) -> str:
    return words.hidden if count is None else str(count)


def _share(words: ReportSentences, share: Share | None) -> str:
    if share is None:
        return words.hidden
    if share.nearly:
        return words.nearly_everybody if share.nearly == "everybody" else words.nearly_nobody
    return words.percent.format(percent=share.percent)


def _bars(*shares: Share | None) -> tuple[float, ...]:
    """Give each share its length; where one is only told in words, none is drawn."""
    found = [share.percent for share in shares if share and share.percent is not None]
    return tuple(percent / 100 for percent in found) if len(found) == len(shares) else ()
