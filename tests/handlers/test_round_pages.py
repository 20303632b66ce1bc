"""What a teacher sees of a round: within one message, and nothing of fewer than five pupils."""

import datetime as dt

import pytest

from handlers.phrasebook import read_phrasebook
from handlers.prose import TEXT_LIMIT, visible_length
from handlers.round_pages import Shown, kind_name, round_page
from knowledge.languages import Language
from knowledge.lessons.rounds import KINDS, Round, RoundKind, RoundPlan, Taken, plan_of, tallied
from knowledge.library import Library
from knowledge.reports.suppression import Figure

BOOK = read_phrasebook()
NOTHING_MIXED = Figure("mistakes", 0)


def shown(library: Library, plan: RoundPlan, pupils: int, members: int = 30) -> Shown:
    """Give a round in which all pupils took the first option of everything."""
    taken = [Taken(str(number), item, 0) for number in range(pupils) for item in plan.items]
    held = Round(1, 1, plan, dt.datetime(2027, 1, 4, tzinfo=dt.UTC))
    return Shown(held, pupils, members, tallied(library, plan, taken), NOTHING_MIXED)


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_of_the_own_pack_fits_a_message(library: Library, kind: RoundKind, language: Language) -> None:
    plan = plan_of(library, kind, None, "before", ())
    assert plan
    page = round_page(library, BOOK[language], shown(library, plan, 12), language)
    assert visible_length(page.html) <= TEXT_LIMIT
    assert f"{len(plan.items)}. " in page.html
    assert page.html.startswith(f"<b>{kind_name(library, BOOK[language], kind, language)}")


def test_items_that_do_not_fit_are_left_out(library: Library, language: Language) -> None:
    plan = RoundPlan("quiz", tuple(library.quiz))
    page = round_page(library, BOOK[language], shown(library, plan, 12), language)
    assert visible_length(page.html) <= TEXT_LIMIT
    assert f"\n<b>{len(plan.items)}. " not in page.html


@pytest.mark.parametrize("pupils", [0, 1, 4])
def test_of_fewer_than_five_pupils_there_is_no_number(library: Library, language: Language, pupils: int) -> None:
    plan = RoundPlan("quiz", ("everyone-scored-1",))
    page = round_page(library, BOOK[language], shown(library, plan, pupils), language)
    assert BOOK[language].rounds.few in page.html
    assert "%" not in page.html


@pytest.mark.parametrize(("members", "told"), [(12, True), (13, False), (16, False), (17, True), (30, True)])
def test_how_many_took_part_is_not_told_if_fewer_than_five_did_not(
    library: Library,
    language: Language,
    members: int,
    told: bool,  # noqa: FBT001
) -> None:
    words, plan = BOOK[language].rounds, RoundPlan("quiz", ("everyone-scored-1",))
    page = round_page(library, BOOK[language], shown(library, plan, 12, members), language)
    assert (words.pupils.format(count=12) in page.html) == told
    assert (words.nearly in page.html) != told


def test_what_is_gone_from_the_pack_is_said_to_be(library: Library, language: Language) -> None:
    for kind in KINDS:
        page = round_page(library, BOOK[language], shown(library, RoundPlan(kind, ("gone",)), 12), language)
        assert BOOK[language].rounds.gone in page.html
