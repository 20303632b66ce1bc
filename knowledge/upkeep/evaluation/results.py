"""A run of the evaluation as one value: what was asked, what came of it, the measures; kept as JSON."""

import datetime as dt
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import numpy as np
from pydantic import TypeAdapter, ValidationError
from pydantic_core import to_jsonable_python

from knowledge.upkeep.evaluation.asking import Asked, AskedTurn
from knowledge.upkeep.evaluation.calibration import Calibration, calibrations
from knowledge.upkeep.evaluation.confusions import Confusion, confusions
from knowledge.upkeep.evaluation.measures import Group, Scope, in_groups, out_of_scope
from knowledge.upkeep.evaluation.ranks import RankMeasures
from knowledge.upkeep.evaluation.selfcheck import SelfCheck
from knowledge.upkeep.evaluation.turns import Conversations, measure_turns


class BadResultError(Exception):
    """A file holds no result of an evaluation; the message is one line."""


@dataclass(frozen=True, slots=True)
class Speed:
    """How long one message took, in milliseconds: the median, and what 99 of 100 stay below; `n` were asked."""

    n: int
    p50: float
    p99: float


@dataclass(frozen=True, slots=True)
class Summary:
    """All measures of a run."""

    groups: tuple[Group, ...]
    scope: tuple[Scope, ...]
    calibration: tuple[Calibration, ...]
    confusions: tuple[Confusion, ...]
    dialogues: Conversations
    speed: Speed


@dataclass(frozen=True, slots=True)
class Result:
    """A run: when (UTC), of which pack with which content, its measures, and a row per question and per turn.

    `ranks` has the bot's own ranking first, then the peers'; `self_check` is there if it was asked for.
    """

    made: dt.datetime
    pack: str
    digest: str
    summary: Summary
    ranks: tuple[RankMeasures, ...]
    self_check: SelfCheck | None
    questions: tuple[Asked, ...]
    turns: tuple[AskedTurn, ...]
    # Raised when older results can't be compared any more.
    format: Literal[1] = 1


def summarise(asked: Sequence[Asked], turns: Sequence[AskedTurn]) -> Summary:
    """Measure what came of questions and of conversations."""
    return Summary(
        groups=in_groups(asked),
        scope=out_of_scope(asked),
        calibration=calibrations(asked),
        confusions=confusions(asked),
        dialogues=measure_turns(turns),
        speed=_speed([*(row.ms for row in asked), *(turn.ms for turn in turns)]),
    )


def as_json(result: Result, **more: object) -> str:
    """Write a result as JSON, with `more` beside what belongs to it."""
    # ASCII can also hold half a character, which a hostile message may be made of.
    return json.dumps(to_jsonable_python(result) | to_jsonable_python(more), indent=1)


def read_result(file: Path) -> Result:
    """Read a result that was kept.

    Raises:
        BadResultError: the file can't be read or holds none.
    """
    try:
        # Made here: it takes long, and most commands read no result.
        return TypeAdapter(Result).validate_python(json.loads(file.read_bytes()))
    except OSError as error:
        msg = f"{file}: can't be read ({error.strerror})"
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        place = ".".join(map(str, first["loc"])) or "file"
        msg = f"{file}: is no result of `kb evaluate`: {place}: {first['msg']}"
    except (RecursionError, ValueError) as error:
        msg = f"{file}: is not JSON: {error}"
    raise BadResultError(msg)


def _speed(ms: Iterable[float]) -> Speed:
    taken = list(ms)
    p50, p99 = np.percentile(taken, [50, 99]) if taken else (0.0, 0.0)
    return Speed(len(taken), round(float(p50), 3), round(float(p99), 3))
