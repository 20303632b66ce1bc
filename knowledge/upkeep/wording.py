"""Checks on the wording of texts: copied runs, exam questions, letters of two scripts in one word."""

import json
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from knowledge.problems import Problem
from knowledge.text import words
from knowledge.upkeep.strings import PackTexts

# A run of this many words in common with the essay is a copy.
COPIED_RUN = 7
# Shorter exam questions ("dai xin") are what anybody would type.
SHORTEST_EXAM_QUESTION = 3

_SCRIPTS = ("LATIN", "CYRILLIC", "GREEK", "CJK", "ARABIC", "HEBREW")
_LETTERS = re.compile(r"[^\W\d_]+")


def copied_runs(texts: PackTexts, essay: Path) -> Iterator[Problem]:
    """Yield each text that shares a run of seven words with the essay; titles and addresses of works are exempt."""
    original = words_of_file(essay)
    runs = {tuple(original[start : start + COPIED_RUN]) for start in range(len(original) - COPIED_RUN + 1)}
    for placed in texts.texts:
        if placed.path == "sources.toml":
            continue
        for start in range(len(placed.words) - COPIED_RUN + 1):
            run = placed.words[start : start + COPIED_RUN]
            if run in runs:
                yield texts.problem(placed, f"copied from the essay: {' '.join(run)!r}")
                break


def exam_questions(texts: PackTexts, exams: Path) -> Iterator[Problem]:
    """Yield each text that is a question of the exams (`*.jsonl` in a folder): what was learned can't be examined.

    Raises:
        ValueError: a line of an exam is not JSON.
    """
    asked = {tuple(words(question)) for file in sorted(exams.glob("*.jsonl")) for question in _questions(file)}
    asked = {question for question in asked if len(question) >= SHORTEST_EXAM_QUESTION}
    for placed in texts.texts:
        if placed.words in asked:
            yield texts.problem(placed, f"is an exam question: {placed.text!r}")


def _questions(file: Path) -> Iterator[str]:
    """Yield what is asked in an exam: the `text` of each line, or what the `user` says in each of its `turns`."""
    for line in filter(str.strip, file.read_text(encoding="utf-8").split("\n")):
        row = json.loads(line)
        yield from filter(None, [row.get("text"), *(turn.get("user") for turn in row.get("turns", ()))])


def mixed_scripts(texts: PackTexts) -> Iterator[Problem]:
    """Yield each text with a word in letters of two scripts: one of them is a look-alike."""
    for placed in texts.texts:
        for word in _LETTERS.findall("" if placed.text.isascii() else placed.text):
            scripts = {script for char in word for script in _SCRIPTS if unicodedata.name(char, "").startswith(script)}
            if len(scripts) > 1:
                yield texts.problem(placed, f"{word!r} mixes {' and '.join(sorted(scripts))} letters")


def words_of_file(path: Path) -> list[str]:
    """Give the words of a text file."""
    return words(path.read_text(encoding="utf-8"))
