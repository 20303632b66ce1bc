"""What the model learns from: texts that have a label, in every language."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from knowledge.languages import Language
from knowledge.lexicon import Lexicon
from knowledge.library import Library
from knowledge.text import words

NOT_OURS = "-"
# Small talk has labels of its own, marked so that they can't be taken for entries.
CHATTER_MARK = "@"

_SENTENCE_ENDS = re.compile(r"(?<=[.!?])\s+")


@dataclass(frozen=True, slots=True)
class Labelled:
    """Texts, and the number of the label and the language of each."""

    texts: tuple[str, ...]
    targets: tuple[int, ...]
    languages: tuple[Language, ...]


@dataclass(frozen=True, slots=True)
class Material:
    """Everything that a model is fitted to.

    `labels` are entries first, then small talk, then what is not ours. `examples` are ways to ask; the last `names` of
    them are bare names of things, which tell nothing of the language around them. `told` are the
    sentences of the answers, which show an entry's words and not how people ask; `judged` are questions with the labels
    that are right for each, of which nothing is learned but when a reading can be trusted.
    """

    labels: tuple[str, ...]
    entries: int
    examples: Labelled
    told: Labelled
    judged: tuple[tuple[str, frozenset[int]], ...]
    lexicon: Lexicon
    names: int = 0


def material(library: Library) -> Material:
    """Gather what a pack has to learn from."""
    chatter = sorted({intent for intents in library.chatter.values() for intent in intents})
    labels = (*library.entries, *(CHATTER_MARK + intent for intent in chatter), NOT_OURS)
    names = tuple(_subjects(library))
    position = {label: number for number, label in enumerate(labels)}
    return Material(
        labels=labels,
        entries=len(library.entries),
        examples=_gathered(
            (text, position[label], language) for text, label, language in (*_examples(library), *names)
        ),
        names=len(names),
        told=_gathered(_told(library)),
        judged=tuple(
            (question.text, frozenset(position[entry] for entry in question.accept))
            for questions in library.judged.values()
            for question in questions
        ),
        lexicon=Lexicon(library.lexicon.values()),
    )


def _gathered(rows: Iterator[tuple[str, int, Language]]) -> Labelled:
    texts, targets, languages = zip(*rows, strict=True)
    return Labelled(texts, targets, languages)


def _examples(library: Library) -> Iterator[tuple[str, str, Language]]:
    for entry in library.entries.values():
        for language, text in entry.texts.items():
            yield text.question, entry.id, language
            yield from ((phrasing, entry.id, language) for phrasing in text.phrasings)
    for language, intents in library.chatter.items():
        for intent, chatter in intents.items():
            yield from ((phrasing, CHATTER_MARK + intent, language) for phrasing in chatter.phrasings)
    for language, not_ours in library.not_ours.items():
        yield from ((text, NOT_OURS, language) for text in not_ours.all)


def _subjects(library: Library) -> Iterator[tuple[str, str, Language]]:
    """Give the bare names of things as examples of the entries that tell of them; one of several things is none."""
    for language, concepts in library.lexicon.items():
        names = Counter(tuple(words(form)) for concept in concepts.values() for form in concept.forms)
        for name, entry in library.subjects.items():
            for form in concepts[name].forms:
                if names[tuple(words(form))] == 1:
                    yield form, entry, language


def _told(library: Library) -> Iterator[tuple[str, int, Language]]:
    for number, entry in enumerate(library.entries.values()):
        for language, text in entry.texts.items():
            for sentence in _SENTENCE_ENDS.split(f"{text.question} {text.answer} {text.simple} {text.more or ''}"):
                if sentence:
                    yield sentence, number, language
