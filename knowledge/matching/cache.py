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
from knowledge.matching.terms import kinds
from knowledge.matching.vectors import Block, Space

logger = logging.getLogger(__name__)

Arrays = dict[str, Any]


def fitted(library: Library, folder: Path, fit: Callable[[Library], Model]) -> Model:
    """Give the model for a library: from `folder` if it is there, else fitted now and kept there if possible."""
    model = stored(library, folder)
    if model is None:
        logger.info("learning from the pack's phrasings, once per change of content: this takes up to half a minute")
        model = fit(library)
        _keep(model, _path(library, folder))
    return model


def stored(library: Library, folder: Path) -> Model | None:
    """Give the model for a library that is kept in `folder`; None if there is none that can be read."""
    try:
        with _path(library, folder).open("rb") as file, np.load(file, allow_pickle=False) as arrays:
            return _from_arrays(library, dict(arrays))
    except FileNotFoundError:
        return None
    except (OSError, EOFError, BadZipFile, KeyError, TypeError, ValueError) as error:
        logger.warning("the stored model can't be read (%s)", type(error).__name__)
        return None


def _keep(model: Model, path: Path) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        for old in path.parent.glob("model-*.npz"):
            old.unlink()
        scratch = path.with_suffix(".part.npz")
        np.savez(scratch, **_to_arrays(model))
        scratch.replace(path)
    except OSError as error:
        logger.warning("the fitted model can't be kept (%s): the next start fits it anew", error.strerror)


def _path(library: Library, folder: Path) -> Path:
    return folder / f"model-{library.digest}-{_code_digest()}.npz"


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
    for place, block in enumerate(reader.space.blocks):
        arrays |= {f"terms_{place}": np.array(block.terms, dtype=np.str_), f"rarity_{place}": block.rarity}
    for name, signal in (("nearest", reader.nearest), ("about", reader.about)):
        matrix = signal.by_column
        arrays |= {
            f"{name}_data": matrix.data,
            f"{name}_indices": matrix.indices,
            f"{name}_indptr": matrix.indptr,
            f"{name}_labels": signal.labels,
        }
    return arrays


def _from_arrays(library: Library, arrays: Arrays) -> Model:
    labels = tuple(map(str, arrays["labels"]))
    space = Space(
        [
            Block(kind, arrays[f"terms_{place}"].tolist(), arrays[f"rarity_{place}"])
            for place, kind in enumerate(kinds(library))
        ]
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
