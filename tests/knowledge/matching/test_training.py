"""Models, fitted to packs of all kinds."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from knowledge.library import Library
from knowledge.loader import load
from knowledge.matching.examples import NOT_OURS, Labelled, material
from knowledge.matching.model import Model
from knowledge.matching.ranking import SIGNALS
from knowledge.matching.training import TURNS, _spread, _turns, fit, fit_material
from knowledge.pack import Judged
from knowledge.text import words
from tests.support.broken_packs import edited
from tests.support.extras import write_rich_pack
from tests.support.packs import PACK, write_pack

QUESTIONS = ("tell me of honey comb", "vertel van nachtvluchten", "what is the capital of peru", "🙂", "社会信用")


def answered(model: Model, question: str) -> str | None:
    """The label that a model is sure enough of to answer with, if it is."""
    reading = model.reader.read(question)
    sure = model.decision.judge(reading).first >= model.decision.answer_from
    return model.reader.labels[int(np.argmax(reading.total[:-1]))] if sure else None


def test_the_same_pack_gives_the_same_model(small_library: Library, small_model: Model) -> None:
    again = fit(small_library)
    for question in QUESTIONS:
        one, other = small_model.reader.read(question), again.reader.read(question)
        assert one.total == pytest.approx(other.total, abs=1e-3)
        assert small_model.decision.judge(one).first == pytest.approx(again.decision.judge(other).first, abs=1e-3)


def test_every_question_of_the_pack_is_won_by_its_entry(small_library: Library, small_model: Model) -> None:
    for entry in small_library.entries.values():
        for text in entry.texts.values():
            assert small_model.reader.labels[int(np.argmax(small_model.reader.read(text.question).total))] == entry.id


def test_what_was_learned_is_surer_than_what_is_not_ours(small_model: Model) -> None:
    ours, foreign = (
        small_model.decision.judge(small_model.reader.read(question))
        for question in ("who likes honey nectar", "when does the train leave for the capital")
    )
    assert ours.first > small_model.decision.answer_from > foreign.first


def test_what_is_ours_is_familiar_and_what_is_not_is_less_so(small_model: Model) -> None:
    ours, foreign = (
        small_model.reader.read(question).familiar for question in ("who likes honey nectar", "recipe for soup")
    )
    assert ours > 0 > foreign


def test_both_languages_are_told_apart(small_model: Model) -> None:
    language = small_model.reader.language
    for text, code in {"vertel van honing": "nl", "tell me of honey": "en"}.items():
        scores = language.scores(small_model.reader.space.vector(words(text)))
        assert language.languages[int(np.argmax(scores))] == code


def test_words_of_answers_are_known_though_nobody_asked_with_them(small_model: Model) -> None:
    assert {"book", "boek", "simpel"} <= small_model.reader.speller.known


def test_a_word_that_one_example_alone_has_may_be_a_misspelling(small_library: Library) -> None:
    def known(*more: str) -> frozenset[str]:
        learned = material(small_library)
        old = learned.examples
        examples = Labelled(
            (*old.texts, *more), (*old.targets, *[0] * len(more)), (*old.languages, *old.languages[: len(more)])
        )
        return fit_material(replace(learned, examples=examples)).reader.speller.known

    assert "hunny" not in known("sweet hunny")
    assert "hunny" in known("sweet hunny", "more hunny")


def test_words_of_the_lexicon_are_known_and_its_concepts_are_seen(tmp_path: Path) -> None:
    reader = fit(load(write_rich_pack(tmp_path))).reader
    assert {"zoete", "goud", "gold"} <= reader.speller.known
    by_concept = reader.read("zoete goud").signals[SIGNALS.index("concepts")]
    assert reader.labels[int(np.argmax(by_concept))] == "bees-honey"


def test_judged_questions_change_the_decision_and_nothing_that_is_read(
    small_library: Library, small_model: Model
) -> None:
    judged = tuple(
        Judged(text=f"is honey {word}", accept=(entry,))
        for word, entry in {"jar": "bees-honey", "sweet": "bees-sting", "comb": "bees-sting"}.items()
    )
    other = fit(replace(small_library, judged={"en": judged}))
    for question in QUESTIONS:
        one, two = small_model.reader.read(question), other.reader.read(question)
        assert one.total == pytest.approx(two.total, abs=1e-3)
    first = [model.decision.judge(small_model.reader.read("is honey sweet")).first for model in (small_model, other)]
    assert first[1] < first[0]


def in_english_only(folder: Path) -> Path:
    files = {"smalltalk.nl": "", "outofscope.nl": "", "pack": edited(PACK, '["nl", "en"]', '["en"]')}
    write_pack(folder, **files)
    for path in folder.glob("entries/*/*.toml"):
        text = path.read_text(encoding="utf-8")
        path.write_text(
            text[: text.index("[nl]")] + text[text.index("[en]") : text.index("[[since]]")], encoding="utf-8"
        )
    return folder


def test_a_pack_in_one_language_has_no_other_to_choose_and_answers(tmp_path: Path) -> None:
    model = fit(load(in_english_only(tmp_path)))
    assert model.reader.language.languages == ("en",)
    assert model.reader.language.choose(np.zeros(1, dtype=np.float32), 5, "en", chosen=False) == "en"
    assert answered(model, "tell me of honey comb") == "bees-honey"
    assert answered(model, "what is the capital of peru") is None


def test_a_pack_without_small_talk_answers_and_refuses(tmp_path: Path) -> None:
    model = fit(load(write_pack(tmp_path, **{"smalltalk.nl": "# none", "smalltalk.en": "# none"})))
    assert model.reader.labels == ("bees-honey", "bees-sting", "owls-night", NOT_OURS)
    assert answered(model, "tell me of honey comb") == "bees-honey"
    assert answered(model, "recipe for soup") is None


def test_of_many_rows_as_many_are_read_as_wanted_from_the_first_to_the_last() -> None:
    rows = np.arange(100, 400)
    assert _spread(rows, 300).tolist() == rows.tolist()
    found = _spread(rows, 7)
    assert (len(found), found[0], found[-1]) == (7, 100, 399)
    assert np.ptp(np.diff(found)) <= 1


def test_every_example_is_held_out_once_with_others_of_its_label_left() -> None:
    targets = np.repeat(np.arange(4), [TURNS * 3, TURNS, 2, 7])
    turn = _turns(targets)
    assert {*turn.tolist()} <= {*range(TURNS)}
    for label, count in enumerate([TURNS * 3, TURNS, 2, 7]):
        held_out = np.bincount(turn[targets == label], minlength=TURNS)
        assert held_out.sum() == count
        assert held_out.max() == -(-count // TURNS)
