"""A handout as a page: everything on it, escaped, nothing fetched and nothing run."""

import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from knowledge.handouts.html import draw_html
from tests.support.chromium import PHONE, PROJECTOR, barriers, chromium, is_too_wide, looking
from tests.support.handouts import answer, comparison, sheet


def test_everything_is_on_the_page() -> None:
    page = draw_html(replace(sheet(), comparison=comparison(2)))
    for part in ("Bees", "What is honey?", "Since then (2000; Journal)", "Whose is honey?", "Side 1", "@animal_bot"):
        assert part in page
    assert '<html lang="en">' in page
    assert page.count("<svg") == 1


def test_without_a_bot_there_is_no_code() -> None:
    page = draw_html(sheet(link=None))
    assert "<svg" not in page
    assert "t.me" not in page


def test_a_question_that_is_the_title_is_no_heading_of_its_own() -> None:
    assert "<h2>Bees</h2>" not in draw_html(sheet(answer("Bees")))
    assert "<h2>Bees?</h2>" in draw_html(sheet(answer("Bees?")))


def test_without_questions_there_is_room_for_notes() -> None:
    page = draw_html(sheet(discussion=()))
    assert "<h2>Notes</h2>" in page
    assert "<h3>" not in page


def test_whatever_stands_in_the_pack_is_text() -> None:
    page = draw_html(sheet(answer("<script>alert(1)</script> & more"), discussion=("<img src=x>",)))
    assert "<script" not in page
    assert "<img" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; more" in page


def test_nothing_is_run_and_nothing_fetched() -> None:
    page = draw_html(sheet())
    assert "default-src 'none'" in page
    assert not re.search(r"<script|<link|src=|@import|url\(", page)
    assert re.findall(r'href="([^"]*)"', page) == ["https://t.me/animal_bot?start=t-bees"]


@pytest.mark.parametrize("screen", [PHONE, PROJECTOR], ids=["phone", "projector"])
async def test_the_page_is_without_barriers(tmp_path: Path, screen: Mapping[str, Any]) -> None:
    (tmp_path / "sheet.html").write_text(draw_html(replace(sheet(), comparison=comparison(3))), encoding="utf-8")
    address = (tmp_path / "sheet.html").as_uri()
    async with chromium() as browser, looking(browser, address, **screen) as page:
        await page.goto(address)
        assert await barriers(page) == []
        assert not await is_too_wide(page)


def test_the_same_handout_gives_the_same_page() -> None:
    assert draw_html(sheet()) == draw_html(sheet())
