"""Sheets in a PDF: lines that fit, letters that are there, codes that can be read."""

import re
from collections.abc import Iterator
from io import BytesIO

import pytest
import segno
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from knowledge.drawing.fonts import UndrawableError, Weight
from knowledge.drawing.palette import INK
from knowledge.handouts.flow import Hand, Line
from knowledge.handouts.paper import Paper
from tests.support.handouts import pages_of

ADDRESS = "https://t.me/animal_bot?start=t-bees"
HAND = Hand(Weight.REGULAR, 10, 5)
LETTERS = "Lǐ Péng, Qīngdǎo, lǜ; één coördinaat, Poolse ijsbeer — 5 €"


@pytest.fixture(scope="module")
def ruler() -> Iterator[Paper]:
    """A sheet to measure on."""
    with Paper("Bees", "en") as made:
        yield made


@pytest.fixture
def paper() -> Iterator[Paper]:
    """A sheet to write on."""
    with Paper("Bees", "en") as made:
        made.add_page()
        yield made


@given(st.text("ab -é", max_size=120), st.floats(15, 80))
def test_lines_fit_and_lose_no_letter(ruler: Paper, text: str, width: float) -> None:
    lines = ruler.lines_of(text, HAND, width)
    assert all(ruler.width_of(line, HAND) <= width for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


def test_a_compound_is_broken_behind_its_hyphen_and_a_date_is_not(ruler: Paper) -> None:
    assert ruler.lines_of("sociaal-kredietsysteem", HAND, 25) == ["sociaal-", "kredietsysteem"]
    [*_, last] = ruler.lines_of("word word word 2018-02-22", HAND, 40)
    assert last.endswith("2018-02-22")


def test_chinese_names_with_tones_and_dutch_letters_are_printed(paper: Paper) -> None:
    for place, weight in enumerate(Weight):
        paper.write(LETTERS, Hand(weight, 10, 5), 10, 10 + 10 * place, 190)
    [page] = pages_of(paper.finish())
    assert page.count(LETTERS) == len(Weight)


def test_a_letter_that_the_typeface_lacks_is_refused_and_no_box_is_printed(paper: Paper) -> None:
    with pytest.raises(UndrawableError, match=r"U\+793E"):
        paper.write("社", HAND, 10, 10, 100)


def test_a_page_can_be_gone_back_to_with_the_typeface_it_had(paper: Paper) -> None:
    paper.write("one", HAND, 10, 10, 100)
    paper.add_page()
    paper.write("two", Hand(Weight.BOLD, 20, 9), 10, 10, 100)
    for page in (1, 2):
        paper.turn_to(page)
        paper.write(f"foot {page}", HAND, 10, 280, 100)
    assert pages_of(paper.finish()) == ["one foot 1", "two foot 2"]


def test_the_code_holds_the_address_and_can_be_tapped(paper: Paper) -> None:
    paper.code(ADDRESS, 10, 10, 25, INK)
    reader = PdfReader(BytesIO(paper.finish()))
    [page] = reader.pages
    [link] = [annotation.get_object() for annotation in page.annotations or ()]
    assert link["/A"]["/URI"] == ADDRESS
    content = page.get_contents()
    assert content is not None
    code = segno.make(ADDRESS, micro=False, error="m", boost_error=False)
    assert len(re.findall(rb" re f", content.get_data())) == sum(map(sum, code.matrix))


def test_the_same_sheet_is_the_same_file_and_tells_its_title_and_language() -> None:
    files = []
    for _ in range(2):
        with Paper("Bees", "en") as made:
            made.add_page()
            made.set_lines([Line("barred", HAND, barred=True), Line("more", HAND, 2, barred=True)], 10, 10, INK)
            files.append(made.finish())
    assert files[0] == files[1]
    reader = PdfReader(BytesIO(files[0]))
    assert reader.metadata
    assert reader.metadata.title == "Bees"
    assert str(reader.root_object["/Lang"]) == "en"
