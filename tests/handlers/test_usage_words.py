"""How the bot is used, in words."""

import datetime as dt

import pytest

from handlers.context import Services
from handlers.usage_words import MOST, usage_sheet
from knowledge.languages import LANGUAGES, Language
from knowledge.reports.usage import Counted, Judged, usage_of
from tests.knowledge.reports.test_usage import JUDGED, MONDAY, ROWS


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_has_its_words_and_bars_stay_in_their_place(small_services: Services, language: Language) -> None:
    phrases = small_services.phrasebook[language]
    sheet = usage_sheet(small_services.library, phrases, usage_of(ROWS, JUDGED, [MONDAY]), language)
    assert [section.heading for section in sheet.sections] == [
        *(phrases.usage.overview, phrases.usage.days, phrases.usage.languages),
        *(phrases.usage.entries, phrases.usage.unhelpful, phrases.usage.helpful),
    ]
    assert small_services.library.entries["bees-sting"].texts[language].question in str(sheet.sections[3])
    for section in sheet.sections:
        for row in section.rows:
            assert len(row.values) == len(section.columns)
            assert all(0 <= bar <= 1 for bar in row.bars)


def test_a_bot_that_nobody_used_has_its_days_alone(small_services: Services) -> None:
    usage = usage_of([], Judged({}, {}, {}, 0), [MONDAY])
    sheet = usage_sheet(small_services.library, small_services.phrasebook["en"], usage, "en")
    assert len(sheet.sections) == 2


def test_long_lists_are_cut_and_an_entry_that_is_gone_is_called_by_its_id(small_services: Services) -> None:
    rows = [Counted(dt.date(2026, 1, 1), "answer", "en", f"gone-{number}", number + 1) for number in range(40)]
    usage = usage_of(rows, Judged({}, {}, {}, 0), [MONDAY])
    entries = usage_sheet(small_services.library, small_services.phrasebook["en"], usage, "en").sections[-1]
    assert [row.label for row in entries.rows][:2] == ["gone-39", "gone-38"]
    assert len(entries.rows) == MOST
