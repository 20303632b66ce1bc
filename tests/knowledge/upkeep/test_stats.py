"""What a pack holds, in numbers."""

from pathlib import Path

import pytest

from knowledge.library import Library
from knowledge.loader import load
from knowledge.upkeep.stats import LanguageCounts, count
from tests.support.broken_packs import honey
from tests.support.extras import write_rich_pack
from tests.support.packs import PACK, write_pack


def test_a_small_pack_is_counted(small_library: Library) -> None:
    counts = count(small_library)
    assert counts.topics == {"bees": 2, "owls": 1}
    assert (counts.works, counts.later_facts, counts.distinctions, counts.quiz, counts.discussion) == (2, 3, 0, 0, 0)
    assert [found.language for found in counts.languages] == ["nl", "en"]
    dutch = counts.languages[0]
    assert (dutch.phrasings, dutch.fewest, dutch.small_talk, dutch.not_ours, dutch.concepts) == (42, 14, 7, 8, 0)


def test_what_goes_with_the_entries_is_counted(tmp_path: Path) -> None:
    counts = count(load(write_rich_pack(tmp_path)))
    assert (counts.distinctions, counts.quiz, counts.discussion) == (1, 3, 1)
    assert [found.concepts for found in counts.languages] == [1, 1]


def test_words_and_the_longest_answer_are_counted(tmp_path: Path) -> None:
    before = count(load(write_pack(tmp_path / "before"))).languages[1]
    longer = honey("The book says something of honey, namely jar sweet comb sugar flower nectar.", "word " * 50)
    after = count(load(write_pack(tmp_path / "after", **longer))).languages[1]
    assert isinstance(after, LanguageCounts)
    assert (after.words - before.words, after.longest_answer) == (50 - 13, 50)


def test_parity_is_that_of_the_words(small_library: Library) -> None:
    counts = count(small_library)
    sizes = sorted(found.words for found in counts.languages)
    assert counts.parity == pytest.approx(sizes[0] / sizes[1])
    assert 0 < counts.parity <= 1


def test_the_numbers_are_those_of_a_count_by_hand(small_library: Library) -> None:
    # Per entry: a question of 7 words, an answer of 13, "Simpel: honing." and "Nog meer over honing."; none of the last
    # in English, and "night flights" is two words in all three texts.
    dutch, english = 3 * (7 + 13 + 2 + 4), 3 * (7 + 13 + 2) + 3
    counts = count(small_library)
    assert counts.languages == (
        LanguageCounts("nl", dutch, longest_answer=13, phrasings=42, fewest=14, small_talk=7, not_ours=8, concepts=0),
        LanguageCounts("en", english, longest_answer=14, phrasings=42, fewest=14, small_talk=6, not_ours=8, concepts=0),
    )
    assert counts.parity == english / dutch


def test_the_entry_with_the_fewest_phrasings_is_found(tmp_path: Path) -> None:
    fewer = honey("'hoe zit het met honing jar', 'vertel van honing sweet', ", "")
    dutch, english = count(load(write_pack(tmp_path, **fewer))).languages
    assert (dutch.phrasings, dutch.fewest) == (40, 12)
    assert (english.phrasings, english.fewest) == (42, 14)


def test_a_pack_in_one_language_is_as_long_as_itself(tmp_path: Path) -> None:
    counts = count(load(write_pack(tmp_path, pack=PACK.replace('["nl", "en"]', '["nl"]'))))
    assert [found.language for found in counts.languages] == ["nl"]
    assert counts.parity == 1
