"""What an act comes to."""

from dataclasses import replace

import pytest

from knowledge.dialogue.moves import Moves
from knowledge.dialogue.wordings import ACTS, FollowUpAct
from knowledge.library import Library
from knowledge.outcomes import Dialogue

HERE = Dialogue("en", entry="sesame-company-or-state", said="answer")


@pytest.fixture(scope="module")
def moves(library: Library) -> Moves:
    """Moves in the bot's own pack."""
    return Moves(library)


@pytest.mark.parametrize(
    ("act", "entry", "outcome"),
    [
        ("source", "pilots-what", ("source", "pilots-what")),
        ("simplify", "pilots-what", ("simplify", "pilots-what")),
        ("more", "pilots-what", ("more", "pilots-what")),
        ("example", "pilots-what", ("answer", "rongcheng-what")),
        ("example", "speech-risk", ("answer", "journalist-lawyer-listed")),
        ("example", "other-control-tools", ("answer", "journalist-lawyer-listed")),
        ("why", "what-is-it", ("answer", "trust-crisis")),
        ("why_not", "half-built", ("answer", "data-silos")),
        ("since", "pilots-what", ("answer", "since-pilots")),
        ("since", "shenzhen-cameras-fail", ("answer", "since-scholars")),
        ("since", "read-the-essay", ("answer", "since-overview")),
        ("repeat", "pilots-what", ("answer", "pilots-what")),
        ("withheld", "xinjiang", ("answer", "xinjiang")),
        ("next", "pilots-what", ("answer", "rongcheng-what")),
    ],
)
def test_an_act_goes_on_from_the_entry(moves: Moves, act: FollowUpAct, entry: str, outcome: tuple[str, str]) -> None:
    made = moves.make(act, Dialogue("en", entry=entry, said="answer"), "nl")
    assert (made.act, made.entry) == outcome
    assert made.language == "nl"


@pytest.mark.parametrize("act", ["example", "why"])
def test_where_no_next_leads_there_the_longer_text_has_it(moves: Moves, act: FollowUpAct) -> None:
    made = moves.make(act, Dialogue("en", entry="patchwork" if act == "example" else "dangan-abuse"), "en")
    assert made.act in ("more", "answer")
    assert made.entry is not None


def test_after_more_comes_what_follows(moves: Moves) -> None:
    onward = moves.make("more", replace(HERE, said="more"), "en")
    assert (onward.act, onward.entry, onward.note) == ("more", "ant-alibaba", "onward")


def test_back_goes_to_the_answer_before_and_says_if_there_is_none(moves: Moves) -> None:
    assert moves.make("back", replace(HERE, earlier=("pilots-what", "gone")), "en").entry == "pilots-what"
    first = moves.make("back", HERE, "en")
    assert (first.entry, first.note) == (HERE.entry, "nothing-before")


@pytest.mark.parametrize(
    ("act", "entry", "leads"),
    [
        ("example", "pilots-what", True),
        ("example", "other-control-tools", False),
        ("why", "what-is-it", True),
        ("why", "data-silos", False),
        ("since", "pilots-what", True),
        ("since", "sesame-moral-ambition", False),
        ("source", "data-silos", True),
        ("why", None, True),
    ],
)
def test_an_act_leads_somewhere_if_the_answer_links_to_what_it_asks(
    moves: Moves, act: FollowUpAct, entry: str | None, *, leads: bool
) -> None:
    assert moves.leads(act, Dialogue("en", entry=entry)) is leads


def test_before_any_answer_an_act_is_about_the_likeliest_option(moves: Moves) -> None:
    asked_back = Dialogue("en", offered=("essay-thesis", "source-date"), said="clarify", unclear="give me the gist")
    made = moves.make("simplify", asked_back, "en")
    assert (made.act, made.entry) == ("simplify", "essay-thesis")
    starters = replace(asked_back, unclear=None)
    assert moves.make("simplify", starters, "en").act == "clarify"


def test_next_is_next_in_the_list_that_was_picked_from(moves: Moves) -> None:
    dialogue = Dialogue("en", entry="sesame-what", listed=("sesame-what", "gone", "national-list"))
    assert moves.make("next", dialogue, "en").entry == "national-list"


def test_after_the_last_of_a_list_comes_what_was_passed_over(moves: Moves) -> None:
    dialogue = Dialogue("en", entry="national-list", listed=("sesame-what", "pilots-what", "national-list"))
    assert moves.make("next", dialogue, "en").entry == "sesame-what"
    assert moves.make("next", replace(dialogue, earlier=("sesame-what",)), "en").entry == "pilots-what"
    through = replace(dialogue, earlier=("sesame-what", "pilots-what"))
    assert moves.make("next", through, "en").entry == "national-sanctions"


def test_the_other_one_of_two_is_answered_and_of_three_offered(moves: Moves) -> None:
    two = Dialogue("en", entry="pilots-what", listed=("pilots-what", "national-list"))
    assert moves.make("other", two, "en").entry == "national-list"
    three = replace(two, listed=("pilots-what", "national-list", "sesame-what"))
    assert moves.make("other", three, "en").options == ("national-list", "sesame-what")
    rejected = replace(three, rejected=("sesame-what",))
    assert moves.make("other", rejected, "en").entry == "national-list"


def test_instead_of_an_answer_that_was_not_meant_its_runners_up_are_offered(moves: Moves) -> None:
    dialogue = replace(HERE, runners=("sesame-what", "sesame-company-or-state", "ant-alibaba"))
    made = moves.make("other", dialogue, "en")
    assert (made.act, made.options) == ("clarify", ("sesame-what", "ant-alibaba"))


def test_none_of_those_offered_is_a_miss(moves: Moves) -> None:
    made = moves.make("other", Dialogue("en", offered=("sesame-what",), said="clarify"), "en")
    assert (made.act, made.note) == ("fallback", "lost")


def test_a_refusal_is_repeated_kindly(moves: Moves) -> None:
    made = moves.make("withheld", Dialogue("en", entry="sesame-what", said="fallback"), "en")
    assert (made.act, made.note) == ("fallback", "withheld")


@pytest.mark.parametrize("act", ACTS)
@pytest.mark.parametrize("entry", [None, "gone"])
def test_with_nothing_to_act_on_it_asks_of_what(
    moves: Moves, library: Library, act: FollowUpAct, entry: str | None
) -> None:
    made = moves.make(act, Dialogue("en", entry=entry), "en")
    if entry is None or act != "other":
        assert (made.act, made.note, made.options) == ("clarify", "nothing-yet", library.pack.starters)


@pytest.mark.parametrize("act", ACTS)
def test_every_act_leads_somewhere_from_every_entry(moves: Moves, library: Library, act: FollowUpAct) -> None:
    for entry in library.entries:
        made = moves.make(act, Dialogue("nl", entry=entry, said="answer"), "nl")
        assert {made.entry, *made.options} - {None} <= set(library.entries)
        assert made.entry or made.options
