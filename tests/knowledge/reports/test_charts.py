"""Bars as SVG: as long as they say, told in words, safe in a page."""

import xml.etree.ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from knowledge.reports.charts import bar_colours, bars_svg, said
from knowledge.reports.sheet import Row
from tests.support.contrast import contrast


def widths(svg: str) -> list[float]:
    return [float(shape.attrib["width"]) for shape in ET.fromstring(svg).iter("rect")]  # noqa: S314  (our own)


def test_a_bar_is_as_long_as_it_says() -> None:
    assert widths(bars_svg(Row("a", ("3",), (0.25,)), ("number",))) == [100, 25]
    assert widths(bars_svg(Row("a", ("3", "4"), (0.5, 2.0)), ("before", "after"))) == [100, 50, 100, 100]
    assert bars_svg(Row("a", ("\N{EM DASH}",)), ("number",)) == ""


@given(st.text(st.characters(exclude_categories=["C"])), st.text("<>&\"' 1"))
def test_it_tells_what_it_shows_and_takes_any_label(label: str, value: str) -> None:
    svg = bars_svg(Row(label, (value,), (0.5,)), ("number",))
    title = ET.fromstring(svg).find("title")  # noqa: S314  (our own)
    assert title is not None
    assert title.text == f"{label}: {value}"
    assert "<script" not in svg


def test_of_several_values_each_is_named() -> None:
    assert said(Row("a", ("40%", "80%")), ("before", "after")) == "before 40%, after 80%"
    assert said(Row("a", ("12",)), ("number",)) == "12"


def test_before_and_after_are_told_apart_by_lightness_too() -> None:
    before, after = bar_colours(Row("a", ("1", "2"), (0.1, 0.2)))
    assert contrast(before, after) >= 3
