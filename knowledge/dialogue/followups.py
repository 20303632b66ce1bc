"""Hears what a message says beside its subject: courtesies, corrections, picks, acts, how much it leans on the last."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from knowledge.dialogue.acts import Act, ActReader
from knowledge.dialogue.leaning import Leaning, Leans
from knowledge.dialogue.openers import Openers, Trimmed
from knowledge.dialogue.options import Pick, Picker
from knowledge.dialogue.wordings import Wordings, read_wordings
from knowledge.languages import Language
from knowledge.outcomes import Dialogue
from knowledge.shelf import NO_SHELF, Shelf


@dataclass(frozen=True, slots=True)
class Heard:
    """What was heard in a message, before it is read as a question."""

    text: str
    trimmed: Trimmed
    leaning: Leaning
    pick: Pick | None
    act: Act | None

    @property
    def question(self) -> str:
        """What to read as a question: after a courtesy, only what names something of its own ("thank you so much")."""
        told = self.leaning.content or self.trimmed.corrects
        return self.trimmed.question if told else self.text


class FollowUps:
    """Knows the short messages of every language."""

    def __init__(self, wordings: Mapping[Language, Wordings], shelf: Shelf) -> None:
        """Learn from the wordings of each language, or take what was learned from the shelf."""
        self._openers = Openers(wordings.values())
        self._picker = Picker(wordings)
        self._acts = ActReader(wordings, shelf)
        self._leans = Leans(wordings.values())

    def hear(self, text: str, dialogue: Dialogue, counted: Sequence[str] = ()) -> Heard:
        """Hear a message as going on from a dialogue; `counted` are the entries that its last answer told apart."""
        trimmed = self._openers.trim(text)
        leaning = self._leans.of(trimmed.text)
        act = self._acts.read(text, dialogue.prior, plainly=True) or self._acts.read(trimmed.text, dialogue.prior)
        if act and trimmed.corrects and not act.plain:
            # What is corrected is said in words of its own; that they are like an act's is chance.
            act = None
        if act and act.name == "other" and leaning.leads:
            # "And the other one?" goes on; "no, the other one" corrects.
            act = replace(act, name="next")
        return Heard(text, trimmed, leaning, self._picker.pick(trimmed.text, dialogue, counted), act)


def read_followups(shelf: Shelf = NO_SHELF) -> FollowUps:
    """Read the short messages that come with the package."""
    return FollowUps(read_wordings(), shelf)
