"""What a wish holds."""

from dataclasses import replace

from knowledge.waiting import Wish


def test_two_wishes_are_the_same_only_if_all_of_them_is() -> None:
    wish = Wish("1", 7, "nl", "?")
    assert replace(wish) == wish
    assert replace(wish, id="2") != wish
