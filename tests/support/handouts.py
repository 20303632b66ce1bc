"""Sheets to print: one with everything on it, and what can be read on a PDF."""

from io import BytesIO

from pypdf import PdfReader

from knowledge.handouts.handout import Answer, Column, Comparison, Handout, Later, Link

LINK = Link("https://t.me/animal_bot?start=t-bees", "Ask on", "@animal_bot")
SOURCE = "Source: A. Writer, Press, “One”, paragraph 1"


def answer(question: str, words: int = 30, later: int = 1) -> Answer:
    """Make an answer of so many words in each part."""
    facts = tuple(Later(f"Since then ({2000 + year}; Journal)", "later " * words) for year in range(later))
    return Answer(question, "word " * words, facts, SOURCE)


def sheet(*answers: Answer, discussion: tuple[str, ...] = ("Whose is honey?",), link: Link | None = LINK) -> Handout:
    """Make a handout in English without a comparison."""
    return Handout(
        language="en",
        kicker="Animal bot · handout",
        title="Bees",
        answers=answers or (answer("What is honey?"),),
        discuss="To talk about",
        discussion=discussion,
        notes="Notes",
        page="{page} of {pages}",
        link=link,
    )


def comparison(sides: int) -> Comparison:
    """Make a comparison of so many sides."""
    columns = tuple(
        Column(f"Side {number}", (("What", f"a{number}"), ("Who", f"b{number} and quite a few words more")))
        for number in range(sides)
    )
    return Comparison("Often mixed up", "People mix them up.", columns, SOURCE)


def pages_of(pdf: bytes) -> list[str]:
    """Read what is on each page, with single spaces."""
    return [" ".join(page.extract_text().split()) for page in PdfReader(BytesIO(pdf)).pages]
