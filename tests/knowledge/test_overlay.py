"""Changes on top of a pack's files."""

from dataclasses import replace

import pytest

from knowledge.changes import Change
from knowledge.library import Library
from knowledge.overlay import overlay
from tests.support.changes import HONEY, PRICE, STING


def test_phrasings_and_examples_are_added_and_all_else_stays(small_library: Library) -> None:
    found = overlay(small_library, [HONEY, STING, PRICE])
    entries = found.library.entries
    assert entries["bees-honey"].texts["en"].phrasings[-1] == HONEY.text
    assert entries["bees-sting"].texts["nl"].phrasings[-1] == STING.text
    assert entries["owls-night"] is small_library.entries["owls-night"]
    assert found.library.not_ours["en"].near[-1] == PRICE.text
    assert (found.made, found.unfit) == ((HONEY, STING, PRICE), ())
    assert HONEY.text not in small_library.entries["bees-honey"].texts["en"].phrasings


def test_the_same_changes_give_the_same_digest_and_others_another(small_library: Library) -> None:
    digests = [overlay(small_library, changes).library.digest for changes in ([], [HONEY], [HONEY], [HONEY, STING])]
    assert digests[0] == small_library.digest
    assert digests[1] == digests[2]
    assert len({*digests}) == 3


def test_a_phrasing_is_taken_away_and_can_then_go_elsewhere(small_library: Library) -> None:
    phrasing = small_library.entries["bees-honey"].texts["en"].phrasings[0]
    away = Change("unphrasing", "en", phrasing.upper(), "bees-honey")
    elsewhere = Change("phrasing", "en", phrasing, "bees-sting")
    found = overlay(small_library, [elsewhere, away, elsewhere])
    assert (found.made, found.unfit) == ((away, elsewhere), (elsewhere,))
    assert phrasing not in found.library.entries["bees-honey"].texts["en"].phrasings
    assert found.library.entries["bees-sting"].texts["en"].phrasings[-1] == phrasing


@pytest.mark.parametrize(
    "change",
    [
        replace(HONEY, entry="gone"),
        replace(HONEY, text=" ?! "),
        replace(HONEY, text=None),
        replace(HONEY, language=None),
        replace(HONEY, text="What about honey JAR?"),
        replace(HONEY, text="What is it with honey & more"),
        replace(HONEY, text="when does the train leave"),
        replace(PRICE, text="hoe laat gaat de trein"),
        Change("unphrasing", "en", "nobody says so", "bees-honey"),
        Change("unphrasing", "en", "what about honey jar", "gone"),
        Change("undo", "en", "x", target=1),
    ],
)
def test_what_does_not_fit_is_told_and_changes_nothing(small_library: Library, change: Change) -> None:
    found = overlay(small_library, [change])
    assert (found.library, found.made, found.unfit) == (small_library, (), (change,))
