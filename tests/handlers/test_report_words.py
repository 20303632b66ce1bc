"""A report in words: the pack's titles, the bot's names for numbers, a dash where there is none."""

import datetime as dt

from handlers.phrasebook import Phrases
from handlers.report_words import About, sheet_of
from knowledge.languages import Language
from knowledge.library import Library
from knowledge.reports.quizzing import Result, Share
from knowledge.reports.report import Group, Report, Shift
from knowledge.reports.sheet import Row, Section, Sheet
from knowledge.reports.suppression import Figure

ABOUT = About("4V <&>", dt.date(2027, 1, 5))
REPORT = Report(
    pupils=30,
    took_part=None,
    questions=48,
    answered=28,
    unclear=0,
    unanswered=20,
    topics=(Figure("bees", 20), Figure("owls", None)),
    entries=(Figure("bees-honey", 12), Figure("gone", 6)),
    groups=(Group("do bees like cheese", 7), Group(None, None)),
    mixed_up=(Figure("bees-owls", 8), Figure("bees-sting", 5), Figure("gone", 5)),
    quiz=(
        Result("honey-1", Share(percent=70), Share(percent=40), Share(nearly="everybody")),
        Result("gone", Share(percent=10)),
    ),
    shifts=(Shift("bees", 5, 15),),
)


def worded(library: Library, phrases: Phrases, language: Language, report: Report = REPORT) -> Sheet:
    return sheet_of(library, phrases, report, ABOUT, language)


def section(sheet: Sheet, heading: str) -> Section:
    [found] = [one for one in sheet.sections if one.heading == heading]
    return found


def test_every_number_has_its_name(rich_library: Library, phrases: Phrases, language: Language) -> None:
    words, sheet = phrases.report, worded(rich_library, phrases, language)
    assert "4V <&>" in sheet.title
    assert "2027" in sheet.intro
    overview = section(sheet, words.overview)
    assert [row.values for row in overview.rows] == [("30",), (words.hidden,), ("48",), ("28",), ("0",), ("20",)]
    titles = {"nl": ("Bijen", "Uilen"), "en": ("Bees", "Owls")}[language]
    assert section(sheet, words.topics).rows == (
        Row(titles[0], ("20",), (1.0,)),
        Row(titles[1], (words.hidden,)),
    )
    assert section(sheet, words.groups).rows == (
        Row("do bees like cheese", ("7",), (1.0,)),
        Row(words.untold, (words.hidden,)),
    )


def test_what_is_mixed_up_has_its_title_and_what_is_gone_is_left_out(
    rich_library: Library, phrases: Phrases, language: Language
) -> None:
    rows = section(worded(rich_library, phrases, language), phrases.report.mixed_up).rows
    assert [row.label for row in rows] == [
        rich_library.distinctions["bees-owls"].texts[language].title,
        rich_library.entries["bees-sting"].texts[language].question,
    ]


def test_shares_are_told_and_drawn_where_they_are_numbers(
    rich_library: Library, phrases: Phrases, language: Language
) -> None:
    words, sheet = phrases.report, worded(rich_library, phrases, language)
    [row] = section(sheet, words.quiz).rows
    assert (row.values, row.bars) == ((words.percent.format(percent=70),), (0.7,))
    [row] = section(sheet, words.lesson_quiz).rows
    assert (row.values, row.bars) == ((words.percent.format(percent=40), words.nearly_everybody), ())
    [row] = section(sheet, words.shifts).rows
    assert (row.values, row.bars) == (("5", "15"), (1 / 3, 1.0))


def test_sections_without_anything_are_left_out(rich_library: Library, phrases: Phrases, language: Language) -> None:
    sheet = worded(rich_library, phrases, language, Report(0, 0, 0, 0, 0, 0))
    assert [one.heading for one in sheet.sections] == [phrases.report.overview]
