"""Predicts each phrasing of the base from the others."""

from dataclasses import dataclass, replace

import numpy as np

from knowledge.entries import Entry, EntryText
from knowledge.languages import Language
from knowledge.library import Library
from knowledge.matching.training import fit
from knowledge.upkeep.evaluation.measures import SHOWN


@dataclass(frozen=True, slots=True)
class HeldOut:
    """A phrasing, the entry that it belongs to, and the labels that a model which never saw it ranks first."""

    text: str
    language: Language
    expected: str
    ranked: tuple[str, ...]


def predict_held_out(library: Library, folds: int) -> list[HeldOut]:
    """Predict each phrasing by a model that has not learned from it.

    Cross-fitted: the phrasings of each entry and language are dealt out over `folds` (at least 2), and per fold one
    model is fitted to all the others. That is `folds` fits instead of thousands, and each model knows a little less
    than the whole one: the fewer folds, the harsher. Questions, small talk and what is not ours stay in.
    """
    found = []
    for fold in range(folds):
        reader = fit(_without(library, fold, folds)).reader
        for entry in library.entries.values():
            for language, text in entry.texts.items():
                for phrasing in _dealt(text, fold, folds):
                    order = np.argsort(-reader.read(phrasing).total[:-1], kind="stable")[:SHOWN]
                    ranked = tuple(reader.labels[place] for place in order)
                    found.append(HeldOut(phrasing, language, entry.id, ranked))
    return found


def _dealt(text: EntryText, fold: int, folds: int) -> tuple[str, ...]:
    return text.phrasings[fold::folds]


def _without(library: Library, fold: int, folds: int) -> Library:
    entries = {name: _entry_without(entry, fold, folds) for name, entry in library.entries.items()}
    return replace(library, entries=entries)


def _entry_without(entry: Entry, fold: int, folds: int) -> Entry:
    texts = {}
    for language, text in entry.texts.items():
        out = set(_dealt(text, fold, folds))
        rest = tuple(phrasing for phrasing in text.phrasings if phrasing not in out)
        texts[language] = text.model_copy(update={"phrasings": rest})
    return entry.model_copy(update={"texts": texts})
