"""What a maintainer sees of gaps."""

import datetime as dt
from dataclasses import replace

from bot.app import Knowledge
from handlers.buttons import Tap, Verb
from handlers.context import Services
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


def test_what_people_typed_is_escaped(small_knowledge: Knowledge, small_services: Services) -> None:
    found = found_in(small_knowledge)
    for page in (
        gaps_page(small_services, found, TAP),
        gap_page(small_services, found.gaps[0], TAP),
    ):
        assert "<" not in page.html.replace("&lt;", "")


def test_a_gap_of_which_nothing_can_be_shown_says_so(small_knowledge: Knowledge, small_services: Services) -> None:
    found, phrases = found_in(small_knowledge), small_knowledge.phrasebook["nl"]
    bare = replace(found.gaps[0], wordings=(), meant={})
    assert phrases.gaps.unshown in gap_page(small_services, bare, replace(TAP, language="nl")).html
    assert (
        phrases.gaps.unshown
        in gaps_page(small_services, replace(found, gaps=(bare,)), replace(TAP, language="nl")).html
    )


def test_many_gaps_come_in_pages_that_keep_their_numbers(small_knowledge: Knowledge, small_services: Services) -> None:
    found = found_in(small_knowledge)
    many = replace(found, gaps=found.gaps * (GAPS_A_PAGE + 1))
    first = gaps_page(small_services, many, TAP)
    last = gaps_page(small_services, many, replace(TAP, page=1))
    assert len(first.rows) == GAPS_A_PAGE + 1
    assert f"{GAPS_A_PAGE + 1}. “" in last.html


def test_what_enough_people_picked_is_told(small_knowledge: Knowledge, small_services: Services) -> None:
    found = found_in(small_knowledge)
    agreed = small_services.phrasebook["en"].gaps.agreed.format(people=1, question="").split("“")[0]
    assert agreed not in gaps_page(small_services, found, TAP).html
    assert agreed in gaps_page(replace(small_services, agreeing=1), found, TAP).html
