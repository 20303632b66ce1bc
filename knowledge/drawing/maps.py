"""The map of the whole as a picture: rows of panels, and arrows down with what they mean written on them."""

from knowledge.drawing.fonts import Weight
from knowledge.drawing.palette import ACCENTS, INK, QUIET, RULE, WHITE, Accent
from knowledge.drawing.shapes import Box, Drawing, Panel, Stroke, Text
from knowledge.drawing.sheet import BODIES, MARGIN, WIDTH, Frame, Sheet, on
from knowledge.drawing.typesetting import Style, balanced_lines_of, largest_unbroken, lines_of
from knowledge.languages import Language
from knowledge.maps import Map, Node

_NAMES = tuple(Style(Weight.BOLD, size, size + 8) for size in (42, 40, 38, 36, 34))
_LABEL = Style(Weight.SEMIBOLD, 34, 40, QUIET)
_GUTTER = 20
_PAD = 20
_RADIUS = 20
_EDGE = 3
_STEM = 26
_TIP = 34
_KEY = Accent(INK, WHITE)
# Of a node with one of these looks the name stands white on a strip of colour.
_WITH_STRIP = frozenset({"part", "key"})


def draw_map(whole: Map, language: Language, frame: Frame) -> Drawing:
    """Draw a map.

    Raises:
        UndrawableError: the typeface lacks a character of it.
    """
    sheet = Sheet()
    sheet.head(frame)
    for number, row in enumerate(whole.rows):
        _row(sheet, [whole.nodes[name] for name in row], language)
        if number + 1 < len(whole.rows):
            _arrows(sheet, whole, number, language)
    return sheet.finish(frame)


def spans_of(count: int) -> list[tuple[int, int]]:
    """Share the width of a sheet among `count` panels."""
    step = (WIDTH - 2 * MARGIN + _GUTTER) / count
    return [(round(MARGIN + step * place), round(MARGIN + step * (place + 1)) - _GUTTER) for place in range(count)]


def _row(sheet: Sheet, nodes: list[Node], language: Language) -> None:
    """Put the panels of a row, all as high as the highest."""
    spans = spans_of(len(nodes))
    inner = spans[0][1] - spans[0][0] - 2 * _PAD
    top, place = sheet.y, len(sheet.shapes)
    strip_ends = _names(sheet, nodes, spans, language)
    body = largest_unbroken([node.texts[language].text for node in nodes], BODIES[1:], inner)
    lowest = 0
    for node, (left, right) in zip(nodes, spans, strict=True):
        # Without a strip of its own colour a name stands close to its text.
        sheet.y = strip_ends + (18 if node.look in _WITH_STRIP else -6)
        sheet.write(node.texts[language].text, body, left + _PAD, right - _PAD)
        lowest = max(lowest, sheet.y + 22)
    for number, (node, (left, right)) in enumerate(zip(nodes, spans, strict=True)):
        accent = ACCENTS[number % len(ACCENTS)] if node.look == "part" else _KEY
        sheet.put_under(place, *_panels(node, Box(left, top, right, lowest), strip_ends, accent))
    sheet.y = lowest


def _names(sheet: Sheet, nodes: list[Node], spans: list[tuple[int, int]], language: Language) -> int:
    """Set the names of a row at one height; give where the strips that some of them stand on end."""
    inner = spans[0][1] - spans[0][0] - 2 * _PAD
    style = largest_unbroken([node.texts[language].name for node in nodes], _NAMES, inner)
    names = [lines_of(node.texts[language].name, style, inner) for node in nodes]
    height = max(map(len, names)) * style.leading
    for node, lines, (left, right) in zip(nodes, names, spans, strict=True):
        high = len(lines) * style.leading
        start = sheet.y + 16 + (height - high) // 2
        coloured = on(style, WHITE if node.look in _WITH_STRIP else INK)
        sheet.put(Text(Box(left + _PAD, start, right - _PAD, start + high), lines, coloured))
    return sheet.y + height + 30


def _panels(node: Node, box: Box, strip_ends: int, accent: Accent) -> list[Panel]:
    if node.look not in _WITH_STRIP:
        told = node.look == "story"
        return [Panel(box, WHITE, INK if told else RULE, radius=_RADIUS, dashed=told)]
    body = Box(box.left + _EDGE, strip_ends, box.right - _EDGE, box.bottom - _EDGE)
    return [
        Panel(box, accent.strong, radius=_RADIUS),
        Panel(body, accent.tint, radius=_RADIUS - _EDGE, round_above=False),
    ]


def _arrows(sheet: Sheet, whole: Map, number: int, language: Language) -> None:
    """Put the arrows between a row and the next, each with its words in the middle."""
    upper, lower = whole.rows[number], whole.rows[number + 1]
    spans = max(spans_of(len(upper)), spans_of(len(lower)), key=len)
    found = [link for link in whole.links if link.ends[0] in upper and link.ends[1] in lower]
    words = []
    for link in found:
        places = (upper.index(link.ends[0]), lower.index(link.ends[1]))
        left, right = spans[places[0] if len(upper) > 1 else places[1]]
        words.append((left, right, balanced_lines_of(link.texts[language], _LABEL, right - left - 16)))
    high = max((len(lines) for *_, lines in words), default=0) * _LABEL.leading
    top = sheet.y
    sheet.y = top + (_STEM + high + _TIP + 12 if words else 2 * _GUTTER)
    for left, right, lines in words:
        middle, height = (left + right) // 2, len(lines) * _LABEL.leading
        begins = top + _STEM + (high - height) // 2
        sheet.put(Stroke(middle, top, begins - 2, QUIET))
        sheet.put(Text(Box(left + 8, begins, right - 8, begins + height), lines, _LABEL, centred=True))
        sheet.put(Stroke(middle, begins + height + 4, sheet.y - 4, QUIET, pointed=True))
