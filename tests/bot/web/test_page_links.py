"""Links to the page of a class."""

import datetime as dt
from urllib.parse import parse_qs, urlsplit

import pytest

from bot.web.page_links import BOARD_LINK_SECONDS, LINK_SECONDS, SignedLinks, read_board_link, read_link
from bot.web.sealing import Seals
from tests.support.days import Calendar
from tests.support.records import PSEUDONYMS
from tests.support.school import TEACHER


@pytest.fixture
def calendar() -> Calendar:
    """A clock."""
    return Calendar()


@pytest.fixture
def seals(calendar: Calendar) -> Seals:
    """Seals on that clock."""
    return Seals(b"k" * 32, calendar)


def key_of(address: str) -> str:
    return parse_qs(urlsplit(address).query)["key"][0]


def test_a_link_says_for_which_class_and_teacher_it_is_and_not_who_that_is(seals: Seals) -> None:
    link = SignedLinks("https://bot.example.org", seals, PSEUDONYMS).to_class(7, TEACHER)
    assert link.browser.startswith("https://bot.example.org/class/open?key=")
    assert read_link(seals, key_of(link.browser)) == (7, PSEUDONYMS.of(TEACHER))
    assert str(TEACHER) not in link.browser
    assert link.app == "https://bot.example.org/app?class=7"


def test_without_https_there_is_no_mini_app(seals: Seals) -> None:
    assert SignedLinks("http://localhost:8080", seals, PSEUDONYMS).to_class(7, TEACHER).app is None


def test_a_link_expires(seals: Seals, calendar: Calendar) -> None:
    link = SignedLinks("https://bot.example.org", seals, PSEUDONYMS).to_class(7, TEACHER)
    calendar.moment += dt.timedelta(seconds=LINK_SECONDS + 1)
    assert read_link(seals, key_of(link.browser)) is None


def test_the_link_to_a_board_holds_for_a_day_and_opens_nothing_else(seals: Seals, calendar: Calendar) -> None:
    link = SignedLinks("https://bot.example.org", seals, PSEUDONYMS).to_class(7, TEACHER)
    assert link.board.startswith("https://bot.example.org/board/open?key=")
    assert read_link(seals, key_of(link.board)) is None
    assert read_board_link(seals, key_of(link.browser)) is None
    calendar.moment += dt.timedelta(seconds=BOARD_LINK_SECONDS)
    assert read_board_link(seals, key_of(link.board)) == 7
    calendar.moment += dt.timedelta(seconds=1)
    assert read_board_link(seals, key_of(link.board)) is None


@pytest.mark.parametrize("junk", [None, "", "junk", "a.b.c"])
def test_junk_is_no_link(seals: Seals, junk: str | None) -> None:
    assert read_link(seals, junk) is None
    assert read_board_link(seals, junk) is None
