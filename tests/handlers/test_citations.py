"""Where an answer comes from: the line under it, and the citation in full."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.offline.markup import parse_html
from handlers.citations import cite, dated, full_citations, place, source_line
from handlers.context import Services
from handlers.phrasebook import read_phrasebook
from knowledge.entries import Pointer
from knowledge.languages import Language
from knowledge.pack import Work

PHRASES = read_phrasebook()
PAPER = Work(author="B", title="T", publisher="P", address="https://example.org", date="2021")
HOSTILE = '<b>&amp; "it\'s" </i>'


@pytest.mark.parametrize(
    ("para", "english", "dutch"),
    [
        ((4,), "paragraph 4", "alinea 4"),
        ((0,), "paragraph 0", "alinea 0"),
        ((1, 2), "paragraphs 1, 2", "alinea's 1, 2"),
        ((1, 2, 3), "paragraphs 1-3", "alinea's 1-3"),
        ((1, 2, 3, 7, 9, 10, 11, 12), "paragraphs 1-3, 7, 9-12", "alinea's 1-3, 7, 9-12"),
        ((1, 2, "note", 3, 4, 5), "paragraphs 1, 2, note, 3-5", "alinea's 1, 2, note, 3-5"),
        ((5, 4, 3), "paragraphs 5, 4, 3", "alinea's 5, 4, 3"),
    ],
)
def test_a_place_names_section_and_paragraphs_and_runs_as_ranges(
    para: tuple[int | str, ...], english: str, dutch: str
) -> None:
    pointer = Pointer(work="book", section="One", para=para)
    assert place(PHRASES["en"], pointer) == f"“One”, {english}"
    assert place(PHRASES["nl"], pointer) == f"“One”, {dutch}"


def test_what_has_no_number_is_named_by_its_section_alone() -> None:
    assert place(PHRASES["en"], Pointer(work="book", section="Note", para=("note",))) == "“Note”"


@given(st.sets(st.integers(0, 99), min_size=1).map(sorted))
def test_no_paragraph_is_lost_in_a_range(numbers: list[int]) -> None:
    said = place(PHRASES["en"], Pointer(work="book", section="One", para=tuple(numbers))).split(" ", 2)[2]
    named: list[int] = []
    for part in said.split(", "):
        first, _, last = part.partition("-")
        named += range(int(first), int(last or first) + 1)
    assert named == numbers


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("nl", "Bron: A. Writer, Press, “One”, alinea's 1-3 · oordeel van de essayist zelf · stand van 1990"),
        ("en", "Source: A. Writer, Press, “One”, paragraphs 1-3 · the essayist's own judgement · as of 1990"),
    ],
)
def test_the_line_under_an_answer_says_who_where_whose_and_when(
    small_services: Services, language: Language, line: str
) -> None:
    library = small_services.library
    html = source_line(library, PHRASES[language], library.entries["bees-honey"], language)
    assert parse_html(html).text == line
    assert [entity["type"] for entity in parse_html(html).entities] == ["italic"]


def test_a_line_without_the_essay_has_the_other_works_and_no_date_of_the_essay(small_services: Services) -> None:
    library = small_services.library
    entry = library.entries["bees-honey"].model_copy(
        update={"sources": (Pointer(work="paper"), Pointer(work="paper")), "voice": "later"}
    )
    line = parse_html(source_line(library, PHRASES["en"], entry, "en")).text
    assert line == "Source: Journal (2021-05) · known since the essay, from other sources"


def test_a_line_with_two_places_in_the_essay_names_its_author_once(small_services: Services) -> None:
    library = small_services.library
    places = (Pointer(work="book", section="One", para=(1,)), Pointer(work="book", section="Two", para=("note",)))
    entry = library.entries["bees-honey"].model_copy(update={"sources": places})
    line = parse_html(source_line(library, PHRASES["en"], entry, "en")).text
    assert line.startswith("Source: A. Writer, Press, “One”, paragraph 1; “Two” · ")


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("nl", "A. Writer, Press, “Long” en 2 andere delen, alinea's 1, 5-8 · "),
        ("en", "A. Writer, Press, “Long” and 2 other parts, paragraphs 1, 5-8 · "),
    ],
)
def test_of_many_places_the_line_names_the_longest_and_all_paragraphs(
    small_services: Services, language: Language, said: str
) -> None:
    library = small_services.library
    parts: dict[str, tuple[int | str, ...]] = {"One": (1,), "Long": (5, 6, 7), "Last": (8, "note")}
    pointers = tuple(Pointer(work="book", section=section, para=para) for section, para in parts.items())
    entry = library.entries["bees-honey"].model_copy(update={"sources": pointers})
    assert said in parse_html(source_line(library, PHRASES[language], entry, language)).text


def test_a_work_read_elsewhere_says_where() -> None:
    work = PAPER.model_copy(update={"via": "a <copy>"})
    assert parse_html(cite(work, PHRASES["en"], "en")).text == "B, T, P, 2021 (read via a <copy>)"
    assert parse_html(cite(work, PHRASES["nl"], "nl")).text == "B, T, P, 2021 (gelezen via a <copy>)"
    assert parse_html(cite(PAPER, PHRASES["en"], "en")).text == "B, T, P, 2021"


def test_a_date_reads_in_the_language_if_it_has_words(small_services: Services) -> None:
    assert dated(small_services.library.essay, "nl") == "geschat 1990"
    assert dated(small_services.library.essay, "en") == "estimated 1990"
    assert dated(PAPER, "nl") == dated(PAPER, "en") == "2021"


def test_a_work_is_cited_once_in_full_with_each_place_in_it(small_services: Services) -> None:
    one = Pointer(work="book", section="One", para=(1, 2, 3))
    pointers = (one, Pointer(work="paper"), Pointer(work="book", section="Two", para=(4,)))
    book, paper = full_citations(small_services.library, PHRASES["en"], pointers, "en")
    cited = "A. Writer, On <Animals> & Men, Press, estimated 1990"
    assert parse_html(book).text == f"{cited}\n“One”, paragraphs 1-3\n“Two”, paragraph 4"
    assert parse_html(paper).text == "B. Later, Owls revisited, Journal, 2021-05 (read via example.net)"


@given(st.text(min_size=1), st.text(min_size=1), st.text(min_size=1), st.text(min_size=1))
def test_whatever_a_work_is_called_its_citation_is_escaped(author: str, title: str, publisher: str, via: str) -> None:
    work = PAPER.model_copy(update={"author": author, "title": title, "publisher": publisher, "via": via})
    parsed = parse_html(cite(work, PHRASES["en"], "en"))
    assert parsed.text == f"{author}, {title}, {publisher}, 2021 (read via {via})"


def test_quotes_in_an_address_cannot_end_the_link() -> None:
    work = PAPER.model_copy(update={"address": f"https://example.org/{HOSTILE}"})
    [link] = parse_html(cite(work, PHRASES["en"], "en")).entities
    assert link["url"] == f"https://example.org/{HOSTILE}"
