"""Every rule for the content of a pack, all broken ones at once."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from knowledge.library import Library
from knowledge.loader import load
from knowledge.matching.cache import stored
from knowledge.problems import BrokenPackError, Problem
from knowledge.upkeep.beginning import OPEN
from knowledge.upkeep.contests import lost_questions
from knowledge.upkeep.own_sets import own_set_problems
from knowledge.upkeep.strings import PackTexts
from knowledge.upkeep.wording import copied_runs, exam_questions, mixed_scripts

# After this many days somebody should read an entry again.
REVIEW_AFTER_DAYS = 365
ENOUGH_PHRASINGS = 25


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
    for name, check, path in (
        ("copied runs", copied_runs, at_hand.essay),
        ("exam questions", exam_questions, at_hand.exams),
    ):
        if not path.exists():
            unchecked.append(f"{name}: nothing to compare with at {path}")
            continue
        try:
            errors += check(texts, path)
        except (OSError, ValueError) as error:
            unchecked.append(f"{name}: {path} can't be read ({type(error).__name__})")
    warnings: list[Problem] = []
    library = None
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
        warnings += _to_improve(library, texts, today)
    errors += own_set_problems(texts, folder, library)
    return Report(tuple(sorted(set(errors))), tuple(sorted(warnings)), tuple(unchecked))


def _to_improve(library: Library, texts: PackTexts, today: dt.date) -> Iterator[Problem]:
    for entry in library.entries.values():
        days = (today - entry.reviewed).days
        if days > REVIEW_AFTER_DAYS:
            yield texts.problem_at(entry.file, ("reviewed",), f"is {days} days ago: read it again")
        for code, text in entry.texts.items():
            if OPEN in f"{text.question}{text.answer}{text.simple}{text.more}":
                yield texts.problem_at(entry.file, (code,), f"is still to be filled in where {OPEN} stands")
            if len(text.phrasings) < ENOUGH_PHRASINGS:
                reason = f"are {len(text.phrasings)}; from {ENOUGH_PHRASINGS} on people are understood well"
                yield texts.problem_at(entry.file, (code, "phrasings"), reason)
