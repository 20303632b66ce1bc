"""What a handout is about: a topic, a distinction or one entry, with what belongs on the sheet beside it."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from knowledge.discussion import Discussion
from knowledge.distinctions import Distinction
from knowledge.entries import Entry
from knowledge.languages import Language
from knowledge.library import Library

Kind = Literal["topic", "distinction", "entry"]

# As many as a sheet has room to write under.
MOST_DISCUSSED = 2


@dataclass(frozen=True, slots=True)
class Subject:
    """A subject: its titles, its entries as one reads them, its card if it is a distinction, and what to talk about."""

    kind: Kind
    id: str
    titles: Mapping[Language, str]
    entries: tuple[Entry, ...]
    discussion: tuple[Discussion, ...]
    card: Distinction | None = None


def subject_of(library: Library, kind: Kind, name: str) -> Subject | None:
    """Find a subject by its id; None if there is no such topic, distinction or entry."""
    match kind:
        case "topic":
            return _topic(library, name)
        case "distinction":
            return _distinction(library, name)
        case "entry":
            return _entry(library, name)


def _topic(library: Library, name: str) -> Subject | None:
    topic, entries = library.topic(name), library.in_topic(name)
    if topic is None or not entries:
        return None
    discussion = library.discussion.get(name, ())[:MOST_DISCUSSED]
    return Subject("topic", name, topic.titles, in_reading_order(library, entries), discussion)


def _distinction(library: Library, name: str) -> Subject | None:
    card = library.distinctions.get(name)
    if card is None:
        return None
    titles = {code: text.title for code, text in card.texts.items()}
    entries = tuple(library.entries[entry] for entry in card.entries)
    return Subject("distinction", name, titles, entries, _to_talk_about(library, entries), card)


def _entry(library: Library, name: str) -> Subject | None:
    entry = library.entries.get(name)
    if entry is None:
        return None
    titles = {code: text.question for code, text in entry.texts.items()}
    return Subject("entry", name, titles, (entry,), _to_talk_about(library, (entry,)))


def in_reading_order(library: Library, entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Put first what stands on the map, then where newcomers start, then what most of the others lead to."""
    entries = tuple(entries)
    whole = library.map.entries if library.map else ()
    led_to = Counter(step.entry for entry in entries for step in entry.next)

    def place(entry: Entry) -> tuple[bool, bool, int]:
        return entry.id not in whole, entry.id not in library.pack.starters, -led_to[entry.id]

    return tuple(sorted(entries, key=place))


def _to_talk_about(library: Library, entries: tuple[Entry, ...]) -> tuple[Discussion, ...]:
    """Give the questions that build on these entries, those that build on most of them first; then the topic's."""
    ids = {entry.id for entry in entries}
    every = [question for questions in library.discussion.values() for question in questions]
    fitting = [question for question in every if ids & {*question.entries}]
    fitting.sort(key=lambda question: -len(ids & {*question.entries}))
    others = [question for question in library.discussion.get(entries[0].topic, ()) if question not in fitting]
    return (*fitting, *others)[:MOST_DISCUSSED]
