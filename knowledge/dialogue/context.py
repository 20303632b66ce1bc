"""Reads a message in the light of the conversation: again, weighed with how everything stands to what was said."""

from dataclasses import dataclass

import numpy as np

from knowledge.dialogue.apart import Apart
from knowledge.dialogue.evidence import Evidence, Reread
from knowledge.dialogue.followups import Heard
from knowledge.dialogue.weighing import ACT_FROM, AGAIN_FROM, ANSWER_FROM, OFFER_FROM, Probabilities, weigh
from knowledge.languages import Language
from knowledge.library import Library
from knowledge.matching.decision import OFFERED, Judgement, Reading
from knowledge.matching.model import Model
from knowledge.outcomes import Dialogue, Outcome, ReadAs
from knowledge.shelf import NO_SHELF, Shelf

# Messages with more words of their own are not read again with the last question before them: they say enough.
SAYS_ENOUGH = 6
# From this chance on that one of ours is meant, a correction is about one of ours.
CORRECTED_FROM = 0.1
# So many more than are offered are looked at, as some may say nearly the same.
SPARE = 2


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a message comes to in its context: a label of the matcher, the act, an offer, or a refusal.

    `ranking` has the entries, likeliest first. `label` is None for the act, for an offer and for a refusal.
    """

    probability: float
    ranking: tuple[str, ...]
    label: str | None = None
    is_act: bool = False
    is_offer: bool = False


class Contexts:
    """Weighs messages within conversations about one library."""

    def __init__(self, library: Library, model: Model, apart: Apart, shelf: Shelf = NO_SHELF) -> None:
        """Learn the links between entries, and what they say; `apart` tells which options differ."""
        self._apart = apart
        self._library = library
        self._model = model
        self._evidence = Evidence(library, model, shelf)
        self._labels = model.reader.labels
        self._place = {label: place for place, label in enumerate(self._labels)}

    def weigh(self, heard: Heard, alone: Reading, judgement: Judgement, dialogue: Dialogue) -> Verdict:
        """Tell what a message comes to after what was said."""
        reread = Reread(alone, self._together(heard, alone, dialogue), judgement)
        rows = self._evidence.of(heard, reread, dialogue)
        chances = weigh(rows, impossible=self._impossible(heard, judgement, dialogue))
        return self._verdict(chances, dialogue, vague=not heard.leaning.content)

    def outcome(self, verdict: Verdict, heard: Heard, language: Language, dialogue: Dialogue) -> Outcome:
        """Turn a verdict on an entry, an offer or a refusal into an outcome."""
        rest = tuple(entry for entry in verdict.ranking if entry != verdict.label)
        if verdict.label:
            read_as = self._read_as(verdict.label, heard, dialogue)
            return Outcome(
                "answer", language, verdict.probability, entry=verdict.label, options=rest[:OFFERED], read_as=read_as
            )
        read_as = ReadAs("correction" if heard.trimmed.corrects else "elliptical", f"with {dialogue.entry}")
        if verdict.is_offer:
            options = self._apart.choose(rest, OFFERED)
            return Outcome("clarify", language, verdict.probability, options=options, read_as=read_as)
        return Outcome("fallback", language, verdict.probability, options=rest[:OFFERED], read_as=read_as)

    def _together(self, heard: Heard, alone: Reading, dialogue: Dialogue) -> Reading:
        last = self._library.entries.get(dialogue.entry or "")
        if last is None or len(heard.leaning.content) > SAYS_ENOUGH:
            return alone
        return self._model.reader.read(f"{heard.question} {last.texts[dialogue.prior].question}")

    def _impossible(self, heard: Heard, judgement: Judgement, dialogue: Dialogue) -> list[int]:
        """List what can't be meant: what was said not to be, nothing of ours, and an act where none was heard."""
        wrong = [*dialogue.rejected, *([dialogue.entry] if dialogue.entry and heard.trimmed.corrects else [])]
        places = [self._place[entry] for entry in wrong if entry in self._library.entries]
        if heard.trimmed.corrects and judgement.offered >= CORRECTED_FROM:
            # Who corrects asks on: that it is about something else altogether is what the first answer got wrong.
            places.append(len(self._labels) - 1)
        act = heard.act is not None and dialogue.entry is not None
        return places if act else [*places, len(self._labels)]

    def _verdict(self, chances: Probabilities, dialogue: Dialogue, *, vague: bool) -> Verdict:
        """Draw the lines; what names nothing of its own is offered something rather than refused."""
        count = len(self._library.entries)
        order = np.argsort(-chances[:count])[: OFFERED + SPARE]
        ranking = tuple(self._labels[place] for place in order)
        act = len(self._labels)
        if chances[act] >= max(ACT_FROM, chances[:act].max()):
            return Verdict(float(chances[act]), ranking, is_act=True)
        best = int(np.argmax(chances[:act]))
        enough = AGAIN_FROM if self._labels[best] == dialogue.entry else ANSWER_FROM
        if best < len(self._labels) - 1 and chances[best] >= enough:
            return Verdict(float(chances[best]), ranking, self._labels[best])
        offered = float(chances[order[:OFFERED]].sum())
        if vague or (offered >= OFFER_FROM and best < len(self._labels) - 1):
            return Verdict(float(chances[order[0]]), ranking, is_offer=True)
        return Verdict(1 - offered, ranking)

    def _read_as(self, entry: str, heard: Heard, dialogue: Dialogue) -> ReadAs:
        if heard.trimmed.corrects:
            return ReadAs("correction", f"not {dialogue.entry}")
        if dialogue.said == "clarify" and entry in dialogue.offered:
            return ReadAs("option", f"{dialogue.offered.index(entry) + 1} of {len(dialogue.offered)}")
        return ReadAs("elliptical", f"with {dialogue.entry}")
