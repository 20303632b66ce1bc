"""Checks on the evaluation sets that a pack carries: lines that can be read, entries that exist, nothing learned."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from knowledge.library import Library
from knowledge.problems import Problem
from knowledge.text import words
from knowledge.upkeep.evaluation.questions import OWN_SETS, BadSetError, Sets, read_sets, set_files, unknown_entries
from knowledge.upkeep.strings import PackTexts
from knowledge.upkeep.wording import SHORTEST_EXAM_QUESTION


def own_set_problems(texts: PackTexts, folder: Path, library: Library | None) -> Iterator[Problem]:
    """Yield what is wrong with the sets in a pack's folder; without a library no entry is looked for."""
    try:
        sets = read_sets(set_files([folder / OWN_SETS]))
    except BadSetError as broken:
        yield from (replace(found, path=f"{OWN_SETS}/{Path(found.path).name}") for found in broken.problems)
        return
    if library:
        yield from unknown_entries(sets, library.entries)
    yield from _learned(texts, sets)


def _learned(texts: PackTexts, sets: Sets) -> Iterator[Problem]:
    """Yield each text that is a question of a set: what was learned can't be examined. Titles of works are exempt."""
    asked = {
        tuple(words(text)): f"{name}.jsonl:{line}"
        for name, line, text in _asked(sets)
        if len(words(text)) >= SHORTEST_EXAM_QUESTION
    }
    for placed in texts.texts:
        if placed.path != "sources.toml" and (place := asked.get(placed.words)):
            yield texts.problem(placed, f"is asked in {place}; keep one of the two: {placed.text!r}")


def _asked(sets: Sets) -> Iterator[tuple[str, int, str]]:
    """Yield set, line and text of each question; thanks and "simpler" in a conversation are what anybody types."""
    yield from ((question.set, question.line, question.text) for question in sets.questions)
    for talk in sets.conversations:
        yield from ((talk.set, talk.line, turn.text) for turn in talk.turns if turn.act in {"answer", "clarify"})
