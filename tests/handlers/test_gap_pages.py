"""What a maintainer sees of gaps."""

import datetime as dt
from dataclasses import replace

from bot.app import Knowledge
from handlers.buttons import Tap, Verb
from handlers.gap_findings import Found
from handlers.gap_pages import GAPS_A_PAGE, gap_page, gaps_page
from knowledge.misses import Missed
from knowledge.reports.personal import Check
from knowledge.upkeep.gaps.finding import find_gaps
from tests.support.misses import NOW, miss

TAP = Tap(Verb.GAPS, "en")


def found_in(knowledge: Knowledge) -> Found:
    missed = Missed((miss("what is it with <wax> of bees", kind="corrected", entry="bees-honey"),), ())
    gaps = find_gaps(knowledge.library, knowledge.answerer.explain, Check(knowledge.library), missed, NOW)
    return Found("a", dt.datetime.now(dt.UTC), tuple(gaps), ())


def test_what_people_typed_is_escaped(small_knowledge: Knowledge) -> None:
    found, phrases = found_in(small_knowledge), small_knowledge.phrasebook["en"]
    for page in (
        gaps_page(small_knowledge.library, phrases, found, TAP),
        gap_page(small_knowledge.library, phrases, found.gaps[0], TAP),
    ):
        assert "<" not in page.html.replace("&lt;", "")


def test_a_gap_of_which_nothing_can_be_shown_says_so(small_knowledge: Knowledge) -> None:
    found, phrases = found_in(small_knowledge), small_knowledge.phrasebook["nl"]
    bare = replace(found.gaps[0], wordings=(), meant={})
    assert phrases.gaps.unshown in gap_page(small_knowledge.library, phrases, bare, TAP).html
    assert phrases.gaps.unshown in gaps_page(small_knowledge.library, phrases, replace(found, gaps=(bare,)), TAP).html


def test_many_gaps_come_in_pages_that_keep_their_numbers(small_knowledge: Knowledge) -> None:
    found, phrases = found_in(small_knowledge), small_knowledge.phrasebook["en"]
    many = replace(found, gaps=found.gaps * (GAPS_A_PAGE + 1))
    first = gaps_page(small_knowledge.library, phrases, many, TAP)
    last = gaps_page(small_knowledge.library, phrases, many, replace(TAP, page=1))
    assert len(first.rows) == GAPS_A_PAGE + 1
    assert f"{GAPS_A_PAGE + 1}. “" in last.html
