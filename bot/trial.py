"""Tries changes out before they go live: the pack's own exam before and after, in a process of its own."""

from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from functools import partial
from multiprocessing import get_context
from pathlib import Path

from bot.app import answerer_of
from bot.refresh import TRIAL
from bot.settings import Settings
from handlers.context import Services
from knowledge.changes import Change
from knowledge.library import Library
from knowledge.matching.cache import fitted
from knowledge.matching.model import Model
from knowledge.matching.training import fit, fit_like
from knowledge.outcomes import Dialogue
from knowledge.overlay import overlay
from knowledge.shelf import NO_SHELF, Shelf
from knowledge.upkeep.evaluation.comparing import Comparison, compare
from knowledge.upkeep.evaluation.questions import OWN_SETS, Sets, read_sets, set_files
from knowledge.upkeep.evaluation.results import Result
from knowledge.upkeep.evaluation.running import Wanted, evaluate
from knowledge.upkeep.trying import Tried


def with_trials(services: Services, settings: Settings) -> Services:
    """Give services by which changes can be tried out in chat."""
    return replace(services, try_out=partial(try_out, folder=settings.model_folder))


def try_out(library: Library, changes: Iterable[Change], folder: Path) -> Tried:
    """Examine a library without and with changes; its models are in `folder`. Takes some twenty seconds.

    It is done in another process: people are answered meanwhile. What was learned is kept, so that going live is quick.
    """
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(try_here, library, tuple(changes), folder).result()


def try_here(library: Library, changes: Iterable[Change], folder: Path) -> Tried:
    """Do the same in this process."""
    found = overlay(library, changes)
    return Tried(_compared(library, found.library, folder), found.unfit)


def examined(library: Library, model: Model, sets: Sets, shelf: Shelf = NO_SHELF) -> Result:
    """Ask the questions of an exam of a library by its model; what else is learned for it is kept on the shelf."""
    answerer = answerer_of(library, model, shelf)
    result, _ = evaluate(library, answerer.answer, Dialogue(library.pack.languages[0]), Wanted(sets))
    return result


def _compared(before: Library, after: Library, folder: Path) -> Comparison:
    sets = read_sets(set_files([before.folder / OWN_SETS]))
    live = fitted(before, folder, fit)
    # As it will be when it is live: what signals weigh stays as it was.
    tried = fitted(after, folder / TRIAL, partial(fit_like, base=live))
    was = examined(before, live, sets, Shelf(folder))
    return compare(was, examined(after, tried, sets, Shelf(folder / TRIAL)))
