"""A message and where the conversation stands, in; what comes of it, out."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.app import Knowledge
from knowledge.answering import READ_AT_MOST, Answerer
from knowledge.dialogue import read_followups
from knowledge.languages import Language
from knowledge.loader import load
from knowledge.matching.model import Model
from knowledge.matching.training import fit
from knowledge.outcomes import Act, Dialogue, Outcome
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
    ("text", "act"), [("who says so", "source"), ("in simple words", "simplify"), ("vertel eens meer", "more")]
)
def test_a_wish_goes_on_from_the_answer(answerer: Answerer, text: str, act: Act) -> None:
    before = Dialogue("en", entry="bees-honey", offered=("bees-sting",))
    outcome, after = answerer.answer(text, before)
    assert (outcome.act, outcome.entry) == (act, "bees-honey")
    assert after == replace(before, said=act, language=outcome.language)


@pytest.mark.parametrize("text", ["1", "who says so"])
def test_an_entry_that_is_gone_is_not_gone_on_from(answerer: Answerer, text: str) -> None:
    outcome, _ = answerer.answer(text, Dialogue("en", entry="bees-wax", offered=("bees-wax",)))
    assert "bees-wax" not in {outcome.entry, *outcome.options}


def test_what_is_not_ours_is_refused_and_the_conversation_stays(answerer: Answerer) -> None:
    before = Dialogue("en", entry="bees-honey", offered=("bees-sting",))
    outcome, after = answerer.answer("what is the capital of peru", before)
    assert (outcome.act, outcome.entry, len(outcome.options)) == ("fallback", None, 3)
    unclear = "what is the capital of peru"
    assert after == replace(before, said="fallback", misses=1, offered=outcome.options, unclear=unclear)


def test_two_misses_in_a_row_ask_for_the_topics_and_an_answer_ends_the_row(answerer: Answerer) -> None:
    dialogue, notes = Dialogue("en"), []
    for text in (
        "what is the capital of peru",
        "recipe for soup",
        "tell me of honey comb",
        "when does the train leave",
    ):
        outcome, dialogue = answerer.answer(text, dialogue)
        notes.append((outcome.act, outcome.note))
    assert notes == [("fallback", None), ("fallback", "lost"), ("answer", None), ("fallback", None)]


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
def test_a_vague_question_is_not_answered_but_shown_what_is_near(knowledge: Knowledge, text: str) -> None:
    outcome, _ = knowledge.answerer.answer(text, Dialogue("en"))
    assert outcome.act in {"clarify", "fallback"}
    assert (outcome.entry, len(outcome.options)) == (None, 3)


def test_a_question_that_is_not_clear_is_answered_with_what_can_be_picked(
    small_knowledge: Knowledge, small_model: Model
) -> None:
    lines = replace(small_model.decision, answer_from=2.0, offer_from=0.0)
    unsure = Answerer(small_knowledge.library, replace(small_model, decision=lines), read_followups())
    outcome, after = unsure.answer("honey stings", Dialogue("en"))
    assert (outcome.act, outcome.entry, len(outcome.options)) == ("clarify", None, 3)
    assert after.offered == outcome.options
    picked, _ = unsure.answer("the second", after)
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
        ("fallback", None, ("bees-sting",), ("bees-sting",)),
        ("source", "bees-honey", (), ("kept",)),
    ],
)
def test_what_is_offered_next_follows_from_the_outcome(
    answerer: Answerer, act: Act, entry: str | None, options: tuple[str, ...], offered: tuple[str, ...]
) -> None:
    outcome = Outcome(act, "nl", entry=entry, options=options)
    after = answerer.after(Dialogue("en", choice="en", entry="before", offered=("kept",)), outcome)
    assert (after.language, after.choice, after.entry, after.offered) == ("nl", "en", entry or "before", offered)


@pytest.mark.parametrize(
    ("text", "expected", "answered"),
    [
        ("punishments", "nl", "en"),
        ("luiers", "en", "nl"),
        ("Rongcheng", "en", "en"),
        ("Rongcheng", "nl", "nl"),
        ("camera", "nl", "nl"),
    ],
)
def test_a_first_word_that_is_plainly_of_the_other_language_tells_it(
    knowledge: Knowledge, text: str, expected: Language, answered: Language
) -> None:
    outcome, _ = knowledge.answerer.answer(text, Dialogue(expected))
    assert outcome.language == answered
    chosen, _ = knowledge.answerer.answer(text, Dialogue(expected, choice=expected))
    assert chosen.language == expected
    later, _ = knowledge.answerer.answer(text, Dialogue(expected, entry="what-is-it", said="answer"))
    assert later.language == expected


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


@pytest.mark.parametrize(
    ("language", "first", "then", "entry"),
    [
        ("en", "was sesame credit compulsory", "and the blacklist, who is on it?", "who-is-listed"),
        ("nl", "was sesame credit verplicht", "en de straffen op de lijst?", "national-sanctions"),
        ("en", "what are the local social credit pilots", "what about rongcheng", "rongcheng-what"),
        ("nl", "wat gebeurt er in rongcheng", "en wat levert het op", "rongcheng-rewards"),
    ],
)
def test_an_elliptical_question_is_read_with_what_was_said(
    knowledge: Knowledge, language: Language, first: str, then: str, entry: str
) -> None:
    _, dialogue = knowledge.answerer.answer(first, Dialogue(language))
    outcome, _ = knowledge.answerer.answer(then, dialogue)
    assert (outcome.act, outcome.entry) == ("answer", entry)


@pytest.mark.parametrize(
    ("language", "text", "entry"),
    [
        ("en", "who wrote the essay", "who-is-author"),
        ("nl", "hoeveel mensen staan er op de zwarte lijst", "since-list-size"),
        ("en", "haha ok. what is a dang'an?", "dangan-what"),
    ],
)
def test_a_question_that_stands_by_itself_wins_over_the_context(
    knowledge: Knowledge, language: Language, text: str, entry: str
) -> None:
    before = Dialogue(
        language, entry="sesame-voluntary", offered=("national-sanctions", "everyone-scored"), said="answer"
    )
    outcome, _ = knowledge.answerer.answer(text, before)
    assert (outcome.act, outcome.entry, str(outcome.read_as)) == ("answer", entry, "new question")


@pytest.mark.parametrize("text", ["no, i mean who is listed", "nee, ik bedoel wie er op staat"])
def test_a_correction_excludes_the_answer_that_was_not_meant(knowledge: Knowledge, text: str) -> None:
    before = Dialogue("en", entry="national-list", said="answer")
    outcome, after = knowledge.answerer.answer(text, before)
    assert (outcome.act, outcome.entry) == ("answer", "who-is-listed")
    assert str(outcome.read_as) == "correction, not national-list"
    assert after.rejected == ("national-list",)


@pytest.mark.parametrize(
    ("text", "language", "entry"),
    [("nee, ik bedoel de steden", "nl", "pilots-what"), ("no, i mean the punishments", "en", "national-sanctions")],
)
def test_a_correction_is_about_one_of_ours_too(knowledge: Knowledge, text: str, language: Language, entry: str) -> None:
    outcome, _ = knowledge.answerer.answer(text, Dialogue(language, entry="national-list", said="answer"))
    assert entry in {outcome.entry, *outcome.options}
    assert outcome.act in {"answer", "clarify"}


@pytest.mark.parametrize(
    ("text", "language", "entry"),
    [("over wie ging dat dan", "nl", "dangan-what"), ("who was it about", "en", "dangan-what")],
)
def test_what_the_answer_just_given_says_is_said_to_be_in_it(
    knowledge: Knowledge, text: str, language: Language, entry: str
) -> None:
    outcome, _ = knowledge.answerer.answer(text, Dialogue(language, entry=entry, said="answer"))
    assert (outcome.act, outcome.entry, outcome.note) == ("answer", entry, "again")


@pytest.mark.parametrize(
    ("language", "texts"),
    [
        ("en", ("which three things do people mix up", "the first one", "and the second?", "and the last one")),
        ("nl", ("welke drie dingen halen mensen door elkaar", "de eerste", "en de tweede?", "en de laatste?")),
    ],
)
def test_things_told_apart_are_gone_through_by_their_order(
    knowledge: Knowledge, language: Language, texts: tuple[str, ...]
) -> None:
    dialogue, gone_through = Dialogue(language), []
    for text in texts:
        outcome, dialogue = knowledge.answerer.answer(text, dialogue)
        gone_through.append(outcome.entry)
    assert gone_through == ["three-phenomena", "sesame-what", "pilots-what", "national-list"]


@pytest.mark.parametrize(
    ("text", "entry", "led"),
    [("what came of that", "sesame-moral-ambition", "sesame-now"), ("why", "data-silos", "data-silos")],
)
def test_an_act_that_has_no_link_to_follow_is_weighed_with_the_rest(
    knowledge: Knowledge, text: str, entry: str, led: str
) -> None:
    outcome, _ = knowledge.answerer.answer(text, Dialogue("en", entry=entry, said="answer"))
    assert outcome.entry == led


@pytest.mark.parametrize(
    ("text", "entry"), [("the one about sesame", "sesame-what"), ("the pilots one", "pilots-what")]
)
def test_an_option_is_picked_by_its_wording(knowledge: Knowledge, text: str, entry: str) -> None:
    offered = ("sesame-what", "pilots-what", "national-list")
    before = Dialogue("en", offered=offered, said="clarify", unclear="which one")
    outcome, _ = knowledge.answerer.answer(text, before)
    assert (outcome.act, outcome.entry) == ("answer", entry)
    assert str(outcome.read_as) == f"option {offered.index(entry) + 1} of 3"


@pytest.mark.parametrize(("text", "language"), [("thanks!", "en"), ("haha ok", "en"), ("top, bedankt", "nl")])
def test_a_courtesy_alone_is_small_talk_and_changes_nothing(
    knowledge: Knowledge, text: str, language: Language
) -> None:
    before = Dialogue(language, entry="sesame-what", offered=("pilots-what",), said="answer")
    outcome, after = knowledge.answerer.answer(text, before)
    assert (outcome.act, outcome.language) == ("smalltalk", language)
    assert after == before


@pytest.mark.parametrize(("text", "act"), [("hoe weet je dat", "source"), ("why is that", "why"), ("go back", "back")])
def test_an_act_with_nothing_to_act_on_asks_of_what(knowledge: Knowledge, text: str, act: str) -> None:
    outcome, after = knowledge.answerer.answer(text, Dialogue("en"))
    assert (outcome.act, outcome.note, outcome.options) == ("clarify", "nothing-yet", knowledge.library.pack.starters)
    assert str(outcome.read_as) == f"act: {act}"
    assert after.unclear is None


@pytest.mark.parametrize("text", ["and then?", "en nu dan?"])
def test_a_continuation_of_nothing_asks_of_what(knowledge: Knowledge, text: str) -> None:
    outcome, _ = knowledge.answerer.answer(text, Dialogue("en"))
    assert (outcome.act, outcome.note) == ("clarify", "nothing-yet")


def test_each_option_of_an_offer_comes_with_what_sets_it_apart(answerer: Answerer) -> None:
    offer = Outcome("clarify", "en", options=("bees-honey", "owls-night"))
    assert answerer.set_apart(offer).apart == ("", "")
    answer = Outcome("answer", "en", entry="bees-honey", options=("owls-night",))
    assert answerer.set_apart(answer) == answer


@pytest.mark.parametrize("text", ["🙂", "hello there", "?!"])
def test_a_pack_without_small_talk_refuses_it(tmp_path: Path, text: str) -> None:
    replaced = {f"smalltalk.{code}": "# none" for code in SMALL_TALK}
    outcome, _ = answerer_of(write_pack(tmp_path, **replaced)).answer(text, Dialogue("en"))
    assert (outcome.act, outcome.intent) == ("fallback", None)


@pytest.mark.parametrize("asked", ["sesame-voluntary", "sesame-what", "national-list"])
@pytest.mark.parametrize("before", ["sesame-what", "sesame-voluntary", "who-is-listed"])
def test_a_question_of_the_base_is_itself_whatever_was_said_before(
    knowledge: Knowledge, asked: str, before: str
) -> None:
    question = knowledge.library.entries[asked].texts["nl"].question
    outcome, _ = knowledge.answerer.answer(question, Dialogue("nl", entry=before, said="answer"))
    assert (outcome.act, outcome.entry) == ("answer", asked)
