"""Both languages promise the same: the same rows, parts and tables."""

from handlers.phrasebook import read_phrasebook
from handlers.privacy_sentences import SchoolRow
from knowledge.languages import Language

BOOK = read_phrasebook()


def test_the_page_for_a_school_has_the_same_rows_in_the_same_order() -> None:
    assert [*BOOK["nl"].school.rows] == [*BOOK["en"].school.rows]
    assert [*BOOK["nl"].school.parts] == [*BOOK["en"].school.parts]


def test_a_row_says_what_why_and_until_when(language: Language) -> None:
    for row in BOOK[language].school.rows.values():
        assert isinstance(row, SchoolRow)
        assert len({row.what, row.why, row.until}) == 3
