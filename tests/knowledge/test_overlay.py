"""Changes on top of a pack's files."""

from dataclasses import replace

import pytest

from knowledge.changes import Change
from knowledge.entries import FEWEST_PHRASINGS
from knowledge.library import Library
from knowledge.overlay import overlay
from knowledge.written_entries import as_change_text, mark_of_entry
from tests.support.changes import HONEY, PRICE, STING, WAX
from tests.support.packs import entry


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
    assert overlay(overlay(small_library, [HONEY]).library, [STING]).library.digest == digests[3]


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
        replace(STING, text="What about honey JAR?"),
        replace(STING, text="What is it with honey & more"),
        replace(HONEY, text="when does the train leave"),
        replace(PRICE, text="what about honey jar"),
        replace(PRICE, kind="undo", target=1),
        Change("unphrasing", "en", "what about honey jar", "gone"),
        Change("undo", "en", "x", target=1),
    ],
)
def test_what_does_not_fit_is_told_and_changes_nothing(small_library: Library, change: Change) -> None:
    found = overlay(small_library, [change])
    assert (found.library, found.made, found.unfit) == (small_library, (), (change,))


@pytest.mark.parametrize(
    "change",
    [
        replace(HONEY, text="What about honey JAR?"),
        replace(HONEY, text="What is it with honey & more"),
        replace(PRICE, text="hoe laat gaat de trein"),
        Change("unphrasing", "en", "nobody says so", "bees-honey"),
        Change("ours", "en", "nobody says so"),
    ],
)
def test_what_the_files_say_already_is_settled(small_library: Library, change: Change) -> None:
    found = overlay(small_library, [change])
    assert (found.library, found.settled, found.unfit) == (small_library, (change,), ())


def test_an_example_of_what_is_not_ours_is_taken_back(small_library: Library) -> None:
    back = Change("ours", "en", (PRICE.text or "").upper())
    found = overlay(small_library, [PRICE, back, replace(HONEY, text=PRICE.text)])
    assert found.unfit == ()
    assert found.library.not_ours == small_library.not_ours
    assert found.library.entries["bees-honey"].texts["en"].phrasings[-1] == PRICE.text


def test_the_last_phrasings_of_an_entry_stay(small_library: Library) -> None:
    phrasings = small_library.entries["bees-honey"].texts["en"].phrasings
    away = [Change("unphrasing", "en", phrasing, "bees-honey") for phrasing in phrasings]
    found = overlay(small_library, away)
    assert len(found.library.entries["bees-honey"].texts["en"].phrasings) == FEWEST_PHRASINGS
    assert len(found.unfit) == FEWEST_PHRASINGS


def test_a_new_entry_is_there_and_the_one_before_leads_to_it(small_library: Library) -> None:
    found = overlay(small_library, [WAX])
    assert found.made == (WAX,)
    assert found.library.entries["bees-wax"].texts["en"].question == "What is it with wax <& more>?"
    assert found.library.entries["bees-honey"].next[-1].entry == "bees-wax"
    assert [*found.library.entries] == ["bees-honey", "bees-sting", "bees-wax", "owls-night"]
    assert overlay(found.library, [WAX]).settled == (WAX,)


def test_an_entry_is_written_anew_unless_somebody_changed_it_meanwhile(small_library: Library) -> None:
    there = small_library.entries["bees-honey"]
    source = entry("honey", "honing", "golden stuff of hives", following="bees-sting")
    anew = Change("entry", text=as_change_text(source, "bees", replaces=mark_of_entry(there)), entry="bees-honey")
    found = overlay(small_library, [anew])
    assert found.library.entries["bees-honey"].texts["en"].answer.endswith("namely golden stuff of hives.")
    assert overlay(small_library, [HONEY, anew]).unfit == (anew,)
    assert overlay(small_library, [replace(anew, text=as_change_text(source, "bees"))]).unfit


@pytest.mark.parametrize(
    "change",
    [
        replace(WAX, text=None),
        replace(WAX, text="= no toml"),
        replace(WAX, text=(WAX.text or "").replace('topic = "bees"', 'topic = "wasps"')),
        replace(WAX, text=(WAX.text or "").replace('voice = "author"', 'voice = "gossip"')),
        replace(WAX, text=(WAX.text or "").replace("wax comb", "honey comb")),
        replace(WAX, text=(WAX.text or "").replace('after = "bees-honey"', "")),
        replace(WAX, entry="../../evil"),
        replace(WAX, entry="Bees Wax"),
        replace(WAX, entry=None),
    ],
)
def test_an_entry_that_breaks_a_rule_does_not_fit(small_library: Library, change: Change) -> None:
    found = overlay(small_library, [change])
    assert (found.library, found.unfit) == (small_library, (change,))
