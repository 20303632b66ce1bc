"""Answers about packs that lack something."""

from pathlib import Path

import pytest

from knowledge.answering import Answerer
from knowledge.dialogue import read_followups
from knowledge.loader import load
from knowledge.matching.training import fit
from knowledge.outcomes import Dialogue
from tests.support.broken_packs import edited
from tests.support.packs import PACK, SMALL_TALK, write_pack


def answerer_of(folder: Path) -> Answerer:
    library = load(folder)
    return Answerer(library, fit(library), read_followups())


def test_without_small_talk_for_it_a_message_of_pictures_is_refused(tmp_path: Path) -> None:
    replaced = {f"smalltalk.{code}": text[: text.index("[emoji]")] for code, text in SMALL_TALK.items()}
    outcome, _ = answerer_of(write_pack(tmp_path, **replaced)).answer("🙂", Dialogue("nl"))
    assert (outcome.act, outcome.language, outcome.options) == ("fallback", "nl", ())


@pytest.mark.xfail(
    strict=True, raises=KeyError, reason="answering.py:93: a pack in one language has no small talk in another"
)
def test_a_pack_in_one_language_answers_people_of_another(tmp_path: Path) -> None:
    pack = edited(PACK, '["nl", "en"]', '["en"]')
    outcome, _ = answerer_of(write_pack(tmp_path, pack=pack)).answer("🙂", Dialogue("nl"))
    assert outcome.language == "en"
