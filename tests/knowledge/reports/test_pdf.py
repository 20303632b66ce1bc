"""A report as a PDF: every row, on as many pages as it takes, the same each time."""

from knowledge.reports.pdf import draw_pdf
from knowledge.reports.sheet import Row
from tests.support.handouts import pages_of
from tests.support.reports import sheet


def test_everything_is_on_it() -> None:
    [page] = pages_of(draw_pdf(sheet(Row("What is honey?", ("40%", "80%"), (0.4, 0.8)), columns=("before", "after"))))
    for part in (
        "What 4V asked",
        "As of today",
        "Asked most",
        "What is honey?",
        "before 40%, after 80%",
        "A note",
        "1 of 1",
    ):
        assert part in page


def test_many_rows_go_on_and_none_is_lost() -> None:
    pages = pages_of(draw_pdf(sheet(*(Row(f"row {number} " + "word " * 30, (str(number),)) for number in range(60)))))
    assert len(pages) > 2
    assert all(f"row {number} word" in " ".join(pages) for number in range(60))


def test_a_letter_that_the_typeface_lacks_is_left_out() -> None:
    [page] = pages_of(draw_pdf(sheet(Row("bees 🐝 and 社 honey", ("1",)))))
    assert "bees and honey" in page


def test_the_same_report_gives_the_same_bytes() -> None:
    assert draw_pdf(sheet()) == draw_pdf(sheet())
