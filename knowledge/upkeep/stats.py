"""What a pack holds, in numbers."""

from collections.abc import Iterable
from dataclasses import dataclass

from knowledge.entries import EntryText
from knowledge.languages import Language
from knowledge.library import Library


@dataclass(frozen=True, slots=True)
class LanguageCounts:
    """What there is in one language; `fewest` is the number of phrasings of the entry that has the fewest."""

    language: Language
    words: int
    longest_answer: int
    phrasings: int
    fewest: int
    small_talk: int
    not_ours: int
    concepts: int


@dataclass(frozen=True, slots=True)
class Counts:
    """What there is in all; `parity` is the words of the shortest language as a share of those of the longest."""

    topics: dict[str, int]
    works: int
    later_facts: int
    distinctions: int
    quiz: int
    discussion: int
    languages: tuple[LanguageCounts, ...]
    parity: float


def count(library: Library) -> Counts:
    """Count what a library holds."""
    languages = tuple(_count_language(library, code) for code in library.pack.languages)
    sizes = [counted.words for counted in languages]
    return Counts(
        topics={topic.id: len(library.in_topic(topic.id)) for topic in library.pack.topics},
        works=len(library.works),
        later_facts=sum(len(entry.since) for entry in library.entries.values()),
        distinctions=len(library.distinctions),
        quiz=len(library.quiz),
        discussion=sum(map(len, library.discussion.values())),
        languages=languages,
        parity=min(sizes) / max(sizes),
    )


def _count_language(library: Library, code: Language) -> LanguageCounts:
    texts = [entry.texts[code] for entry in library.entries.values()]
    phrasings = [len(text.phrasings) for text in texts]
    return LanguageCounts(
        language=code,
        words=_words(part for text in texts for part in _parts(text)),
        longest_answer=max(len(text.answer.split()) for text in texts),
        phrasings=sum(phrasings),
        fewest=min(phrasings),
        small_talk=sum(len(chatter.phrasings) for chatter in library.chatter[code].values()),
        not_ours=len(library.not_ours[code].all),
        concepts=len(library.lexicon.get(code, {})),
    )


def _parts(text: EntryText) -> tuple[str, ...]:
    return text.question, text.answer, text.simple, text.more or ""


def _words(texts: Iterable[str]) -> int:
    return sum(len(text.split()) for text in texts)
