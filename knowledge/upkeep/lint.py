"""Every rule for the content of a pack, all broken ones at once."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from knowledge.library import Library
from knowledge.loader import load
from knowledge.matching.cache import stored
from knowledge.problems import BrokenPackError, Problem
from knowledge.upkeep.contests import lost_questions
from knowledge.upkeep.strings import PackTexts
from knowledge.upkeep.wording import copied_runs, exam_questions, mixed_scripts

# After this many days somebody should read an entry again.
REVIEW_AFTER_DAYS = 365


@dataclass(frozen=True, slots=True)
class Report:
    """What a lint found: errors, warnings, and what could not be checked here."""

    errors: tuple[Problem, ...]
    warnings: tuple[Problem, ...]
    unchecked: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AtHand:
    """What to compare with, each only where it is at hand: the essay, a folder of exams, a folder of fitted models."""

    essay: Path
    exams: Path
    models: Path


def lint(folder: Path, at_hand: AtHand, today: dt.date) -> Report:
    """Check the pack in `folder`."""
    texts = PackTexts(folder)
    errors = [*mixed_scripts(texts)]
    unchecked = []
    if at_hand.essay.is_file():
        errors += copied_runs(texts, at_hand.essay)
    else:
        unchecked.append(f"copied runs: the essay is not at {at_hand.essay}")
    if at_hand.exams.is_dir():
        errors += exam_questions(texts, at_hand.exams)
    else:
        unchecked.append(f"exam questions: no exams at {at_hand.exams}")
    warnings: list[Problem] = []
    try:
        library = load(folder)
    except BrokenPackError as broken:
        errors += broken.problems
        unchecked.append("lost questions and review dates: the pack can't be loaded")
    else:
        if model := stored(library, at_hand.models):
            errors += lost_questions(library, model)
        else:
            unchecked.append("lost questions: no model of this content is fitted yet; `nuancebot ask` fits one")
        warnings += _stale(library, today)
    return Report(tuple(sorted(set(errors))), tuple(sorted(warnings)), tuple(unchecked))


def _stale(library: Library, today: dt.date) -> Iterator[Problem]:
    for entry in library.entries.values():
        days = (today - entry.reviewed).days
        if days > REVIEW_AFTER_DAYS:
            yield Problem(f"entries/{entry.topic}/{entry.id}.toml", 1, "reviewed", f"is {days} days ago: read it again")
