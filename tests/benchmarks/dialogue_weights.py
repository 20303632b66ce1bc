"""Fits the weights of `knowledge/dialogue/weighing.py` to the pack's own dialogues; prints them, and how well they do.

Run it after a change of the matcher or of the evidence: `python tests/benchmarks/dialogue_weights.py [FILE…]` with more
dialogues to try the weights on. Every turn is read where the turns before it would have led if all had been right.
"""

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from bot.app import build_knowledge
from bot.settings import read_settings
from knowledge.answering import Answerer
from knowledge.dialogue.evidence import COLUMNS, Reread
from knowledge.dialogue.followups import Heard
from knowledge.dialogue.likeness import Floats
from knowledge.dialogue.state import after
from knowledge.library import Library
from knowledge.outcomes import Act, Dialogue, Outcome

# How strongly each weight is held to where it begins, and how many parts take turns at being left out.
PULL = 0.5
PARTS = 5
_ALIKE = {"answer": {"answer", "more"}}


@dataclass(frozen=True, slots=True)
class Turn:
    """One message of a dialogue: its evidence, and which rows of it would have been right."""

    dialogue: str
    text: str
    rows: Floats
    right: NDArray[np.bool_]


class Reader:
    """Reads dialogues as the bot would, but led back on the right way after every turn."""

    def __init__(self, library: Library, answerer: Answerer) -> None:
        """Take what answers."""
        self._library, self._answerer = library, answerer
        self._labels = answerer._model.reader.labels

    def turns(self, path: Path) -> Iterator[Turn]:
        """Yield the turns of a file that the weights decide on."""
        for line in path.read_text(encoding="utf-8").splitlines():
            raw = json.loads(line)
            dialogue = Dialogue(raw["lang"])
            for turn in raw["turns"]:
                outcome, rows = self._read(turn["user"], turn["expect"], dialogue)
                if rows is not None:
                    right = self._right(turn["user"], turn["expect"], dialogue)
                    if right.any():
                        yield Turn(raw["id"], turn["user"], rows, right)
                dialogue = after(self._library, dialogue, outcome, turn["user"])

    def _read(self, text: str, expect: dict[str, Any], dialogue: Dialogue) -> tuple[Outcome, Floats | None]:
        outcome, _ = self._answerer.answer(text, dialogue)
        heard = self._answerer.hear(text, dialogue)
        begun = dialogue.entry is not None or dialogue.said == "clarify"
        decided = heard.trimmed.bare or self._answerer.decided(heard, dialogue)
        rows = self._rows(heard, dialogue) if begun and not decided else None
        return self._led(outcome, expect, dialogue), rows

    def _rows(self, heard: Heard, dialogue: Dialogue) -> Floats:
        contexts, model = self._answerer._contexts, self._answerer._model
        alone = model.reader.read(heard.question)
        reread = Reread(alone, contexts._together(heard, alone, dialogue), model.decision.judge(alone))
        rows = contexts._evidence.of(heard, reread, dialogue)
        for place in contexts._impossible(heard, reread.judgement, dialogue):
            rows[place, COLUMNS.index("alone")] = -1e3
        return rows

    def _led(self, outcome: Outcome, expect: dict[str, Any], dialogue: Dialogue) -> Outcome:
        """Give the outcome if it was right, else one that would have been."""
        act: Act = expect["act"]
        accept = tuple(entry for entry in expect["accept"] if entry in self._library.entries)
        if outcome.act == act and (not accept or outcome.entry in accept):
            return outcome
        if act in ("clarify", "fallback", "smalltalk"):
            return Outcome(act, dialogue.language, options=accept[:3])
        here = dialogue.entry if dialogue.entry in accept else accept[0]
        found = outcome.entry if outcome.entry in accept else (accept[0] if act == "answer" else here)
        return Outcome(act, dialogue.language, entry=found, note="onward" if act == "more" else None)

    def _right(self, text: str, expect: dict[str, Any], dialogue: Dialogue) -> NDArray[np.bool_]:
        act, accept = expect["act"], set(expect["accept"])
        right = np.zeros(len(self._labels) + 1, dtype=np.bool_)
        for place, label in enumerate(self._labels):
            right[place] = act in ("answer", "clarify") and label in accept
            right[place] |= act == "smalltalk" and label.startswith("@")
            right[place] |= act == "fallback" and label == "-"
        heard = self._answerer.hear(text, dialogue)
        if heard.act and dialogue.entry:
            moved = self._answerer._moves.make(heard.act.name, dialogue, dialogue.prior)
            same_way = moved.act in _ALIKE.get(act, {act})
            right[-1] = same_way and (act != "answer" or moved.entry in accept)
        return right


def fit(turns: Sequence[Turn]) -> Floats:
    """Fit the weights: the rows that would have been right shall be likeliest."""
    rows = np.concatenate([turn.rows for turn in turns])
    right = np.concatenate([turn.right for turn in turns])
    lengths = np.array([len(turn.rows) for turn in turns])
    starts = np.concatenate([[0], np.cumsum(lengths)[:-1]])
    begin = np.zeros(len(COLUMNS))
    begin[COLUMNS.index("alone")] = 8.0
    # One of three that were just offered is meant more often than not, whatever few dialogues say.
    begin[COLUMNS.index("offered")] = 3.0
    pull = np.full(len(COLUMNS), PULL)
    pull[COLUMNS.index("with the last question")] /= 20
    pull[[COLUMNS.index(name) for name in ("alone", "act", "act, by its likeness", "not ours", "small talk")]] = (
        PULL / 10
    )

    def loss(weights: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        scores = (rows @ weights.astype(np.float32)).astype(np.float64)
        scores -= np.repeat(np.maximum.reduceat(scores, starts), lengths)
        chances = np.exp(scores)
        chances /= np.repeat(np.add.reduceat(chances, starts), lengths)
        hit = np.maximum(np.add.reduceat(np.where(right, chances, 0), starts), 1e-12)
        wanted = np.where(right, chances / np.repeat(hit, lengths), 0)
        slope = rows.T @ (chances - wanted).astype(np.float32)
        away = weights - begin
        return float(-np.log(hit).sum() + pull @ away**2), np.asarray(slope + 2 * pull * away, dtype=np.float64)

    return np.asarray(minimize(loss, begin, jac=True, method="L-BFGS-B").x, dtype=np.float32)


def share_right(turns: Sequence[Turn], weights: Floats) -> float:
    """Tell how often the likeliest row is right."""
    return float(np.mean([turn.right[int(np.argmax(turn.rows @ weights))] for turn in turns]))


def left_out(turns: Sequence[Turn]) -> float:
    """Tell how often the likeliest row is right in dialogues that the weights were not fitted to."""
    part = {name: number % PARTS for number, name in enumerate(dict.fromkeys(turn.dialogue for turn in turns))}
    hits = 0.0
    for number in range(PARTS):
        tried = [turn for turn in turns if part[turn.dialogue] == number]
        hits += len(tried) * share_right(tried, fit([turn for turn in turns if part[turn.dialogue] != number]))
    return hits / len(turns)


def main(paths: Sequence[str]) -> None:
    """Fit, and print."""
    settings = read_settings()
    knowledge = build_knowledge(settings)
    reader = Reader(knowledge.library, knowledge.answerer)
    own = list(reader.turns(settings.pack_folder / "evaluation" / "dialogues.jsonl"))
    weights = fit(own)
    for name, weight in zip(COLUMNS, weights, strict=True):
        print(f'    "{name}": {weight:.2f},')
    print(f"{len(own)} turns, right: {share_right(own, weights):.3f}, left out: {left_out(own):.3f}")
    for path in paths:
        tried = list(reader.turns(Path(path)))
        print(f"{path}: {len(tried)} turns, right: {share_right(tried, weights):.3f}")


if __name__ == "__main__":
    main(sys.argv[1:])
