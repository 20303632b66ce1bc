"""Changes on their way into the base: begun in a chat, tried out, proposed, and made or not."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from knowledge.changes import Change
from knowledge.languages import Language

Role: TypeAlias = Literal["administrator", "maintainer", "contributor"]
"""Who names the others; who makes changes; who proposes them."""

State: TypeAlias = Literal["begun", "tried", "open", "live", "refused", "dropped"]
"""What it is to be is being chosen; it was tried out; it waits for a maintainer; it was made; a maintainer did not want
it; its author did not."""


@dataclass(frozen=True, slots=True)
class Effect:
    """What a proposal did to the pack's own exam when it was tried out; `lines` tell of the questions that changed."""

    better: int
    worse: int
    other: int
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Proposal:
    """A proposal: the chat of its author, what is to be taught (`texts`, each with its language), and how far it is.

    `gap` is the key of the gap that it began with; `options` are the entries that may be chosen for it.
    """

    id: int
    chat_id: int
    state: State
    texts: tuple[tuple[Language, str], ...]
    options: tuple[str, ...] = ()
    gap: str | None = None
    changes: tuple[Change, ...] = ()
    effect: Effect | None = None
    reason: str = ""
