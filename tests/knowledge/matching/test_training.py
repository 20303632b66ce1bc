"""Models, fitted to packs of all kinds."""

from pathlib import Path

import numpy as np
import pytest

from knowledge.library import Library
from knowledge.loader import load
from knowledge.matching.model import Model
from knowledge.matching.training import fit
from tests.support.broken_packs import edited
from tests.support.packs import PACK, write_pack

QUESTIONS = ("tell me of honey comb", "vertel van nachtvluchten", "what is the capital of peru", "🙂", "社会信用")


def test_the_same_pack_gives_nearly_the_same_model(small_library: Library, small_model: Model) -> None:
    again = fit(small_library)
    for question in QUESTIONS:
        one, other = small_model.reader.read(question), again.reader.read(question)
        assert np.allclose(one.total, other.total, atol=1e-3)
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


def test_both_languages_are_told_apart(small_model: Model) -> None:
    language = small_model.reader.language
    for text, code in {"vertel van honing": "nl", "tell me of honey": "en"}.items():
        scores = language.scores(small_model.reader.space.vector(text))
        assert language.languages[int(np.argmax(scores))] == code


def test_words_of_answers_are_known_though_nobody_asked_with_them(small_model: Model) -> None:
    assert {"book", "boek", "simpel"} <= small_model.reader.speller.known


def test_a_pack_in_one_language_has_no_other_to_choose(tmp_path: Path) -> None:
    files = {"smalltalk.nl": "", "outofscope.nl": "", "pack": edited(PACK, '["nl", "en"]', '["en"]')}
    folder = write_pack(tmp_path, **files)
    for path in folder.glob("entries/*/*.toml"):
        text = path.read_text(encoding="utf-8")
        path.write_text(
            text[: text.index("[nl]")] + text[text.index("[en]") : text.index("[[since]]")], encoding="utf-8"
        )
    model = fit(load(folder))
    assert model.reader.language.languages == ("en",)
    assert model.reader.language.choose(np.zeros(1, dtype=np.float32), 5, "en", chosen=False) == "en"
