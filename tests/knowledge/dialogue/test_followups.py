"""Hearing what a message says beside its subject."""

import pytest

from knowledge.dialogue.followups import read_followups
from knowledge.outcomes import Dialogue

FOLLOWUPS = read_followups()
DIALOGUE = Dialogue("en", entry="e", offered=("a", "b"))


@pytest.mark.parametrize(
    ("text", "pick", "act"),
    [
        ("haha ok, the second one please", "b", None),
        ("ok thanks. who says so?", None, "source"),
        ("something else", None, "other"),
        ("no, i mean why", None, "why"),
        ("no, the other one", None, "other"),
        ("and the other one?", None, "next"),
        ("en de andere?", None, "next"),
        ("what is the national list", None, None),
    ],
)
def test_what_is_heard(text: str, pick: str | None, act: str | None) -> None:
    heard = FOLLOWUPS.hear(text, DIALOGUE)
    assert (heard.pick.entry if heard.pick else None) == pick
    assert (heard.act.name if heard.act and heard.act.plain else None) == act


def test_what_is_corrected_is_no_act_by_chance() -> None:
    assert FOLLOWUPS.hear("no, i mean an example of a reward", DIALOGUE).act is None


@pytest.mark.parametrize(
    ("text", "question"),
    [("thank you so much", "thank you so much"), ("haha ok, and the rewards?", "and the rewards")],
)
def test_what_is_read_as_a_question(text: str, question: str) -> None:
    assert FOLLOWUPS.hear(text, DIALOGUE).question == question
