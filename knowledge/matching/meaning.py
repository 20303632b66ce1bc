"""The optional signal of meaning: how close a question is to the examples of each label for a sentence model."""

import hashlib
import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from knowledge.matching.sparse import Floats, Integers

logger = logging.getLogger(__name__)

# Texts to vectors of length 1, one row a text.
Embed = Callable[[Sequence[str]], Floats]


class NoMeaningError(Exception):
    """The sentence model can't be had; the message says why, in one line."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """The examples as the sentence model sees them, in the order of their labels.

    Those of the label `present[i]` begin at `firsts[i]`; a label that is not there has no example.
    """

    embed: Embed
    examples: Floats
    present: Integers
    firsts: Integers
    labels: int

    @classmethod
    def learn(cls, embed: Embed, examples: Floats, targets: Integers, labels: int) -> "Meaning":
        """Remember examples, a row each, in whatever order they come."""
        order = np.argsort(targets, kind="stable")
        present, firsts = np.unique(targets[order], return_index=True)
        return cls(embed, examples[order], present, firsts, labels)

    def scores(self, question: str) -> Floats:
        """Give the cosine to the nearest example of each label, from -1 to 1; 0 for a label without examples."""
        best = np.zeros(self.labels, dtype=np.float32)
        likeness = self.examples @ self.embed([question])[0]
        best[self.present] = np.maximum.reduceat(likeness, self.firsts)
        return best


def remembered(embed: Embed, folder: Path, name: str) -> Embed:
    """Make an embedding that keeps what it made of many texts at once in `folder`: a start need not make it anew."""

    def embed_or_read(texts: Sequence[str]) -> Floats:
        if len(texts) == 1:
            return embed(texts)
        path = folder / f"meaning-{hashlib.sha256(repr((name, tuple(texts))).encode()).hexdigest()[:16]}.npy"
        try:
            known: Floats = np.load(path, allow_pickle=False)
        except (OSError, EOFError, ValueError):
            known = embed(texts)
            _keep(known, path)
        return known

    return embed_or_read


def _keep(found: Floats, path: Path) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        scratch = path.with_suffix(".part.npy")
        np.save(scratch, found)
        scratch.replace(path)
    except OSError as error:
        logger.warning("the examples' meaning can't be kept (%s): the next start makes it anew", error.strerror)


def sentence_model(name: str) -> Embed:
    """Load a sentence-transformers model by its name or from a folder; takes seconds, and may ask the network.

    Raises:
        NoMeaningError: the extra `semantic` is not installed, or the model can't be loaded.
    """
    try:
        from sentence_transformers import SentenceTransformer  # noqa: PLC0415  (an extra, and slow to import)
    except ImportError as error:
        msg = f"the sentence model needs `pip install nuancebot[semantic]` ({error.name} is missing)"
        raise NoMeaningError(msg) from None
    try:
        model = SentenceTransformer(name, device="cpu")
    except Exception as error:  # whatever a model's own code raises
        msg = f"the sentence model {name!r} can't be loaded ({type(error).__name__})"
        raise NoMeaningError(msg) from error

    def embed(texts: Sequence[str]) -> Floats:
        found = model.encode(list(texts), normalize_embeddings=True, show_progress_bar=False, convert_to_numpy=True)
        return np.asarray(found, dtype=np.float32)

    return embed
