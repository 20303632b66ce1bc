"""Where a conversation stands after an outcome, and what is left of it after a pause."""

import datetime as dt
from dataclasses import replace

from knowledge.library import Library
from knowledge.outcomes import Dialogue, Outcome

# Of the answers before the last one, so many can be gone back to.
KEPT_EARLIER = 8
# After a pause like a night's sleep people begin anew.
FORGOTTEN_AFTER = dt.timedelta(hours=12)


def after(library: Library, before: Dialogue, outcome: Outcome, text: str | None = None) -> Dialogue:
    """Tell where a conversation stands after an outcome, also one that came of a tap.

    Args:
        library: what follow-ups are read from.
        before: where the conversation stood.
        outcome: what came of the message or the tap.
        text: the message, to be remembered as long as it is not clear what it meant.
    """
    stands = replace(before, language=outcome.language, said=outcome.act)
    if outcome.act == "clarify":
        unclear = None if outcome.note else text
        return replace(stands, offered=outcome.options, unclear=unclear, rejected=_rejected(before, outcome), misses=0)
    if outcome.act == "fallback":
        listed = outcome.options if outcome.note is None else ()
        return replace(stands, offered=listed, misses=before.misses + 1, unclear=text if listed else None)
    if outcome.entry is None:
        return replace(stands, said=before.said)
    moved = _moved(library, stands, outcome) if outcome.entry != before.entry else stands
    if outcome.act == "answer" or outcome.note == "onward":
        following = tuple(step.entry for step in library.entries[outcome.entry].next)
        lists = (library.enumerated(before.entry), before.offered, before.listed)
        listed = next((past for past in lists if outcome.entry in past), ())
        chosen = outcome.read_as is not None and outcome.read_as.way == "option"
        runners = () if chosen else outcome.options
        moved = replace(
            moved,
            offered=tuple(dict.fromkeys((*following, *outcome.alternatives))),
            listed=listed,
            runners=runners,
            said="answer",
        )
    return replace(moved, unclear=None, rejected=_rejected(before, outcome), misses=0)


def pause(dialogue: Dialogue) -> Dialogue:
    """Give what is left after a pause: the language, and the choice of it."""
    return Dialogue(dialogue.language, dialogue.choice)


def picked(before: Dialogue, outcome: Outcome) -> bool:
    """Tell whether an outcome is one of the options that were to clear up a question: a lesson in what it meant."""
    return before.unclear is not None and outcome.act == "answer" and outcome.entry in before.offered


def _moved(library: Library, before: Dialogue, outcome: Outcome) -> Dialogue:
    """Go to another entry, or back to the one before."""
    if before.earlier and outcome.entry == before.earlier[-1] and outcome.read_as and outcome.read_as.detail == "back":
        return replace(before, entry=outcome.entry, earlier=before.earlier[:-1])
    passed = (*before.earlier, before.entry) if before.entry in library.entries else before.earlier
    return replace(before, entry=outcome.entry, earlier=tuple(filter(None, passed))[-KEPT_EARLIER:])


def _rejected(before: Dialogue, outcome: Outcome) -> tuple[str, ...]:
    """Add the entry that a correction says was not meant; anything else settles the matter."""
    if outcome.read_as is None or outcome.read_as.way != "correction" or before.entry is None:
        return ()
    return (*before.rejected, before.entry)
