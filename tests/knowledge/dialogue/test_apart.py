"""What sets options apart."""

import pytest

from knowledge.dialogue.apart import NEARLY_THE_SAME, Apart
from knowledge.languages import Language
from knowledge.library import Library


@pytest.fixture(scope="module")
def apart(library: Library) -> Apart:
    """What sets apart the entries of the bot's own pack."""
    return Apart(library)


@pytest.mark.parametrize(
    ("language", "options", "found"),
    [
        ("nl", ("sesame-voluntary", "rongcheng-rewards"), ("Sesame Credit", "Rongcheng")),
        ("en", ("sesame-rewards", "rongcheng-rewards", "black-mirror-plot"), ("Sesame", "Rongcheng", "Black Mirror")),
        ("nl", ("theory-practice", "technology-limits"), ("theorie", "techniek")),
    ],
)
def test_a_name_or_else_the_most_telling_word_sets_an_option_apart(
    apart: Apart, language: Language, options: tuple[str, ...], found: tuple[str, ...]
) -> None:
    assert apart.words(options, language) == found


def test_no_option_is_told_by_a_word_of_another(apart: Apart, library: Library) -> None:
    ids = list(library.entries)
    for start in range(0, len(ids) - 2, 3):
        options = ids[start : start + 3]
        found = [word.casefold() for word in apart.words(options, "en") if word]
        assert len(found) == len(set(found))


def test_what_says_nearly_the_same_is_offered_once(apart: Apart) -> None:
    assert apart.likeness("dangan-today", "dangan-what") >= NEARLY_THE_SAME
    ranking = ("dangan-what", "dangan-today", "dangan-abuse", "sesame-what")
    assert apart.choose(ranking, 3) == ("dangan-what", "dangan-abuse", "sesame-what")
    assert apart.choose(ranking, 1) == ("dangan-what",)


def test_an_entry_is_most_like_itself(apart: Apart) -> None:
    assert apart.likeness("sesame-what", "sesame-what") == pytest.approx(1)
    assert apart.likeness("sesame-what", "xinjiang") < 0.3
