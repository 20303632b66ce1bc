"""The table of word vectors, made from what an encoder says of words."""

from pathlib import Path

import numpy as np
import pytest

from knowledge.matching.wordvectors import WordVectors
from knowledge.upkeep.distilling import WIDTH, distil

RANDOM = np.random.default_rng(5)
WORDS = [f"word{number}" for number in range(300)]
# Every vector leans the same way, and the first two are close.
ENCODED = (RANDOM.normal(size=(300, 160)) + 3).astype(np.float32)
ENCODED[1] = ENCODED[0] + 0.1 * RANDOM.normal(size=160)


def made(file: Path, frequencies: list[float]) -> WordVectors:
    distil(WORDS, ENCODED, frequencies, file)
    with np.load(file, allow_pickle=False) as arrays:
        return WordVectors.of_arrays(arrays["words"], arrays["vectors"], arrays["scales"])


def test_words_that_the_encoder_puts_close_stay_close_and_what_all_share_is_gone(tmp_path: Path) -> None:
    table = made(tmp_path / "table.npz", [0.0] * 300)
    assert [*table.places] == WORDS
    assert table.width == WIDTH
    first, second, third = (table.text([word]) for word in WORDS[:3])
    assert first @ second > 0.9
    assert abs(first @ third) < 0.4


def test_a_common_word_weighs_less(tmp_path: Path) -> None:
    table = made(tmp_path / "table.npz", [0.01, *[0.0] * 299])
    whole = table.text(["word0", "word5"])
    assert whole @ table.text(["word5"]) > whole @ table.text(["word0"]) + 0.1


@pytest.mark.parametrize("listed", [["a", "a"], ["a", "b\nc"]])
def test_words_that_could_not_be_read_back_are_refused(listed: list[str], tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="words must differ"):
        distil(listed, ENCODED[:2], [0.0, 0.0], tmp_path / "table.npz")
