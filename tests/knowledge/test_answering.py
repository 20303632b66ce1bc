"""A message and where the conversation stands, in; what comes of it, out."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.app import Knowledge
from knowledge.answering import READ_AT_MOST, Answerer
from knowledge.dialogue import read_followups
from knowledge.languages import Language
from knowledge.loader import load
from knowledge.matching.training import fit
from knowledge.outcomes import Dialogue, Outcome
from tests.support.packs import SMALL_TALK, write_pack


@pytest.fixture(scope="module")
def answerer(small_knowledge: Knowledge) -> Answerer:
    """Answers about the small pack."""
    return small_knowledge.answerer


@pytest.mark.parametrize(
    ("text", "language", "entry"),
    [
        ("tell me of honey comb", "en", "bees-honey"),
        ("vertel van honing comb", "nl", "bees-honey"),
        ("WHO LIKES STINGS NEEDLE??", "en", "bees-sting"),
        ("waarom nachtvluchten silent", "nl", "owls-night"),
    ],
)
def test_a_question_is_answered(answerer: Answerer, text: str, language: Language, entry: str) -> None:
    outcome, after = answerer.answer(text, Dialogue(language))
    assert (outcome.act, outcome.language, outcome.entry) == ("answer", language, entry)
    assert entry not in outcome.options
    assert (after.entry, after.language) == (entry, language)
    assert 0 < outcome.confidence <= 1


def test_after_an_answer_its_follow_ups_can_be_picked(answerer: Answerer) -> None:
    _, after = answerer.answer("tell me of honey comb", Dialogue("en"))
    assert after.offered == ("bees-sting",)
    picked, then = answerer.answer("1", after)
    assert (picked.act, picked.entry) == ("answer", "bees-sting")
    assert then.offered == ("owls-night",)


@pytest.mark.parametrize(
    ("text", "act"), [("who says so", "source"), ("in simple words", "simplify"), ("go on", "more")]
)
def test_a_wish_goes_on_from_the_answer(answerer: Answerer, text: str, act: str) -> None:
    before = Dialogue("en", entry="bees-honey", offered=("bees-sting",))
    outcome, after = answerer.answer(text, before)
    assert (outcome.act, outcome.entry) == (act, "bees-honey")
    assert after == before


@pytest.mark.parametrize("text", ["1", "who says so"])
def test_an_entry_that_is_gone_is_not_gone_on_from(answerer: Answerer, text: str) -> None:
    outcome, _ = answerer.answer(text, Dialogue("en", entry="bees-wax", offered=("bees-wax",)))
    assert "bees-wax" not in {outcome.entry, *outcome.options}


def test_what_is_not_ours_is_refused_and_the_conversation_stays(answerer: Answerer) -> None:
    before = Dialogue("en", entry="bees-honey", offered=("bees-sting",))
    outcome, after = answerer.answer("what is the capital of peru", before)
    assert (outcome.act, outcome.entry, len(outcome.options)) == ("fallback", None, 3)
    assert after == before


@pytest.mark.parametrize("text", ["🙂", "👍🏽 !", "❤️", "🇳🇱"])
@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_message_of_pictures_is_small_talk(answerer: Answerer, text: str, language: Language) -> None:
    outcome, _ = answerer.answer(text, Dialogue("en" if language == "nl" else "nl", choice=language))
    said = {"nl": "Leuk. Vraag iets over uilen.", "en": "Nice. Ask about owls."}[language]
    assert (outcome.act, outcome.intent, outcome.said) == ("smalltalk", "emoji", said)


@pytest.mark.parametrize(("text", "language"), [("hello there", "en"), ("goedemorgen allemaal", "nl")])
def test_a_greeting_is_greeted_back(knowledge: Knowledge, text: str, language: Language) -> None:
    outcome, _ = knowledge.answerer.answer(text, Dialogue(language))
    assert (outcome.act, outcome.intent, outcome.language) == ("smalltalk", "greeting", language)
    assert outcome.said in knowledge.library.chatter[language]["greeting"].replies


@pytest.mark.parametrize("text", ["how do they do it", "is it true"])
def test_a_vague_question_is_answered_with_what_can_be_picked(knowledge: Knowledge, text: str) -> None:
    outcome, after = knowledge.answerer.answer(text, Dialogue("en"))
    assert (outcome.act, outcome.entry, len(outcome.options)) == ("clarify", None, 3)
    picked, _ = knowledge.answerer.answer("the second", after)
    assert (picked.act, picked.entry) == ("answer", outcome.options[1])


@pytest.mark.parametrize("text", ["", " \n", "?!", "...", "\ud800", "\u200b"])
@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_message_without_words_or_pictures_is_refused(answerer: Answerer, text: str, language: Language) -> None:
    before = Dialogue("en" if language == "nl" else "nl", choice=language, entry="bees-honey")
    outcome, after = answerer.answer(text, before)
    assert outcome == Outcome("fallback", language)
    assert after.entry == "bees-honey"


@pytest.mark.parametrize(
    ("act", "entry", "options", "offered"),
    [
        ("clarify", None, ("bees-sting", "owls-night"), ("bees-sting", "owls-night")),
        ("answer", "owls-night", (), ("bees-honey",)),
        ("fallback", None, ("bees-sting",), ("kept",)),
        ("source", "bees-honey", (), ("kept",)),
    ],
)
def test_what_is_offered_next_follows_from_the_outcome(
    answerer: Answerer, act: str, entry: str | None, options: tuple[str, ...], offered: tuple[str, ...]
) -> None:
    outcome = Outcome(act, "nl", entry=entry, options=options)  # type: ignore[arg-type]
    after = answerer.after(Dialogue("en", choice="en", entry="before", offered=("kept",)), outcome)
    assert after == Dialogue("nl", choice="en", entry=entry or "before", offered=offered)


@pytest.mark.parametrize(
    "text", ["a" * 100_000, "honey " * 20_000, "社会信用 是什么", "ما هو العسل", "\x00\x07", "' OR 1=1 --"]
)
def test_huge_and_foreign_messages_get_an_outcome(answerer: Answerer, text: str) -> None:
    outcome, _ = answerer.answer(text, Dialogue("en"))
    assert 0 <= outcome.confidence <= 1


def test_of_a_pasted_page_the_beginning_is_read(answerer: Answerer) -> None:
    question, after = "tell me of honey comb", "what about stings venom needle"
    read = answerer.answer(question, Dialogue("en"))
    assert answerer.answer(question.ljust(READ_AT_MOST) + after, Dialogue("en")) == read
    assert answerer.answer(question.ljust(READ_AT_MOST - len(after)) + after, Dialogue("en")) != read


@given(st.text(st.characters()), st.sampled_from([Dialogue("en"), Dialogue("nl", "en", "bees-honey", ("owls-night",))]))
def test_any_message_gets_an_outcome_within_the_base(small_knowledge: Knowledge, text: str, before: Dialogue) -> None:
    outcome, after = small_knowledge.answerer.answer(text, before)
    assert {outcome.entry, *outcome.options} - {None} <= set(small_knowledge.library.entries)
    assert after.choice == before.choice


def answerer_of(folder: Path) -> Answerer:
    library = load(folder)
    return Answerer(library, fit(library), read_followups())


def test_without_small_talk_for_it_a_message_of_pictures_is_refused(tmp_path: Path) -> None:
    replaced = {f"smalltalk.{code}": text[: text.index("[emoji]")] for code, text in SMALL_TALK.items()}
    outcome, _ = answerer_of(write_pack(tmp_path, **replaced)).answer("🙂", Dialogue("nl"))
    assert (outcome.act, outcome.language, outcome.options) == ("fallback", "nl", ())
