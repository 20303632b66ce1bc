"""A text as the terms that are counted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.feature_extraction.text import CountVectorizer

from knowledge.lexicon import Concept, Lexicon
from knowledge.matching.terms import CHARACTER_RUNS, Stems, character_terms, kinds
from knowledge.text import words

PLAIN = st.lists(st.from_regex(r"[a-z0-9]{1,8}", fullmatch=True), max_size=8)
STEMS = Stems(("nl", "en"))


def test_stems_and_neighbours_are_terms() -> None:
    assert [*STEMS(words("The HONEY bees!"))] == ["the", "honey", "bee", "the honey", "honey bee"]


@pytest.mark.parametrize(
    ("one", "other"),
    [("punished", "punishing"), ("straffen", "straf"), ("burgers", "burger")],
)
def test_forms_of_a_word_share_a_stem_in_either_language(one: str, other: str) -> None:
    assert STEMS.stem(one) == STEMS.stem(other)


def test_a_stem_is_the_shortest_that_a_language_makes() -> None:
    dutch, english = Stems(("nl",)), Stems(("en",))
    for word in ("citizens", "burgers", "lijsten", "scoring"):
        assert len(STEMS.stem(word)) == min(len(dutch.stem(word)), len(english.stem(word)))


def test_without_a_language_words_stay_as_they_are() -> None:
    assert [*Stems(())(["honey", "bees"])] == ["honey", "bees", "honey bees"]


@pytest.mark.parametrize("text", ["", "🙂", "?!", "\ud800"])
def test_a_text_without_words_has_no_terms(text: str) -> None:
    assert [*STEMS(words(text)), *character_terms(words(text))] == []


def test_runs_of_characters_stay_within_a_word() -> None:
    assert [*character_terms(words("a bé"))] == [" a", "a ", " a ", " b", "be", "e ", " be", "be ", " be "]


@given(PLAIN)
def test_runs_of_characters_are_those_of_scikit_learn(typed: list[str]) -> None:
    analyse = CountVectorizer(analyzer="char_wb", ngram_range=(CHARACTER_RUNS[0], CHARACTER_RUNS[-1])).build_analyzer()
    assert sorted(character_terms(typed)) == sorted(analyse(" ".join(typed)))


@given(st.text(st.characters()).map(words))
def test_any_text_has_terms_if_it_has_words(typed: list[str]) -> None:
    assert bool([*STEMS(typed)]) == bool([*character_terms(typed)]) == bool(typed)


@given(PLAIN)
def test_what_is_counted_by_word_is_the_same_word_by_word(typed: list[str]) -> None:
    for kind in kinds(STEMS, Lexicon([])):
        if kind.by_word:
            assert [*kind.split(typed)] == [term for word in typed for term in kind.split([word])]


def test_stems_concepts_and_characters_are_counted_and_concepts_weigh_least() -> None:
    lexicon = Lexicon([{"honey": Concept(forms=("zoete goud",))}])
    stems, concepts, characters = kinds(STEMS, lexicon)
    typed = words("wie wil zoete goud")
    assert "zoet goud" in {*stems.split(typed)}
    assert [*concepts.split(typed)] == ["§honey"]
    assert " wie " in {*characters.split(typed)}
    assert concepts.share < min(stems.share, characters.share)


def test_words_of_a_language_without_a_stemmer_are_compared_as_they_are() -> None:
    assert Stems(["xx"]).stem("lopende") == "lopende"  # type: ignore[list-item]
    assert Stems(["nl", "xx"]).stem("lopende") == Stems(["nl"]).stem("lopende")  # type: ignore[list-item]
