"""How people are answered who chose nothing."""

from knowledge.preferences import LIKE_EVERYBODY


def test_who_chose_nothing_gets_whole_answers_and_pictures() -> None:
    assert not LIKE_EVERYBODY.plain
    assert not LIKE_EVERYBODY.simple
