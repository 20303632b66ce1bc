"""What an act comes to, given what was last spoken of: the same entry in another way, or another entry."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from knowledge.dialogue.wordings import FollowUpAct
from knowledge.entries import Entry, NextKind
from knowledge.languages import Language
from knowledge.library import Library
from knowledge.outcomes import Dialogue, Note, Outcome, ReadAs

OFFERED = 3

# Along which kinds of `next` each act goes, the likeliest first.
_KINDS: dict[FollowUpAct, tuple[NextKind, ...]] = {
    "why": ("why", "consequence"),
    "why_not": ("why",),
}
_SINCE: tuple[NextKind, ...] = ("since",)
_EXAMPLE: tuple[NextKind, ...] = ("example",)
# The acts that ask for something else than the answer itself, and the kinds of `next` that have it.
_ASKED: dict[FollowUpAct, tuple[NextKind, ...]] = {**_KINDS, "example": _EXAMPLE, "since": _SINCE}
# Where to go on when all was said of an entry.
_ONWARD: tuple[NextKind, ...] = ("detail", "example", "evidence", "consequence", "why", "contrast", "since")
_NOTES: dict[FollowUpAct, Note] = {"withheld": "withheld", "back": "nothing-before"}


class Moves:
    """Makes the move that an act asks for."""

    def __init__(self, library: Library) -> None:
        """Take the entries and where they lead."""
        self._library = library
        self._entries = library.entries
        news = Counter(step.entry for entry in library.entries.values() for step in entry.next if step.kind == "since")
        # To where most entries lead for what is known since: where to go on from one that leads nowhere.
        self._news = next((found for found, _ in news.most_common(1)), None)

    def make(self, act: FollowUpAct, dialogue: Dialogue, language: Language) -> Outcome:
        """Give the outcome of an act; without an answer before it, a question what it is about."""
        read_as = ReadAs("act", act.replace("_", " "))
        if act == "other":
            return self._other(dialogue, language)
        if act == "withheld" and dialogue.said == "fallback":
            return Outcome("fallback", language, note="withheld", read_as=read_as)
        entry = self._spoken_of(dialogue)
        if entry is None:
            return self.of_what(dialogue, language, read_as)
        if act in ("source", "simplify"):
            return Outcome(act, language, entry=entry.id, read_as=read_as)
        found, note = self._found(act, entry, dialogue)
        if found is None:
            return self._more(entry, dialogue, language, read_as)
        return Outcome("answer", language, entry=found, note=note, read_as=read_as)

    def leads(self, act: FollowUpAct, dialogue: Dialogue) -> bool:
        """Tell whether it is clear where an act leads: not if it asks for what the last answer has no link to."""
        entry = self._spoken_of(dialogue)
        if entry is None or act not in _ASKED:
            return True
        return bool(entry.since and act == "since") or any(step.kind in _ASKED[act] for step in entry.next)

    def _spoken_of(self, dialogue: Dialogue) -> Entry | None:
        """Give the entry last answered with, else the likeliest of what was offered to clear up a question."""
        guess = dialogue.offered[0] if dialogue.unclear is not None and dialogue.offered else ""
        return self._entries.get(dialogue.entry or guess)

    def _found(self, act: FollowUpAct, entry: Entry, dialogue: Dialogue) -> tuple[str | None, Note | None]:
        """Find the entry that an act leads to; None leaves it to what else there is to say of this one."""
        earlier = [passed for passed in dialogue.earlier if passed in self._entries]
        match act:
            case "back" if earlier:
                return earlier[-1], None
            case "back" | "repeat" | "withheld":
                return entry.id, _NOTES.get(act)
            case "next":
                return self._next(entry, dialogue), None
            case "since":
                return self._since(entry, dialogue), None
            case "example":
                return self._example(entry, dialogue), None
        return self._along(entry, _KINDS.get(act, ()), dialogue), None

    def _along(self, entry: Entry, kinds: Iterable[NextKind], dialogue: Dialogue) -> str | None:
        """Go along the first of these kinds of `next`, rather to where the person has not been."""
        leading = [step.entry for kind in kinds for step in entry.next if step.kind == kind]
        fresh = [found for found in leading if found not in dialogue.earlier]
        return next(iter(fresh or leading), None)

    def _example(self, entry: Entry, dialogue: Dialogue) -> str | None:
        """Find an example: the entry's own, else the one that most of its neighbours have, else what proves it."""
        if found := self._along(entry, _EXAMPLE, dialogue):
            return found
        near = Counter(self._of_neighbours(entry, _EXAMPLE, dialogue))
        near.pop(entry.id, None)
        return next((found for found, _ in near.most_common(1)), None) or self._along(entry, ("evidence",), dialogue)

    def _since(self, entry: Entry, dialogue: Dialogue) -> str | None:
        """Find what is known since: an entry on it, else the answer itself if it says so, else a neighbour's or all."""
        if (found := self._along(entry, _SINCE, dialogue)) or entry.since:
            return found or entry.id
        return next(self._of_neighbours(entry, _SINCE, dialogue), self._news or entry.id)

    def _of_neighbours(self, entry: Entry, kinds: Iterable[NextKind], dialogue: Dialogue) -> Iterator[str]:
        """Yield where the entry's neighbours lead along these kinds."""
        near = (self._along(self._entries[step.entry], tuple(kinds), dialogue) for step in entry.next)
        yield from filter(None, near)

    def _next(self, entry: Entry, dialogue: Dialogue) -> str | None:
        """Give what stands after this entry in the list that it was picked from, else what was left out of it.

        After a list, and without one, that is the first follow-up.
        """
        if entry.id in dialogue.listed:
            place = dialogue.listed.index(entry.id)
            rest = (
                *dialogue.listed[place + 1 :],
                *(past for past in dialogue.listed[:place] if past not in dialogue.earlier),
            )
            if kept := [found for found in rest if found in self._entries]:
                return kept[0]
        fresh = [step.entry for step in entry.next if step.entry not in dialogue.earlier]
        return next(iter(fresh), None)

    def _more(self, entry: Entry, dialogue: Dialogue, language: Language, read_as: ReadAs) -> Outcome:
        """Say more of the entry; if that was said or there is no more, go on to what follows from it."""
        if entry.texts[language].more and dialogue.said != "more":
            return Outcome("more", language, entry=entry.id, read_as=read_as)
        onward = self._along(entry, _ONWARD, dialogue)
        if onward is None or onward in dialogue.earlier:
            return Outcome("more", language, entry=entry.id, read_as=read_as)
        return Outcome("more", language, entry=onward, note="onward", read_as=read_as)

    def _other(self, dialogue: Dialogue, language: Language) -> Outcome:
        """Offer what else may have been meant; if that is one thing, answer it."""
        read_as = ReadAs("correction", "what else it may have been")
        wrong = {dialogue.entry, *dialogue.rejected}
        choices: tuple[Callable[[], Iterable[str]], ...] = (
            lambda: dialogue.runners if dialogue.said != "clarify" else (),
            lambda: dialogue.listed,
            lambda: self._contrasts(dialogue),
        )
        for choice in choices:
            left = [found for found in choice() if found in self._entries and found not in wrong]
            if len(left) == 1:
                return Outcome("answer", language, 0.5, entry=left[0], read_as=read_as)
            if left:
                return Outcome("clarify", language, 0.5, options=tuple(left[:OFFERED]), read_as=read_as)
        if dialogue.entry is None and dialogue.said != "clarify":
            return self.of_what(dialogue, language, read_as)
        return Outcome("fallback", language, 0.5, note="lost", read_as=read_as)

    def _contrasts(self, dialogue: Dialogue) -> Iterable[str]:
        entry = self._entries.get(dialogue.entry or "")
        return [step.entry for step in entry.next] if entry and dialogue.said != "clarify" else ()

    def of_what(self, dialogue: Dialogue, language: Language, read_as: ReadAs) -> Outcome:
        """Ask what the person would like that of: of what was offered, or else of a question to begin with."""
        offered = dialogue.offered if dialogue.said == "clarify" else ()
        options = tuple(entry for entry in offered if entry in self._entries) or self._library.pack.starters
        return Outcome("clarify", language, 0.0, options=options[:OFFERED], note="nothing-yet", read_as=read_as)
