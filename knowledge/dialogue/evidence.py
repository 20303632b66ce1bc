"""What speaks for each thing that a message may mean, as numbers that `weighing` multiplies by its weights."""

from dataclasses import dataclass

import numpy as np

from knowledge.dialogue.aspects import Aspects
from knowledge.dialogue.ellipses import Ellipses
from knowledge.dialogue.followups import Heard
from knowledge.dialogue.likeness import Floats
from knowledge.dialogue.relations import RELATIONS, Relations
from knowledge.library import Library
from knowledge.matching.decision import Judgement, Reading
from knowledge.matching.model import Model
from knowledge.outcomes import Dialogue
from knowledge.shelf import NO_SHELF, Shelf

# What an entry is near by: those relations make a shared word count for more.
_NEAR = [RELATIONS.index(name) for name in ("next", "contrast", "topic", "distinction", "offered", "listed")]
_SAME = RELATIONS.index("same")
_LEAD = ("contrast", "distinction", "same")

# Of so many entries the questions are read to see how the matcher scores.
SAMPLED = 20

# The columns: how well the message fits by itself, and with the last question before it, in leads of a right answer;
# how like it is to what is asked in passing of the entry; what the entry says of the words in it; how the entry stands
# to the last one; then what is small talk, what is not ours, and the act.
COLUMNS = (
    "alone",
    "with the last question",
    "with the last question, the shorter the more",
    "asked in passing",
    "says",
    "says most",
    "says most of what is near",
    *RELATIONS,
    *(f"{name}, begun as a continuation" for name in _LEAD),
    "small talk",
    "small talk after a courtesy",
    "not ours",
    "not ours, by its chances",
    "act",
    "act, by its likeness",
)
_AT = {name: place for place, name in enumerate(COLUMNS)}


@dataclass(frozen=True, slots=True)
class Reread:
    """A message read twice: alone, and together with the last question; and how sure the first reading is by itself."""

    alone: Reading
    together: Reading
    judgement: Judgement


class Evidence:
    """Gathers the evidence for every label of the matcher, and for the act."""

    def __init__(self, library: Library, model: Model, shelf: Shelf = NO_SHELF) -> None:
        """Learn the links between entries, what they say, and how the model scores."""
        self._lead = usual_lead(library, model)
        self._relations = Relations(library)
        self._aspects = Aspects(library, shelf)
        self._ellipses = Ellipses(library, shelf)
        self._count = len(library.entries)

    def of(self, heard: Heard, reread: Reread, dialogue: Dialogue) -> Floats:
        """Give a row per label in the matcher's order, then one for the act, by `COLUMNS`."""
        count = self._count
        alone = self._compared(reread.alone)
        rows = np.zeros((len(alone) + 1, len(COLUMNS)), dtype=np.float32)
        rows[:-1, _AT["alone"]] = alone
        together = self._compared(reread.together) - alone
        rows[:-1, _AT["with the last question"]] = together
        rows[:-1, _AT["with the last question, the shorter the more"]] = together * heard.leaning.brevity
        rows[:count, _AT["asked in passing"]] = self._ellipses.of(heard.trimmed.text)
        relations = self._relations.of(dialogue)
        says = self._aspects.of(" ".join(heard.leaning.content)) * (1 - relations[:, _SAME])
        rows[:count, _AT["says"]] = says
        rows[:count, _AT["says most"]] = _of_most(says)
        rows[:count, _AT["says most of what is near"]] = _of_most(says * relations[:, _NEAR].max(axis=1))
        rows[:count, _AT[RELATIONS[0]] : _AT[RELATIONS[-1]] + 1] = relations
        if heard.leaning.leads:
            for name in _LEAD:
                rows[:count, _AT[f"{name}, begun as a continuation"]] = relations[:, RELATIONS.index(name)]
        rows[count:-2, _AT["small talk"]] = 1
        rows[count:-2, _AT["small talk after a courtesy"]] = heard.trimmed.opened
        rows[-2, _AT["not ours"]] = 1
        rows[-2, _AT["not ours, by its chances"]] = log_odds(reread.judgement.offered)
        rows[-1, _AT["act"]] = 1
        rows[-1, _AT["act, by its likeness"]] = heard.act.likeness if heard.act else 0
        return rows

    def _compared(self, reading: Reading) -> Floats:
        total = np.asarray(reading.total, dtype=np.float32)
        return (total - np.median(total)) / np.float32(self._lead)


def _of_most(likeness: Floats) -> Floats:
    """Give likeness as a share of the greatest, squared so that the rest stays behind."""
    return np.asarray((likeness / max(float(likeness.max()), 1e-6)) ** 2, dtype=np.float32)


def usual_lead(library: Library, model: Model) -> float:
    """Tell by how much the right label usually outdoes the middle one: the unit in which scores are compared.

    It differs from one matcher to the next, and hardly with the size of a pack.
    """
    entries = tuple(library.entries.values())
    leads = []
    for entry in entries[:: -(-len(entries) // SAMPLED)]:
        for text in entry.texts.values():
            total = model.reader.ranker.scores(model.reader.read(text.question).signals)
            leads.append(total[model.reader.labels.index(entry.id)] - np.median(total))
    return max(float(np.mean(leads)), 1e-6)


def log_odds(probability: float) -> float:
    """Give the logarithm of the odds, kept within plus and minus 6."""
    return float(np.clip(np.log(max(probability, 1e-6) / max(1 - probability, 1e-6)), -6, 6))
