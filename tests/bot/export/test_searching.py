"""The words that the site's search looks in."""

import pytest

from bot.export.searching import Index, index_of
from knowledge.languages import LANGUAGES, Language
from knowledge.library import Library
from knowledge.text import words


def best(library: Library, index: Index, typed: set[str]) -> str:
    """Search for whole words as the script does; give the best entry."""
    scores: dict[int, int] = {}
    for word in typed:
        for place, weight in index.get(word, []):
            scores[place] = scores.get(place, 0) + weight
    return [*library.entries][max(scores, key=lambda place: scores[place])]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_place_and_weight_is_within_bounds(library: Library, language: Language) -> None:
    index = index_of(library, language)
    assert [*index] == sorted(index)
    for found in index.values():
        assert all(0 <= place < len(library.entries) and 1 <= weight <= 99 for place, weight in found)
        assert len({place for place, _ in found}) == len(found)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_question_of_the_base_is_found_by_its_own_words(library: Library, language: Language) -> None:
    index = index_of(library, language)
    right = [
        best(library, index, {*words(entry.texts[language].question)}) == entry.id for entry in library.entries.values()
    ]
    assert sum(right) >= 0.9 * len(right)


def test_words_are_those_of_each_language(small_library: Library) -> None:
    assert "honing" in index_of(small_library, "nl")
    assert "honing" not in index_of(small_library, "en")


def test_a_word_of_phrasings_alone_leads_to_its_entry(small_library: Library) -> None:
    assert best(small_library, index_of(small_library, "en"), {"hunt"}) == "owls-night"


def test_the_same_base_gives_the_same_index(small_library: Library) -> None:
    assert [*index_of(small_library, "nl").items()] == [*index_of(small_library, "nl").items()]
