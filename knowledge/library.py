"""A pack in memory: everything the bot knows, read-only."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from knowledge.discussion import Discussion
from knowledge.distinctions import Distinction
from knowledge.entries import Entry, EntryId
from knowledge.glossary import Glossary
from knowledge.languages import Language
from knowledge.lessons.routes import Route
from knowledge.lessons.stories import Story
from knowledge.lexicon import Concept
from knowledge.maps import Map
from knowledge.pack import Chatter, Ellipses, Face, Judged, NotOurs, Pack, Topic, Work
from knowledge.quizzes import QuizQuestion

# Two things are this one and the other; three are counted.
ENUMERATED = 3


@dataclass(frozen=True, slots=True)
class Library:
    """A loaded pack. `digest` is a hash of its files: two libraries with the same digest hold the same content."""

    folder: Path
    digest: str
    pack: Pack
    works: Mapping[str, Work]
    entries: Mapping[str, Entry]
    chatter: Mapping[Language, Mapping[str, Chatter]]
    not_ours: Mapping[Language, NotOurs]
    judged: Mapping[Language, tuple[Judged, ...]]
    lexicon: Mapping[Language, Mapping[str, Concept]]
    subjects: Mapping[str, EntryId]
    ellipses: Mapping[Language, Ellipses]
    distinctions: Mapping[str, Distinction]
    quiz: Mapping[str, QuizQuestion]
    discussion: Mapping[str, tuple[Discussion, ...]]
    map: Map | None = None
    glossary: Glossary = field(default_factory=dict)
    routes: Mapping[str, Route] = field(default_factory=dict)
    story: Story | None = None

    @property
    def essay(self) -> Work:
        """The work that the pack explains."""
        return self.works[self.pack.work]

    @property
    def starters(self) -> tuple[Entry, ...]:
        """Where a newcomer is sent first."""
        return tuple(self.entries[entry_id] for entry_id in self.pack.starters)

    def distinctions_of(self, entry_id: str) -> tuple[Distinction, ...]:
        """List the distinctions that concern an entry."""
        return tuple(card for card in self.distinctions.values() if entry_id in card.entries)

    def enumerated(self, entry_id: str | None) -> tuple[str, ...]:
        """List the entries that an entry tells apart one by one: the sides of its card, if those are three or more."""
        if entry_id is None:
            return ()
        for card in self.distinctions.values():
            sides = len(next(iter(card.texts.values())).sides)
            if sides >= ENUMERATED and entry_id in card.entries[sides:]:
                return card.entries[:sides]
        return ()

    def spoken(self, language: Language) -> Language:
        """Give `language` if the pack has it, else the pack's first."""
        return language if language in self.pack.languages else self.pack.languages[0]

    def face(self, language: Language) -> Face:
        """How the bot presents itself in `language`."""
        return self.pack.faces[language]

    def topic(self, topic_id: str) -> Topic | None:
        """Find a topic, or None if the pack has no such topic (any more)."""
        return next((topic for topic in self.pack.topics if topic.id == topic_id), None)

    def in_topic(self, topic_id: str) -> tuple[Entry, ...]:
        """List the entries of a topic, in the order of their ids."""
        return tuple(entry for entry in self.entries.values() if entry.topic == topic_id)

    def discussion_at(self, name: str) -> Discussion | None:
        """Find a discussion question by its topic and its number there from 1 (`overview-2`); None if there is none."""
        topic, _, number = name.rpartition("-")
        questions = self.discussion.get(topic, ())
        return questions[int(number) - 1] if number.isdecimal() and 1 <= int(number) <= len(questions) else None
