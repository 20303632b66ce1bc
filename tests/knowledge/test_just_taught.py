"""What was taught and is not learned yet."""

import pytest

from bot.app import Knowledge
from knowledge.changes import Change
from knowledge.just_taught import JustTaught
from knowledge.outcomes import Dialogue
from tests.support.changes import HONEY, PRICE

ZEBRA = Change("phrasing", "en", "zebra crossing", "bees-honey")
ZEBRAS = Change("phrasing", "nl", "waar zijn hier alle zebrapaden", "bees-honey")
UNSAID = Change("unphrasing", "en", "Zebra  crossing?", "bees-honey")


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ([ZEBRA], ZEBRA),
        ([ZEBRA, UNSAID], None),
        ([UNSAID, ZEBRA], ZEBRA),
        ([HONEY, PRICE], None),
        ([Change("undo", target=1)], None),
    ],
)
def test_the_last_word_counts_in_whatever_letters(changes: list[Change], found: Change | None) -> None:
    assert JustTaught.of(changes, lambda _: True).find("ZEBRA-crossing!") == found


def test_no_words_are_no_wording() -> None:
    assert JustTaught.of([Change("phrasing", "en", "?!", "bees-honey")], lambda _: True).find("") is None


def test_it_is_answered_word_for_word_before_it_is_learned(small_knowledge: Knowledge) -> None:
    answerer = small_knowledge.answerer.having_taught([ZEBRA, PRICE])
    outcome, after = answerer.answer("Zebra crossing?", Dialogue("nl"))
    assert (outcome.act, outcome.entry, outcome.language, after.entry) == ("answer", "bees-honey", "en", "bees-honey")
    assert "bees-honey" not in outcome.options
    assert answerer.answer("Zebra crossing?", Dialogue("nl", choice="nl"))[0].language == "nl"
    assert answerer.answer("what does a hive cost", Dialogue("en"))[0].act == "fallback"
    assert small_knowledge.answerer.answer("Zebra crossing?", Dialogue("en"))[0].act == "fallback"


@pytest.mark.parametrize(
    ("change", "text"),
    [
        (Change("phrasing", "en", "tell me of honey comb", "bees-sting"), "tell me of honey comb"),
        (Change("phrasing", "en", "zebra crossing", "gone"), "zebra crossing"),
    ],
)
def test_what_is_known_or_can_not_be_known_is_left_as_it_is(
    small_knowledge: Knowledge, change: Change, text: str
) -> None:
    taught = small_knowledge.answerer.having_taught([change])
    assert taught.answer(text, Dialogue("en")) == small_knowledge.answerer.answer(text, Dialogue("en"))


@pytest.mark.parametrize(("change", "leads"), [(ZEBRA, False), (ZEBRAS, True)])
def test_within_a_conversation_only_a_whole_question_leads(
    small_knowledge: Knowledge, change: Change, *, leads: bool
) -> None:
    before = Dialogue(change.language or "en", entry="owls-night", said="answer")
    outcome, _ = small_knowledge.answerer.having_taught([change]).answer(change.text or "", before)
    assert (outcome.entry == "bees-honey") is leads


def test_it_is_no_other_language(small_knowledge: Knowledge) -> None:
    text = "was kostet ein neuer wagen"
    assert small_knowledge.answerer.answer(text, Dialogue("en"))[0].tongue
    taught = small_knowledge.answerer.having_taught([Change("phrasing", "en", text, "bees-honey")])
    outcome, _ = taught.answer(text, Dialogue("en"))
    assert (outcome.entry, outcome.tongue) == ("bees-honey", None)
