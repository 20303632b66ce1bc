"""Runs an evaluation: asks everything, lets the peers rank it, and gathers the result."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from knowledge.library import Library
from knowledge.outcomes import Dialogue
from knowledge.upkeep.evaluation.asking import Answer, Asked, ask, converse
from knowledge.upkeep.evaluation.held_out import predict_held_out
from knowledge.upkeep.evaluation.peers import PEERS, PeerMissingError, phrasings_of, rank
from knowledge.upkeep.evaluation.questions import Sets
from knowledge.upkeep.evaluation.ranks import ENGINE, RankMeasures, measure_ranks, of_engine
from knowledge.upkeep.evaluation.results import Result, summarise
from knowledge.upkeep.evaluation.selfcheck import SelfCheck, check_self

FOLDS = 5


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to evaluate: the sets, the peers to rank beside the bot, and in how many folds the base predicts itself.

    No folds: it does not.
    """

    sets: Sets
    peers: tuple[str, ...] = ()
    folds: int = 0


def evaluate(library: Library, answer: Answer, start: Dialogue, wanted: Wanted) -> tuple[Result, tuple[str, ...]]:
    """Evaluate what answers from a library; every question is asked in a conversation that begins at `start`.

    Returns:
        The result, and a line for each peer that had to be left out.
    """
    asked = tuple(ask(answer, wanted.sets.questions, start))
    turns = tuple(converse(answer, wanted.sets.conversations, start))
    summary = summarise(asked, turns)
    missing: list[str] = []
    ranks = (*measure_ranks(ENGINE, of_engine(asked), _mean_ms(asked)), *_peers(library, wanted, missing))
    result = Result(
        made=dt.datetime.now(dt.UTC).replace(microsecond=0),
        pack=library.folder.name,
        digest=library.digest,
        summary=summary,
        ranks=ranks,
        self_check=_self_check(library, wanted.folds),
        questions=asked,
        turns=turns,
    )
    return result, tuple(missing)


def _peers(library: Library, wanted: Wanted, missing: list[str]) -> Iterator[RankMeasures]:
    questions = wanted.sets.questions
    phrasings = phrasings_of(library)
    for name in wanted.peers if questions else ():
        try:
            ranked, ms = rank(PEERS[name], phrasings, questions)
        except PeerMissingError as error:
            missing.append(str(error))
        else:
            yield from measure_ranks(name, ranked, ms)


def _self_check(library: Library, folds: int) -> SelfCheck | None:
    return check_self(predict_held_out(library, folds), folds) if folds else None


def _mean_ms(asked: Sequence[Asked]) -> float:
    return sum(row.ms for row in asked) / max(1, len(asked))
