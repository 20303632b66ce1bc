"""What a short message means after the previous answer: an option picked, a source wanted, simpler, more."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources
from typing import Literal, TypeAlias

from knowledge.languages import LANGUAGES, Language
from knowledge.outcomes import Dialogue
from knowledge.text import words

FollowUpAct: TypeAlias = Literal["source", "simplify", "more"]
Wording: TypeAlias = tuple[str, ...]

# The position of "the last one", however many were offered.
LAST = -1

_ACTS: tuple[FollowUpAct, ...] = ("source", "simplify", "more")


@dataclass(frozen=True, slots=True)
class Picked:
    """The person picked an entry that was offered."""

    entry: str
    language: Language


@dataclass(frozen=True, slots=True)
class Asked:
    """The person wants something of the entry last spoken of."""

    act: FollowUpAct
    entry: str
    language: Language


class FollowUps:
    """Knows the short messages of every language."""

    def __init__(
        self, ordinals: Mapping[Language, Mapping[Wording, int]], acts: Mapping[Language, Mapping[Wording, FollowUpAct]]
    ) -> None:
        """Take, per language, the position that a wording picks and the act that a wording asks for."""
        self._ordinals = ordinals
        self._acts = acts

    def understand(self, text: str, dialogue: Dialogue) -> Picked | Asked | None:
        """Read a message as going on from `dialogue`; None if it stands on its own."""
        wording = tuple(words(text))
        for language in sorted(LANGUAGES, key=lambda code: code != dialogue.prior):
            position = self._ordinals[language].get(wording)
            if position is not None and dialogue.offered and position < len(dialogue.offered):
                return Picked(dialogue.offered[position], dialogue.prior)
            act = self._acts[language].get(wording)
            if act and dialogue.entry:
                return Asked(act, dialogue.entry, language if len(wording) > 1 else dialogue.prior)
        return None


def read_followups() -> FollowUps:
    """Read the short messages that come with the package."""
    raw = tomllib.loads((resources.files("knowledge") / "followups.toml").read_text(encoding="utf-8"))
    ordinals: dict[Language, dict[Wording, int]] = {}
    acts: dict[Language, dict[Wording, FollowUpAct]] = {}
    for code in LANGUAGES:
        ordinals[code] = {
            tuple(words(wording)): position
            for position, wordings in enumerate(raw[code]["ordinals"])
            for wording in wordings
        }
        ordinals[code] |= {tuple(words(wording)): LAST for wording in raw[code]["last"]}
        acts[code] = {tuple(words(wording)): act for act in _ACTS for wording in raw[code][act]}
    return FollowUps(ordinals, acts)
