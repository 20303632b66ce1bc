"""What a handout is about: found by its id, in reading order, with questions to talk about."""

from dataclasses import replace

import pytest

from knowledge.handouts.subjects import MOST_DISCUSSED, Kind, in_reading_order, subject_of
from knowledge.library import Library


def test_a_topic_holds_its_entries_and_its_questions(rich_library: Library) -> None:
    subject = subject_of(rich_library, "topic", "bees")
    assert subject is not None
    assert subject.titles == {"nl": "Bijen", "en": "Bees"}
    assert {entry.id for entry in subject.entries} == {"bees-honey", "bees-sting"}
    assert subject.discussion == rich_library.discussion["bees"]
    assert subject.card is None


def test_a_distinction_holds_its_card_and_the_entries_behind_it(rich_library: Library) -> None:
    subject = subject_of(rich_library, "distinction", "bees-owls")
    assert subject is not None
    assert subject.titles["en"] == "Bee or owl?"
    assert [entry.id for entry in subject.entries] == ["bees-honey", "owls-night"]
    assert subject.card == rich_library.distinctions["bees-owls"]
    assert subject.discussion == rich_library.discussion["bees"]


def test_an_entry_stands_alone_with_the_questions_of_its_topic(rich_library: Library) -> None:
    subject = subject_of(rich_library, "entry", "bees-sting")
    assert subject is not None
    assert [entry.id for entry in subject.entries] == ["bees-sting"]
    assert subject.titles["nl"] == rich_library.entries["bees-sting"].texts["nl"].question
    assert subject.discussion == rich_library.discussion["bees"]


def test_without_questions_there_is_nothing_to_talk_about(rich_library: Library) -> None:
    subject = subject_of(rich_library, "entry", "owls-night")
    assert subject is not None
    assert subject.discussion == ()


@pytest.mark.parametrize("kind", ["topic", "distinction", "entry"])
@pytest.mark.parametrize("name", ["", "wasps", "../bees"])
def test_what_is_not_there_is_not_found(rich_library: Library, kind: Kind, name: str) -> None:
    assert subject_of(rich_library, kind, name) is None


def test_a_topic_without_entries_is_no_subject(rich_library: Library) -> None:
    emptied = replace(rich_library, entries={"owls-night": rich_library.entries["owls-night"]})
    assert subject_of(emptied, "topic", "bees") is None


def test_what_stands_on_the_map_is_read_first(library: Library) -> None:
    first = {topic.id: in_reading_order(library, library.in_topic(topic.id))[0].id for topic in library.pack.topics}
    assert library.map
    for topic, entry in first.items():
        on_map = {name for name in library.map.entries if library.entries[name].topic == topic}
        assert entry in on_map or not on_map
    assert first["overview"] in {*library.map.entries, *library.pack.starters}


def test_what_most_lead_to_is_read_first_where_there_is_no_map(rich_library: Library) -> None:
    bare = replace(rich_library, map=None, pack=rich_library.pack.model_copy(update={"starters": ("owls-night",)}))
    # Honey leads to stings, and nothing of the same topic to honey.
    order = in_reading_order(bare, bare.in_topic("bees"))
    assert [entry.id for entry in order] == ["bees-sting", "bees-honey"]


def test_every_subject_of_the_own_pack_has_something_to_talk_about(library: Library) -> None:
    subjects = [
        *(subject_of(library, "topic", topic.id) for topic in library.pack.topics),
        *(subject_of(library, "distinction", name) for name in library.distinctions),
        *(subject_of(library, "entry", name) for name in library.entries),
    ]
    assert all(subject and 1 <= len(subject.discussion) <= MOST_DISCUSSED for subject in subjects)
