"""Puts how the bot is used into words: the same for the chat, the page and the terminal."""

from collections.abc import Iterable, Mapping

from handlers.days import in_words
from handlers.phrasebook import Phrases
from knowledge.languages import Language
from knowledge.library import Library
from knowledge.reports.sheet import Row, Section, Sheet
from knowledge.reports.usage import Usage

# Of lists, so much is told.
MOST = 15


def usage_sheet(library: Library, phrases: Phrases, usage: Usage, language: Language) -> Sheet:
    """Put some days of use into words; sections without anything in them are left out."""
    words = phrases.usage
    sections = (
        _overview(phrases, usage),
        _days(phrases, usage),
        _counted(
            words.languages,
            words.count,
            [(phrases.usage.spoken[code], count) for code, count in usage.languages.items()],
        ),
        _counted(words.entries, words.count, _named(library, usage.entries, language)),
        _counted(
            words.unhelpful,
            words.count,
            _named(library, _most(usage.judged.unhelpful, usage.judged.rejected), language),
        ),
        _counted(words.helpful, words.count, _named(library, _most(usage.judged.helpful), language)),
    )
    return Sheet(
        language=language,
        title=words.title,
        intro=words.intro.format(days=len(usage.days), revision=library.digest),
        sections=tuple(section for section in sections if section.rows),
        note=words.note,
        head=(phrases.report.part, phrases.report.item, phrases.report.measure, phrases.report.value),
        page=phrases.handout.page,
    )


def _overview(phrases: Phrases, usage: Usage) -> Section:
    words = phrases.usage
    numbers = {
        words.asked: usage.asked,
        words.answered: usage.answered,
        words.unclear: usage.unclear,
        words.refused: usage.refused,
        words.helped: usage.helped,
        words.misled: usage.misled,
    }
    rows = [
        Row(
            label,
            (f"{count} ({count / usage.asked:.0%})" if usage.asked else str(count),),
            (_share(count, usage.asked),),
        )
        for label, count in numbers.items()
    ]
    return Section(words.overview, (words.count,), (*rows, Row(words.small_talk, (str(usage.small_talk),))))


def _days(phrases: Phrases, usage: Usage) -> Section:
    words = phrases.usage
    most = max((day.asked for day in usage.days), default=0)
    rows = (
        Row(
            in_words(phrases, day.day),
            (str(day.asked), str(day.answered)),
            (_share(day.asked, most), _share(day.answered, most)),
        )
        for day in usage.days
    )
    return Section(words.days, (words.asked, words.answered), tuple(rows))


def _counted(heading: str, column: str, counts: Iterable[tuple[str, int]]) -> Section:
    rows = list(counts)
    most = max((count for _, count in rows), default=0)
    return Section(
        heading, (column,), tuple(Row(label, (str(count),), (_share(count, most),)) for label, count in rows)
    )


def _named(library: Library, counts: Iterable[tuple[str, int]], language: Language) -> list[tuple[str, int]]:
    entries = library.entries
    return [(entries[name].texts[language].question if name in entries else name, count) for name, count in counts][
        :MOST
    ]


def _most(*counts: Mapping[str, int]) -> list[tuple[str, int]]:
    together: dict[str, int] = {}
    for each in counts:
        for name, count in each.items():
            together[name] = together.get(name, 0) + count
    return sorted(together.items(), key=lambda found: -found[1])


def _share(count: int, of: int) -> float:
    return count / of if of else 0.0
