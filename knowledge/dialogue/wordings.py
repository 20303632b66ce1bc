"""The short messages of every language, as `followups.toml` lists them."""

import itertools
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib import resources
from typing import Any, Literal, TypeAlias, get_args

import tomli

from knowledge.languages import LANGUAGES, Language
from knowledge.text import words

FollowUpAct: TypeAlias = Literal[
    "source", "simplify", "more", "example", "why", "why_not", "since", "back", "repeat", "other", "next", "withheld"
]
Wording: TypeAlias = tuple[str, ...]

ACTS: tuple[FollowUpAct, ...] = get_args(FollowUpAct)
# Of a wording with choices so many are learned from; all are known.
LEARNED_OF_ONE = 6
_CHOICE = re.compile(r"[()]")
# The position of "the last one", however many were offered.
LAST = -1


@dataclass(frozen=True, slots=True)
class Wordings:
    """The short messages of one language, as words in their comparable form.

    `acts` has every wording, `learned` fewer of those that differ little: enough to tell what is like them.
    `questions` look like acts and are none. `fillers` change nothing of what a short message asks. `openers` and
    `asides` may stand before a question and are no part of it, `asides` only if a stop sets them off; `corrections`
    say besides that the last answer was not meant. `leads` and `pointers` are what makes a message lean on the one
    before: at its beginning, and anywhere.
    """

    ordinals: Mapping[Wording, int]
    acts: Mapping[FollowUpAct, tuple[Wording, ...]]
    learned: Mapping[FollowUpAct, tuple[Wording, ...]]
    questions: tuple[Wording, ...]
    fillers: frozenset[str]
    openers: frozenset[Wording]
    asides: frozenset[Wording]
    corrections: frozenset[Wording]
    leads: frozenset[Wording]
    pointers: frozenset[str]

    def core(self, wording: Iterable[str]) -> Wording:
        """Give a wording without its fillers; one of fillers alone stays as it is."""
        whole = tuple(wording)
        return tuple(word for word in whole if word not in self.fillers) or whole


def read_wordings() -> Mapping[Language, Wordings]:
    """Read the short messages that come with the package."""
    raw = tomli.loads((resources.files("knowledge") / "followups.toml").read_text(encoding="utf-8"))
    return {code: _wordings(raw[code]) for code in LANGUAGES}


def _wordings(raw: Mapping[str, Any]) -> Wordings:
    ordinals = {wording: place for place, listed in enumerate(raw["ordinals"]) for wording in _split(listed)}
    return Wordings(
        ordinals=ordinals | dict.fromkeys(_split(raw["last"]), LAST),
        acts={act: tuple(_split(raw[act])) for act in ACTS},
        learned={act: tuple(_split(raw[act], LEARNED_OF_ONE)) for act in ACTS},
        questions=tuple(_split(raw["questions"])),
        fillers=frozenset(raw["fillers"]),
        openers=frozenset(_split(raw["openers"])),
        asides=frozenset(_split(raw["asides"])),
        corrections=frozenset(_split(raw["corrections"])),
        leads=frozenset(_split(raw["leads"])),
        pointers=frozenset(raw["pointers"]),
    )


def _split(listed: Collection[str], most: int | None = None) -> list[Wording]:
    """Give wordings as words, at most so many of each that has choices, evenly spread."""
    found: list[Wording] = []
    for pattern in listed:
        whole = list(_expanded(pattern))
        step = -(-len(whole) // most) if most else 1
        found += [tuple(words(wording)) for wording in whole[::step]]
    return found


def _expanded(pattern: str) -> Iterator[str]:
    """Write out a wording: one for each choice of what stands between brackets, "(that|this|)"."""
    pieces = [piece.split("|") for piece in _CHOICE.split(pattern)]
    yield from map("".join, itertools.product(*pieces))
