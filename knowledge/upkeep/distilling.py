"""Makes the table of word vectors (`knowledge/matching/wordvectors.npz`) from what a sentence encoder says of words.

Every word is encoded by itself, what all words share is taken away, and few directions are kept of many (PCA), as in
Tulkens and van Dongen, "Model2Vec" (2024); a common word weighs less than a rare one, after Arora, Liang and Ma, "A
Simple but Tough-to-Beat Baseline for Sentence Embeddings" (ICLR 2017).
"""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

# How many directions are kept; twice as many bring less than one answer in two hundred.
WIDTH = 128
# The frequency at which a word weighs half of what a rare one does.
COMMON = 0.01
# The largest number in a signed byte.
LARGEST = 127

Table = NDArray[np.float32]


def distil(words: Sequence[str], encoded: Table, frequencies: Sequence[float], file: Path) -> None:
    """Write the table of words, one row of `encoded` each.

    `frequencies` are shares of all words in running text, from 0 to 1; of several languages, the highest.

    Raises:
        ValueError: two words are the same, or one has a line feed.
        OSError: the file can't be written.
    """
    if len(set(words)) < len(words) or any("\n" in word for word in words):
        msg = "words must differ, and each stand on one line"
        raise ValueError(msg)
    kept = _main_directions(_of_length_one(encoded - encoded.mean(axis=0)))
    kept = _of_length_one(kept)
    largest = np.abs(kept).max(axis=1, keepdims=True)
    weights = COMMON / (COMMON + np.array(frequencies))
    np.savez(
        file,
        words=np.frombuffer("\n".join(words).encode(), np.uint8),
        vectors=np.round(kept / largest * LARGEST).astype(np.int8),
        scales=(weights * largest[:, 0] / LARGEST).astype(np.float32),
    )


def _main_directions(table: Table) -> Table:
    _, directions = np.linalg.eigh(table.T @ table)
    return np.asarray(table @ directions[:, ::-1][:, :WIDTH], dtype=np.float32)


def _of_length_one(table: Table) -> Table:
    lengths = np.linalg.norm(table, axis=1, keepdims=True)
    return np.asarray(table / np.maximum(lengths, np.finfo(np.float32).tiny), dtype=np.float32)
