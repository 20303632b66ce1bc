"""Keeps fitted models on disk, under the hash of what they were fitted to: plain arrays, nothing that could run."""

import hashlib
import logging
import shutil
from collections.abc import Callable
from importlib import resources
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

import numpy as np

from knowledge.lexicon import Lexicon
from knowledge.library import Library
from knowledge.matching.coverage import Coverage
from knowledge.matching.decision import Decision
from knowledge.matching.familiarity import Familiarity
from knowledge.matching.language import LanguageModel
from knowledge.matching.model import Model, Reader
from knowledge.matching.odds import Odds
from knowledge.matching.ranking import Ranker, Signals
from knowledge.matching.sense import Features, Sense
from knowledge.matching.sparse import Rows
from knowledge.matching.spelling import Speller
from knowledge.matching.terms import Stems, kinds
from knowledge.matching.vectors import Block, Space
from knowledge.matching.verbatim import Verbatim
from knowledge.matching.vocabulary import kept, taken
from knowledge.matching.wordvectors import word_vectors

logger = logging.getLogger(__name__)

Arrays = dict[str, Any]


def fitted(library: Library, folder: Path, fit: Callable[[Library], Model]) -> Model:
    """Give the model for a library: from `folder` if it is there, else fitted now and kept there if possible."""
    model = stored(library, folder)
    if model is None:
        logger.info("learning from the pack's phrasings, once per change of content: this takes some twenty seconds")
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


def adopt(library: Library, source: Path, folder: Path) -> None:
    """Take the model for a library over from another folder, if it is there and not in `folder` yet."""
    path, found = _path(library, folder), _path(library, source)
    try:
        if found.exists() and not path.exists():
            folder.mkdir(parents=True, exist_ok=True)
            shutil.copy(found, path)
    except OSError as error:
        logger.warning("a model that was tried out can't be taken over (%s)", error.strerror)


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
    """Give a hash of the code and the word vectors that fit and read models: a model of others is not ours."""
    digest = hashlib.sha256()
    package = resources.files("knowledge")
    sources = [found for found in (package / "matching").iterdir() if found.name.endswith((".py", ".npz"))]
    for source in [package / "text.py", package / "lexicon.py", *sorted(sources, key=lambda found: found.name)]:
        digest.update(source.read_bytes())
    return digest.hexdigest()[:8]


def _to_arrays(model: Model) -> Arrays:
    reader, decision = model.reader, model.decision
    verbatim_keys, verbatim_labels = reader.verbatim.arrays()
    arrays: Arrays = {
        "labels": np.array(reader.labels),
        "entries": reader.signals.entries,
        "known": np.array(sorted(reader.speller.known)),
        "languages": np.array(reader.language.languages),
        "familiar": reader.familiarity.weights,
        "familiar_offset": reader.familiarity.offset,
        "verbatim_keys": verbatim_keys,
        "verbatim_labels": verbatim_labels,
        "rarest": reader.signals.coverage.rarest,
        "sense": reader.signals.sense.weights,
        "ranker": reader.ranker.weights,
        "decision": decision.weights,
        "lines": np.array([decision.answer_from, decision.offer_from]),
    }
    for place, block in enumerate(reader.space.blocks):
        arrays |= {f"terms_{place}": kept(block.known), f"rarity_{place}": block.rarity}
    arrays |= reader.signals.coverage.users.arrays("users")
    for name, odds in (("odds", reader.signals.odds), ("language", reader.language.odds)):
        arrays |= {**dict(odds.by_term.arrays(name)), f"{name}_unknown": odds.unknown}
    return arrays


def _from_arrays(library: Library, arrays: Arrays) -> Model:
    labels, languages = tuple(map(str, arrays["labels"])), arrays["languages"].tolist()
    stems = Stems(languages)
    space = _space(arrays, stems, Lexicon(library.lexicon.values()))
    signals = Signals(
        odds=_odds(arrays, "odds"),
        coverage=Coverage(stems, space.blocks[0], _rows(arrays, "users"), float(arrays["rarest"]), len(labels)),
        sense=Sense(Features(word_vectors()), arrays["sense"]),
        entries=int(arrays["entries"]),
    )
    reader = Reader(
        labels=labels,
        space=space,
        speller=Speller(arrays["known"].tolist()),
        signals=signals,
        verbatim=Verbatim.of_arrays(arrays["verbatim_keys"], arrays["verbatim_labels"]),
        familiarity=Familiarity(arrays["familiar"], float(arrays["familiar_offset"])),
        ranker=Ranker(arrays["ranker"]),
        language=LanguageModel(languages, _odds(arrays, "language")),
    )
    answer_from, offer_from = map(float, arrays["lines"])
    return Model(reader, Decision(arrays["decision"], answer_from, offer_from))


def _space(arrays: Arrays, stems: Stems, lexicon: Lexicon) -> Space:
    blocks: list[Block] = []
    for place, kind in enumerate(kinds(stems, lexicon)):
        offset = sum(block.width for block in blocks)
        blocks.append(Block(kind, taken(arrays[f"terms_{place}"]), arrays[f"rarity_{place}"], offset))
    return Space(blocks)


def _rows(arrays: Arrays, name: str) -> Rows:
    return Rows(arrays[f"{name}_starts"], arrays[f"{name}_columns"], arrays[f"{name}_values"])


def _odds(arrays: Arrays, name: str) -> Odds:
    return Odds(_rows(arrays, name), arrays[f"{name}_unknown"])
