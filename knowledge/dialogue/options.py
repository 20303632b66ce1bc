"""Reads a number or an ordinal as a pick from what was offered."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from knowledge.dialogue.wordings import LAST, Wordings
from knowledge.languages import Language
from knowledge.outcomes import Dialogue
from knowledge.text import words

# The number of an option; longer ones are years and amounts.
_NUMBER = re.compile("[1-9][0-9]?")


@dataclass(frozen=True, slots=True)
class Pick:
    """The entry that was picked, and its place: the first is 1."""

    entry: str
    place: int
    among: int


class Picker:
    """Knows the ordinals of every language."""

    def __init__(self, wordings: Mapping[Language, Wordings]) -> None:
        """Take the wordings of each language."""
        self._wordings = wordings

    def pick(self, text: str, dialogue: Dialogue, counted: Sequence[str] = ()) -> Pick | None:
        """Read a message as a pick; None if it is none, or there are not so many options.

        What was offered last is meant, but "and the first?" after a pick goes back to the list picked from, and an
        ordinal in words to the things that the last answer told apart (`counted`): only numbers stand at buttons.
        """
        typed = words(text)
        if len(typed) == 1 and _NUMBER.fullmatch(typed[0]):
            return _at(int(typed[0]) - 1, dialogue.offered)
        for language in sorted(self._wordings, key=lambda code: code != dialogue.prior):
            known = self._wordings[language]
            core = known.core(typed)
            place = known.ordinals.get(tuple(typed), known.ordinals.get(core))
            if place is None:
                continue
            goes_back = dialogue.listed and len(typed) > 1 and (typed[0],) in known.leads
            told = counted if dialogue.said != "clarify" else ()
            return _at(place, told or (dialogue.listed if goes_back else dialogue.offered))
        return None


def _at(place: int, offered: Sequence[str]) -> Pick | None:
    if not offered or place >= len(offered):
        return None
    return Pick(offered[place], len(offered) if place == LAST else place + 1, len(offered))
