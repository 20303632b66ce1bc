"""What each signal of the matcher adds: every one is left out in turn, and the ranker learns to do without it.

    python tests/benchmarks/signals.py [--exams FOLDER]

Top-1 and top-3: an accepted entry is first, or among the first three, on the questions of `nl.jsonl` and `en.jsonl` of
the exams and of the pack's own. `decided` is the area under the curve of "is this ours", from what the decision makes
of it, between these questions and those that are near the subject and not the base's.
"""

import argparse
import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.metrics import roc_auc_score

from bot.settings import read_settings
from knowledge.library import Library
from knowledge.loader import load
from knowledge.matching.cache import fitted
from knowledge.matching.calibration import Judged, learn_decision
from knowledge.matching.decision import Reading
from knowledge.matching.examples import NOT_OURS, material
from knowledge.matching.model import Model
from knowledge.matching.ranking import SIGNALS, Ranker
from knowledge.matching.training import Workshop, fit

FIRST = 3
FIXED = {"not ours", "small talk", "meaning"}
Rows = list[tuple[Reading, Any]]


@dataclass(frozen=True)
class Read:
    """All that is read once: what was held out, what was judged, the exams' questions, and those that are only near."""

    held: Rows
    judged: Rows
    ours: Rows
    foreign: Rows


def main() -> None:
    """Measure with all signals, and without each."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--exams", type=Path, default=Path("..") / "shared" / "eval")
    given = parser.parse_args()
    settings = read_settings()
    library = load(settings.pack_folder)
    model = fitted(library, settings.model_folder, fit)
    learned = material(library)
    read = Read(
        list(Workshop.open(learned).held_out()),
        [(model.reader.read(text), right) for text, right in learned.judged],
        *exams(library, model, given.exams),
    )
    counted = f"({len(read.ours)} questions, {len(read.foreign)} near)"
    print(f"{'without':12} {'top-1':>6} {'top-3':>6} {'decided':>8}   {counted}")
    for name in ("", *(name for name in SIGNALS if name not in FIXED), "familiar"):
        first, few, curve = measure(model, name, read)
        print(f"{name or '(none)':12} {first:>6.3f} {few:>6.3f} {curve:>8.3f}")


def exams(library: Library, model: Model, folder: Path) -> tuple[Rows, Rows]:
    """Read the questions of the exams and of the pack's own: those with an entry, and those that are only near."""
    ours: Rows = []
    foreign: Rows = []
    for place in (folder, library.folder / "evaluation"):
        for name in ("nl", "en", "oos"):
            for line in (place / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
                asked = json.loads(line)
                reading = model.reader.read(asked["text"])
                if name != "oos" and asked["accept"]:
                    ours.append((reading, {model.reader.labels.index(entry) for entry in asked["accept"]}))
                elif asked.get("kind", "near") == "near":
                    foreign.append((reading, None))
    return ours, foreign


def measure(model: Model, name: str, read: Read) -> tuple[float, float, float]:
    """Learn to do without a signal (or with all, if it has no name); give top-1, top-3 and the area under the curve."""
    held, judged, ours, foreign = (without(rows, name) for rows in (read.held, read.judged, read.ours, read.foreign))
    ranker = Ranker.learn([reading.signals for reading, _ in held], [target for _, target in held])

    def ranked(rows: Rows) -> Rows:
        return [(replace(reading, total=ranker.scores(reading.signals)), right) for reading, right in rows]

    decision = learn_decision(
        [Judged(reading, frozenset({target})) for reading, target in ranked(held)],
        [Judged(reading, right) for reading, right in ranked(judged)],
        model.reader.labels.index(NOT_OURS),
    )
    entries = model.reader.signals.entries
    best = [(np.argsort(-reading.total[:entries])[:FIRST].tolist(), right) for reading, right in ranked(ours)]
    sure = [decision.judge(reading).offered for reading, _ in (*ranked(ours), *ranked(foreign))]
    curve = roc_auc_score([1] * len(ours) + [0] * len(foreign), sure)
    return (
        share([found[0] in right for found, right in best]),
        share([not right.isdisjoint(found) for found, right in best]),
        float(curve),
    )


def without(rows: Rows, name: str) -> Rows:
    """Empty a signal."""
    if name == "familiar":
        return [(replace(reading, familiar=0.0), right) for reading, right in rows]
    keep = np.array([[signal != name] for signal in SIGNALS], dtype=np.float32)
    return [(replace(reading, signals=reading.signals * keep), right) for reading, right in rows]


def share(truths: Sequence[bool]) -> float:
    """Give the share of what is true."""
    return sum(truths) / len(truths)


if __name__ == "__main__":
    main()
