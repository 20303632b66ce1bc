"""A report as a PDF to print or file."""

import unicodedata

from knowledge.drawing.fonts import UndrawableError, Weight, check_drawable
from knowledge.drawing.palette import ACCENTS, INK, QUIET, RULE
from knowledge.drawing.typesetting import curved
from knowledge.handouts.flow import Hand, Line
from knowledge.handouts.paper import BOTTOM, HEIGHT, MARGIN, WIDTH, Paper
from knowledge.reports.charts import bar_colours, said
from knowledge.reports.sheet import Row, Section, Sheet

_INNER = WIDTH - 2 * MARGIN
_LABELS = 98.0
_VALUES = 44.0
_BARS_FROM = MARGIN + _LABELS + _VALUES
_BAR = 2.6
_GAP = 5.0

_TITLE = Hand(Weight.BOLD, 22, 9.4)
_INTRO = Hand(Weight.REGULAR, 10.5, 5, QUIET)
_HEADING = Hand(Weight.BOLD, 13, 6, ACCENTS[0].strong)
_ROW = Hand(Weight.REGULAR, 10, 4.7)
_VALUE = Hand(Weight.SEMIBOLD, 10, 4.7)
_FINE = Hand(Weight.REGULAR, 8.5, 4, QUIET)


def draw_pdf(sheet: Sheet) -> bytes:
    """Draw a report; the same one gives the same bytes. A letter that the typeface lacks is left out."""
    with Paper(sheet.title, sheet.language) as paper:
        paper.add_page()
        top = paper.write(printable(sheet.title, Weight.BOLD), _TITLE, MARGIN, MARGIN, _INNER) + 1
        top = paper.write(sheet.intro, _INTRO, MARGIN, top, _INNER) + 1
        paper.rule(MARGIN, top + 1, _INNER, INK, 0.6)
        top += 7
        for section in sheet.sections:
            top = _section(paper, section, top)
        _note(paper, sheet.note, top)
        for page in range(1, paper.pages + 1):
            paper.turn_to(page)
            numbered = sheet.page.format(page=page, pages=paper.pages)
            paper.write(numbered, _FINE, WIDTH - MARGIN - paper.width_of(numbered, _FINE), HEIGHT - 13, _INNER)
        return paper.finish()


def printable(text: str, weight: Weight) -> str:
    """Give a text without the letters that the typeface lacks."""
    return "".join(character for character in curved(unicodedata.normalize("NFC", text)) if _prints(character, weight))


def _prints(character: str, weight: Weight) -> bool:
    try:
        check_drawable(character, weight)
    except UndrawableError:
        return False
    return True


def _section(paper: Paper, section: Section, top: float) -> float:
    """Set a heading and its rows; neither a heading nor a row is parted from what belongs to it."""
    first = True
    for row in section.rows:
        label = paper.lines_of(printable(row.label, Weight.REGULAR), _ROW, _LABELS - 4)
        value = paper.lines_of(said(row, section.columns), _VALUE, _VALUES - 4)
        high = max(len(label), len(value)) * _ROW.leading + 1.2
        if top + high + (_HEADING.leading + 1 if first else 0) > BOTTOM:
            paper.add_page()
            top = MARGIN
        if first:
            top = paper.write(section.heading, _HEADING, MARGIN, top, _INNER) + 1
            first = False
        paper.set_lines([Line(line, _ROW) for line in label], MARGIN, top)
        paper.set_lines([Line(line, _VALUE) for line in value], MARGIN + _LABELS, top)
        _bars(paper, row, top)
        top += high
        paper.rule(MARGIN, top - 0.6, _INNER, RULE, 0.1)
    return top + _GAP


def _bars(paper: Paper, row: Row, top: float) -> None:
    whole = WIDTH - MARGIN - _BARS_FROM
    step = _BAR if len(row.bars) == 1 else _BAR / 2
    for place, (bar, colour) in enumerate(zip(row.bars, bar_colours(row), strict=False)):
        paper.fill(_BARS_FROM, top + 1 + place * step, max(0.2, whole * bar), step, colour)


def _note(paper: Paper, note: str, top: float) -> None:
    lines = paper.lines_of(note, _FINE, _INNER)
    if top + len(lines) * _FINE.leading > BOTTOM:
        paper.add_page()
        top = MARGIN
    paper.set_lines([Line(line, _FINE) for line in lines], MARGIN, top)
