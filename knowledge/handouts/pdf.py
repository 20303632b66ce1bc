"""A handout as a PDF: the head, a distinction's sides, the answers in two columns, and room to write."""

from collections.abc import Sequence
from dataclasses import replace

from knowledge.drawing.fonts import Weight
from knowledge.drawing.palette import ACCENTS, INK, NOTE, NOTE_MARK, QUIET, RULE, WHITE
from knowledge.handouts.flow import Hand, Line, balanced, height_of, paragraph
from knowledge.handouts.handout import Answer, Column, Comparison, Handout, Link
from knowledge.handouts.paper import BOTTOM, HEIGHT, MARGIN, WIDTH, Paper

_INNER = WIDTH - 2 * MARGIN
_GUTTER = 8.0
_COLUMNS = 2
_COLUMN = (_INNER - (_COLUMNS - 1) * _GUTTER) / _COLUMNS
_CODE = 25.0
_INDENT = 3.0
_PAD = 3.2
# Less is no room for a pen.
_LINE_TO_WRITE_ON = 8.5
_FEWEST_LINES = 3
_MOST_LINES = 14

_KICKER = Hand(Weight.SEMIBOLD, 9.5, 5, ACCENTS[0].strong)
_TITLE = Hand(Weight.BOLD, 25, 10.4)
_LEAD = Hand(Weight.REGULAR, 11, 5.2)
_LABEL = Hand(Weight.SEMIBOLD, 8.5, 4.2, QUIET)
_QUESTION = Hand(Weight.BOLD, 11, 5)
_TEXT = Hand(Weight.REGULAR, 10, 4.7)
_SINCE = Hand(Weight.SEMIBOLD, 9, 4.3, ACCENTS[0].strong)
_LATER = Hand(Weight.REGULAR, 9, 4.3)
_SOURCE = Hand(Weight.REGULAR, 8, 3.7, QUIET)
_FOOT = Hand(Weight.REGULAR, 8, 4, QUIET)
_SIDE = Hand(Weight.BOLD, 12, 5.4, WHITE)
_PART = Hand(Weight.BOLD, 13, 6, ACCENTS[0].strong)
_ASKED = Hand(Weight.SEMIBOLD, 11, 5.2)


def draw_pdf(handout: Handout) -> bytes:
    """Draw a handout; the same one gives the same bytes.

    Raises:
        UndrawableError: the typeface lacks a character of it.
    """
    with Paper(handout.title, handout.language) as paper:
        paper.add_page()
        top = _head(paper, handout)
        if handout.comparison:
            top = _comparison(paper, handout.comparison, top)
        top = _answers(paper, handout, top)
        _to_write(paper, handout, top)
        for page in range(1, paper.pages + 1):
            paper.turn_to(page)
            _foot(paper, handout, page)
        return paper.finish()


def _head(paper: Paper, handout: Handout) -> float:
    width = _INNER - (_CODE + _GUTTER if handout.link else 0)
    top = paper.write(handout.kicker, _KICKER, MARGIN, MARGIN, width) + 1
    top = paper.write(handout.title, _TITLE, MARGIN, top, width) + 2
    if handout.link:
        top = max(top, _code(paper, handout.link))
    paper.rule(MARGIN, top + 2, _INNER, INK, 0.6)
    return top + 8


def _code(paper: Paper, link: Link) -> float:
    left = WIDTH - MARGIN - _CODE
    paper.code(link.address, left, MARGIN, _CODE, INK)
    top = MARGIN + _CODE + 1
    for text, hand in ((link.label, _LABEL), (link.shown, _FOOT)):
        # Flush with the code on the right, however long the bot's name is.
        paper.write(text, hand, WIDTH - MARGIN - paper.width_of(text, hand), top, _INNER)
        top += hand.leading
    return top


def _comparison(paper: Paper, comparison: Comparison, top: float) -> float:
    """Set what is mixed up on a note, and the sides in columns under it."""
    lead = paper.lines_of(comparison.lead, _LEAD, _INNER - 12)
    high = _LABEL.leading + len(lead) * _LEAD.leading + 2 * _PAD
    paper.fill(MARGIN, top, _INNER, high, NOTE)
    paper.fill(MARGIN, top, 1.2, high, NOTE_MARK)
    below = paper.write(comparison.mixed_up, _LABEL, MARGIN + 5, top + _PAD, _INNER)
    paper.set_lines([Line(line, _LEAD) for line in lead], MARGIN + 5, below)
    top = _sides(paper, comparison.columns, top + high + 5)
    return paper.write(comparison.source, _SOURCE, MARGIN, top + 2, _INNER) + 6


def _sides(paper: Paper, columns: Sequence[Column], top: float) -> float:
    """Set the sides so that the same cells stand at the same height."""
    gap = 4.0
    width = (_INNER - gap * (len(columns) - 1)) / len(columns)
    inner = width - 2 * _PAD
    lefts = [MARGIN + place * (width + gap) for place in range(len(columns))]
    names = [paper.lines_of(column.name, _SIDE, inner) for column in columns]
    strip = max(map(len, names)) * _SIDE.leading + 2 * 2.2
    rows = [
        [
            [Line(cells[0], _LABEL), *(Line(text, _TEXT) for text in paper.lines_of(cells[1], _TEXT, inner))]
            for cells in row
        ]
        for row in zip(*(column.cells for column in columns), strict=True)
    ]
    heights = [max(height_of(cell) for cell in row) + 2.2 for row in rows]
    for left, accent in zip(lefts, ACCENTS, strict=False):
        paper.fill(left, top, width, strip, accent.strong)
        paper.fill(left, top + strip, width, sum(heights) + 2 * _PAD - 2.2, accent.tint)
    for left, name in zip(lefts, names, strict=True):
        start = top + (strip - len(name) * _SIDE.leading) / 2
        paper.set_lines([Line(line, _SIDE) for line in name], left + _PAD, start)
    down = top + strip + _PAD
    for row, height in zip(rows, heights, strict=True):
        for left, cell in zip(lefts, row, strict=True):
            paper.set_lines(cell, left + _PAD, down)
        down += height
    return down - 2.2 + _PAD


def _answers(paper: Paper, handout: Handout, top: float) -> float:
    """Set the answers in columns, over as many pages as they take; give where the last page goes on."""
    count, width = _COLUMNS, _COLUMN
    left: Sequence[Line] = [line for answer in handout.answers for line in _lines_of(paper, handout, answer, width)]
    while True:
        # What does not hold a heading and a few lines is left empty.
        columns, left = balanced(left, BOTTOM - top, count) if BOTTOM - top > 8 * _TEXT.leading else ([], left)
        for place, lines in enumerate(columns):
            paper.set_lines(lines, MARGIN + place * (width + _GUTTER), top, RULE)
        if not left:
            return top + max(map(height_of, columns), default=0) + 7
        paper.add_page()
        top = MARGIN


def _lines_of(paper: Paper, handout: Handout, answer: Answer, width: float) -> list[Line]:
    def set_in(text: str, hand: Hand, above: float, *, kept: bool = False, barred: bool = False) -> list[Line]:
        indent = _INDENT if barred else 0
        lines = paper.lines_of(text, hand, width - indent)
        return [Line(line, hand, 0 if place else above, indent, kept, barred) for place, line in enumerate(lines)]

    titled = answer.question == handout.title
    lines = [] if titled else set_in(answer.question, _QUESTION, 5.5, kept=True)
    for block in answer.text.split("\n\n"):
        lines += paragraph(set_in(block, _TEXT, 1.2))
    for later in answer.later:
        lines += set_in(later.heading, _SINCE, 2, kept=True, barred=True)
        lines += paragraph(set_in(later.text, _LATER, 0, barred=True))
    # The source stays with the last line of what it is the source of.
    lines[-1] = replace(lines[-1], kept=True)
    return [*lines, *paragraph(set_in(answer.source, _SOURCE, 1.6))]


def _to_write(paper: Paper, handout: Handout, top: float) -> None:
    """Set the questions to talk about with lines to write on, which fill what is left of the page."""
    asked = [paper.lines_of(question, _ASKED, _INNER) for question in handout.discussion] or [[]]
    needed = _PART.leading + sum(len(lines) * _ASKED.leading + 4 + _FEWEST_LINES * _LINE_TO_WRITE_ON for lines in asked)
    if top + needed > BOTTOM:
        paper.add_page()
        top = MARGIN
    spare = BOTTOM - top - _PART.leading - sum(len(lines) * _ASKED.leading + 4 for lines in asked)
    count = min(max(_FEWEST_LINES, int(spare / len(asked) / _LINE_TO_WRITE_ON)), _MOST_LINES)
    top = paper.write(handout.discuss if handout.discussion else handout.notes, _PART, MARGIN, top, _INNER)
    for lines in asked:
        top = paper.set_lines([Line(line, _ASKED) for line in lines], MARGIN, top + 2)
        for _ in range(count):
            top += _LINE_TO_WRITE_ON
            paper.rule(MARGIN, top, _INNER, RULE)
        top += 2


def _foot(paper: Paper, handout: Handout, page: int) -> None:
    top = HEIGHT - 13
    numbered = handout.page.format(page=page, pages=paper.pages)
    paper.write(f"{handout.kicker} · {handout.title}" if page > 1 else handout.kicker, _FOOT, MARGIN, top, _INNER)
    paper.write(numbered, _FOOT, WIDTH - MARGIN - paper.width_of(numbered, _FOOT), top, _INNER)
