"""Keeps fitted models on disk, under the hash of what they were fitted to: plain arrays, nothing that could run."""

import hashlib
import logging
from collections.abc import Callable
from importlib import resources
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

import numpy as np
from scipy.sparse import csc_matrix

from knowledge.library import Library
from knowledge.matching.decision import Decision
from knowledge.matching.language import LanguageModel
from knowledge.matching.model import Model, Reader
from knowledge.matching.signals import Linear, Nearest
from knowledge.matching.spelling import Speller
from knowledge.matching.vectors import Space

logger = logging.getLogger(__name__)

Arrays = dict[str, Any]


def fitted(library: Library, folder: Path, fit: Callable[[Library], Model]) -> Model:
    """Give the model for a library: from `folder` if it is there, else fitted now and kept there if possible."""
    path = folder / f"model-{library.digest}-{_code_digest()}.npz"
    try:
        with np.load(path, allow_pickle=False) as stored:
            return _from_arrays(dict(stored))
    except FileNotFoundError:
        pass
    except (OSError, BadZipFile, KeyError, ValueError) as error:
        logger.warning("the stored model can't be read (%s): fitting it anew", type(error).__name__)
    logger.info("learning from the pack's phrasings, once per change of content: this takes up to half a minute")
    model = fit(library)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for old in folder.glob("model-*.npz"):
            old.unlink()
        scratch = path.with_suffix(".part.npz")
        np.savez(scratch, **_to_arrays(model))
        scratch.replace(path)
    except OSError as error:
        logger.warning("the fitted model can't be kept (%s): the next start fits it anew", error.strerror)
    return model


def _code_digest() -> str:
    """Give a hash of the code that fits and reads models: a model of other code is not ours."""
    digest = hashlib.sha256()
    for source in sorted(resources.files("knowledge.matching").iterdir(), key=lambda found: found.name):
        if source.name.endswith(".py"):
            digest.update(source.read_bytes())
    return digest.hexdigest()[:8]


def _to_arrays(model: Model) -> Arrays:
    reader, decision = model.reader, model.decision
    arrays: Arrays = {
        "labels": np.array(reader.labels),
        "known": np.array(sorted(reader.speller.known)),
        "linear": reader.linear.weights,
        "offsets": reader.linear.offsets,
        "languages": np.array(reader.language.languages),
        "language": reader.language.weights,
        "language_offsets": reader.language.offsets,
        "decision": decision.weights,
        "lines": np.array([decision.answer_from, decision.offer_from]),
    }
    for name, block in (("words", reader.space.word_block), ("characters", reader.space.character_block)):
        arrays |= {name: np.array(block.terms), f"{name}_rarity": block.rarity}
    for name, signal in (("nearest", reader.nearest), ("about", reader.about)):
        matrix = signal.by_column
        arrays |= {
            f"{name}_data": matrix.data,
            f"{name}_indices": matrix.indices,
            f"{name}_indptr": matrix.indptr,
            f"{name}_labels": signal.labels,
        }
    return arrays


def _from_arrays(arrays: Arrays) -> Model:
    labels = tuple(map(str, arrays["labels"]))
    space = Space.of(
        (arrays["words"].tolist(), arrays["words_rarity"]), (arrays["characters"].tolist(), arrays["characters_rarity"])
    )
    reader = Reader(
        labels=labels,
        space=space,
        speller=Speller(arrays["known"].tolist()),
        linear=Linear(arrays["linear"], arrays["offsets"]),
        nearest=_nearest(arrays, "nearest", space.width, len(labels)),
        about=_nearest(arrays, "about", space.width, len(labels)),
        language=LanguageModel(arrays["languages"].tolist(), arrays["language"], arrays["language_offsets"]),
    )
    answer_from, offer_from = map(float, arrays["lines"])
    return Model(reader, Decision(arrays["decision"], answer_from, offer_from))


def _nearest(arrays: Arrays, name: str, width: int, count: int) -> Nearest:
    owners = arrays[f"{name}_labels"]
    parts = (arrays[f"{name}_data"], arrays[f"{name}_indices"], arrays[f"{name}_indptr"])
    return Nearest(csc_matrix(parts, shape=(len(owners), width)), owners, count)
