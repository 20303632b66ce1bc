"""The pack that comes with the bot, and how its parts are found."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from knowledge.languages import LANGUAGES
from knowledge.library import Library

# These ids are a public contract (deep links, buttons, reports): entries may be added, none of these may go.
CONTRACT = {
    "overview": (
        "all-seeing built-so-far essay-thesis everyone-scored half-built half-working-danger how-bad-is-it "
        "permanently-in-line positive-sides theory-practice three-phenomena what-is-it why-confusion"
    ),
    "sesame": (
        "alibaba-data ant-alibaba diapers-video-games sesame-company-or-state sesame-licence sesame-measures "
        "sesame-moral-ambition sesame-now sesame-raise-score sesame-rewards sesame-score-range sesame-voluntary "
        "sesame-what sesame-why-confused"
    ),
    "national": (
        "benefit-court-rulings children-school getting-off-list journalist-lawyer-listed national-list "
        "national-no-score national-register national-sanctions officials-covered transit-nuisance who-enforces "
        "who-is-listed"
    ),
}


def reached_from(library: Library, found: set[str]) -> set[str]:
    """Follow `next` from some entries as far as it leads."""
    waiting = list(found)
    while waiting:
        following = {step.entry for step in library.entries[waiting.pop()].next} - found
        found |= following
        waiting += following
    return found


@pytest.mark.parametrize("topic", CONTRACT)
def test_no_entry_of_the_contract_is_gone_or_moved(library: Library, topic: str) -> None:
    assert set(CONTRACT[topic].split()) <= {entry.id for entry in library.in_topic(topic)}


def test_the_contract_is_39_entries_long() -> None:
    assert len({entry_id for ids in CONTRACT.values() for entry_id in ids.split()}) == 39


def test_every_entry_is_there_in_both_languages(library: Library) -> None:
    assert {tuple(sorted(entry.texts)) for entry in library.entries.values()} == {("en", "nl")}


def test_every_entry_can_be_reached_from_the_starters(library: Library) -> None:
    by_topic = {entry.id for topic in library.pack.topics for entry in library.in_topic(topic.id)}
    by_next = reached_from(library, {entry.id for entry in library.starters})
    assert by_topic | by_next == set(library.entries)
    assert len(by_next) > len(library.entries) / 2


def test_every_later_finding_has_sources_that_can_be_named(library: Library) -> None:
    def works() -> Iterator[str]:
        for entry in library.entries.values():
            yield from (pointer.work for pointer in entry.sources)
            yield from (source for later in entry.since for source in later.sources)

    assert set(works()) <= set(library.works)


def test_the_essay_is_the_work_of_the_pack(small_library: Library) -> None:
    assert small_library.essay.title == "On <Animals> & Men"


def test_starters_are_entries_in_the_order_of_the_pack(small_library: Library) -> None:
    assert [entry.id for entry in small_library.starters] == ["bees-honey", "owls-night"]


def test_a_topic_is_found_by_id_and_an_unknown_one_is_none(small_library: Library) -> None:
    found = small_library.topic("owls")
    assert found is not None
    assert found.titles["nl"] == "Uilen"
    assert small_library.topic("cats") is None


def test_the_entries_of_a_topic_come_in_the_order_of_their_ids(small_library: Library) -> None:
    assert [entry.id for entry in small_library.in_topic("bees")] == ["bees-honey", "bees-sting"]
    assert small_library.in_topic("cats") == ()


def test_the_bot_has_a_face_per_language(small_library: Library) -> None:
    assert [small_library.face(code).name for code in small_library.pack.languages] == ["Dierenbot", "Animal bot"]


def test_an_entry_finds_the_distinctions_that_concern_it(library: Library) -> None:
    assert all(
        card.id in {found.id for found in library.distinctions_of(entry_id)}
        for card in library.distinctions.values()
        for entry_id in card.entries
    )
    assert library.distinctions_of("no-such-entry") == ()


def test_a_language_that_the_pack_lacks_gives_way_to_its_first(small_library: Library) -> None:
    english = replace(small_library, pack=small_library.pack.model_copy(update={"languages": ("en",)}))
    assert [small_library.spoken(code) for code in LANGUAGES] == ["nl", "en"]
    assert [english.spoken(code) for code in LANGUAGES] == ["en", "en"]


def test_three_things_on_a_card_are_counted_and_two_are_not(library: Library) -> None:
    assert library.enumerated("three-phenomena") == ("sesame-what", "pilots-what", "national-list")
    assert library.enumerated("sesame-what") == ()
    assert library.enumerated("sesame-score-range") == ()
    assert library.enumerated(None) == ()
