"""The bot's own sentences to its maintainers."""

from collections.abc import Mapping
from typing import Annotated, get_args

from pydantic import AfterValidator

from handlers.sentences import Sentences, complete
from knowledge.misses import MissKind


class GapSentences(Sentences):
    """Of /gaps."""

    title: str
    none: str
    line: str
    button: str
    unshown: str
    gap: str
    kinds: str
    meant: str
    sure: str
    nearest: str
    near: str
    behind: str
    unhelpful: str
    unhelpful_line: str
    away: str
    back: str
    kind: Annotated[Mapping[MissKind, str], AfterValidator(complete(get_args(MissKind)))]
