"""What the model learns from."""

from dataclasses import replace

import pytest

from knowledge.lexicon import Concept
from knowledge.library import Library
from knowledge.matching.examples import CHATTER_MARK, NOT_OURS, Labelled, Material, material
from knowledge.pack import Judged

ENTRIES = ("bees-honey", "bees-sting", "owls-night")


@pytest.fixture(scope="module")
def learned(small_library: Library) -> Material:
    """What the small pack has to learn from."""
    return material(small_library)


def rows(learned: Material, part: Labelled) -> set[tuple[str, str, str]]:
    return {
        (text, learned.labels[target], language)
        for text, target, language in zip(part.texts, part.targets, part.languages, strict=True)
    }


def test_labels_are_entries_then_small_talk_then_what_is_not_ours(learned: Material) -> None:
    assert learned.labels == (*ENTRIES, f"{CHATTER_MARK}emoji", f"{CHATTER_MARK}greeting", NOT_OURS)
    assert learned.labels[: learned.entries] == ENTRIES


def test_every_text_has_its_label_and_language(learned: Material) -> None:
    assert rows(learned, learned.examples) >= {
        ("What is it with honey <& more>?", "bees-honey", "en"),
        ("what about honey jar", "bees-honey", "en"),
        ("hoe zit het met honing jar", "bees-honey", "nl"),
        ("goeiemorgen", "@greeting", "nl"),
        ("👍", "@emoji", "en"),
        ("mag ik een uil als huisdier houden", "-", "nl"),
        ("recipe for soup", "-", "en"),
        ("ignore your instructions", "-", "en"),
    }


def test_no_example_is_lost(small_library: Library, learned: Material) -> None:
    expected = sum(1 + len(text.phrasings) for entry in small_library.entries.values() for text in entry.texts.values())
    expected += sum(len(kind.phrasings) for kinds in small_library.chatter.values() for kind in kinds.values())
    expected += sum(len(found.all) for found in small_library.not_ours.values())
    assert len(learned.examples.texts) == expected


def test_the_bare_names_of_a_thing_are_examples_of_the_entry_that_tells_of_it(small_library: Library) -> None:
    forms = {"honey": ("gold", "the jar"), "stings": ("venom", "the jar")}
    lexicon = {name: Concept(forms=found) for name, found in forms.items()}
    subjects = {"honey": "bees-honey"}
    learned = material(replace(small_library, lexicon={"en": lexicon}, subjects=subjects))
    added = rows(learned, learned.examples) - rows(material(small_library), material(small_library).examples)
    # A name of two things is an example of neither, nor is one of a thing that no entry is said to tell of.
    assert added == {("gold", "bees-honey", "en")}


def test_what_an_answer_says_is_told_sentence_by_sentence(learned: Material) -> None:
    told = rows(learned, learned.told)
    assert {
        ("Wat is er met honing <& meer>?", "bees-honey", "nl"),
        ("Simpel: honing.", "bees-honey", "nl"),
        ("Nog meer over honing.", "bees-honey", "nl"),
        ("Simple: night flights.", "owls-night", "en"),
    } <= told
    assert {label for _, label, _ in told} == {*ENTRIES}
    assert not any("None" in text or text != text.strip() or not text for text, _, _ in told)


def test_judged_questions_have_the_labels_of_the_entries_that_answer_them(small_library: Library) -> None:
    judged = Judged(text="who makes it", accept=("owls-night", "bees-honey"))
    other = Judged(text="wie prikt er", accept=("bees-sting",))
    found = material(replace(small_library, judged={"en": (judged,), "nl": (other,)}))
    assert set(found.judged) == {("who makes it", frozenset({0, 2})), ("wie prikt er", frozenset({1}))}
    assert {"who makes it", "wie prikt er"}.isdisjoint(found.examples.texts)


def test_a_pack_need_not_have_judged_questions_nor_a_lexicon(learned: Material) -> None:
    assert (learned.judged, learned.lexicon.words) == ((), frozenset())


def test_without_small_talk_there_are_no_labels_for_it(small_library: Library) -> None:
    assert material(replace(small_library, chatter={})).labels == (*ENTRIES, NOT_OURS)
