"""The sentences around own lessons: one for every kind of complaint."""

from typing import get_args

from handlers.own_sentences import ComplaintSentences, OwnSentences
from handlers.phrasebook import Phrases
from knowledge.lessons.own_routes import ComplaintKind


def test_every_kind_of_complaint_has_a_sentence() -> None:
    assert {*ComplaintSentences.model_fields} == {*get_args(ComplaintKind)}


def test_both_groups_are_parts_of_the_phrases() -> None:
    assert {OwnSentences, ComplaintSentences} <= {field.annotation for field in Phrases.model_fields.values()}
