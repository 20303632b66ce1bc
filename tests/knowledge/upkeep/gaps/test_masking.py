"""What of an ask a maintainer may see."""

import pytest

from knowledge.library import Library
from knowledge.reports.personal import Check
from knowledge.upkeep.gaps.asks import Ask, asks
from knowledge.upkeep.gaps.masking import ENOUGH_PEOPLE, Mask
from tests.support.misses import miss


def asked(library: Library, text: str, people: int) -> list[Ask]:
    return asks(library, [miss(text, asker=str(number)) for number in range(people)])


def test_a_word_that_few_people_used_is_left_out(small_library: Library) -> None:
    few = asked(small_library, "has honey tiktok", ENOUGH_PEOPLE - 1)
    many = asked(small_library, "has honey TikTok", ENOUGH_PEOPLE)
    check = Check(small_library)
    assert Mask(check, few).show("the book says honey tiktok") == "the book says honey …"
    assert Mask(check, many).show("the book says honey TikTok") == "the book says honey TikTok"
    assert Mask(check, many).show("honey tiktok") == "honey tiktok"


@pytest.mark.parametrize("text", ["mail me at a@example.org", "my name is honey", "call 06 1234 5678", "Zvb Qrx"])
def test_what_is_somebodys_is_never_shown_however_many_used_it(small_library: Library, text: str) -> None:
    assert Mask(Check(small_library), asked(small_library, "mail me at", ENOUGH_PEOPLE)).show(text) is None


def test_a_first_name_is_left_out_however_many_used_it(small_library: Library) -> None:
    many = asked(small_library, "does kevin like honey and comb", ENOUGH_PEOPLE)
    shown = Mask(Check(small_library), many).show("does kevin like honey and comb")
    assert shown == "does … like honey and comb"
