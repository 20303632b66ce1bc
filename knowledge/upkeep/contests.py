"""Entries whose own question another entry wins."""

from collections.abc import Iterator

import numpy as np

from knowledge.library import Library
from knowledge.matching.model import Model
from knowledge.problems import Problem


def lost_questions(library: Library, model: Model) -> Iterator[Problem]:
    """Yield each entry whose own question the model of this library gives to another entry."""
    reader = model.reader
    for number, entry in enumerate(library.entries.values()):
        for language, text in entry.texts.items():
            scores = reader.read(text.question).total[: len(library.entries)]
            winner = int(np.argmax(scores))
            if winner != number:
                taker = reader.labels[winner]
                yield Problem(entry.file, 0, f"{language}.question", f"is won by {taker!r}: set their phrasings apart")
