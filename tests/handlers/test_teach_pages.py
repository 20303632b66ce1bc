"""What somebody who teaches sees."""

from dataclasses import replace

import pytest

from handlers.context import Services
from handlers.teach_pages import TOLD, choose_page, effect_of, refusal_of, told, tried_page, waiting_page
from knowledge.changes import Change
from knowledge.languages import LANGUAGES, Language
from knowledge.proposals import Effect, Proposal, Role, State
from knowledge.upkeep.evaluation.comparing import Comparison
from knowledge.upkeep.teaching import Refused
from knowledge.upkeep.trying import Tried
from tests.support.changes import HONEY, PRICE, WAX, undo
from tests.support.upkeep_stage import BETTER, WORSE

HOSTILE = "<b>&" * 50
PROPOSAL = Proposal(7, 1, "tried", (("en", HOSTILE),), ("bees-honey", "gone"), changes=(replace(HONEY, text=HOSTILE),))
EFFECT = Effect(1, 0, 2, (HOSTILE,))


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_people_typed_is_escaped(small_services: Services, language: Language) -> None:
    library, phrases = small_services.library, small_services.phrasebook[language]
    for reply in (
        choose_page(library, phrases, PROPOSAL, language),
        tried_page(library, phrases, replace(PROPOSAL, effect=EFFECT), "maintainer", language),
        waiting_page(library, phrases, [PROPOSAL], language),
    ):
        assert "<b>" not in reply.html
        assert reply.keyboard


def test_an_entry_that_is_gone_is_not_offered(small_services: Services) -> None:
    page = choose_page(small_services.library, small_services.phrasebook["en"], PROPOSAL, "en")
    assert [button.callback_data for row in page.rows for button in row] == [
        "tp:en:7-0",
        "tp:en:7-none",
        "tp:en:7-new",
        "tx:en:7",
    ]


@pytest.mark.parametrize(
    ("state", "role", "worse", "verbs"),
    [
        ("tried", "maintainer", 0, ["tl", "tx"]),
        ("tried", "contributor", 0, ["to", "tx"]),
        ("tried", "contributor", 1, ["to", "tx"]),
        ("tried", "maintainer", 1, ["tx"]),
        ("open", "maintainer", 0, ["tl", "tr"]),
        ("open", "administrator", 1, ["tr"]),
        ("open", "contributor", 0, []),
        ("live", None, 0, []),
    ],
)
def test_everybody_has_the_buttons_that_are_theirs(
    small_services: Services, state: State, role: Role | None, worse: int, verbs: list[str]
) -> None:
    proposal = replace(PROPOSAL, state=state, effect=replace(EFFECT, worse=worse))
    page = tried_page(small_services.library, small_services.phrasebook["en"], proposal, role, "en")
    assert [str(button.callback_data)[:2] for row in page.rows for button in row] == verbs


@pytest.mark.parametrize("change", [HONEY, PRICE, WAX, undo(3), Change("unphrasing", "en", "x", "gone")])
def test_a_change_is_told_in_a_line(small_services: Services, change: Change) -> None:
    line = told(small_services.library, small_services.phrasebook["en"], change, "en")
    assert "{" not in line
    assert (change.text or "")[:10] in line or change.kind == "entry"


def test_a_refusal_fits_a_message(small_services: Services) -> None:
    assert len(refusal_of(small_services.phrasebook["en"], Refused("broken", "x" * 9000))) < 4096


def test_of_a_trial_the_worst_is_kept() -> None:
    effect = effect_of(Tried(Comparison((), (WORSE, *(BETTER,) * 20), 0, 0), ()))
    assert (effect.better, effect.worse, len(effect.lines)) == (20, 1, TOLD)
    assert effect.lines[0].startswith("- do stings hurt: ")
