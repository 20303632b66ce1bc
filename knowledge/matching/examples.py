"""What the model learns from: every text of the pack that has a label, in every language."""

from collections.abc import Iterator
from dataclasses import dataclass

from knowledge.languages import Language
from knowledge.library import Library

NOT_OURS = "-"
# Small talk has labels of its own, marked so that they can't be taken for entries.
CHATTER_MARK = "@"


@dataclass(frozen=True, slots=True)
class Examples:
    """Texts, the label and the language of each; `labels` are entries first, then small talk, then what is not ours."""

    texts: tuple[str, ...]
    targets: tuple[int, ...]
    languages: tuple[Language, ...]
    labels: tuple[str, ...]


def examples(library: Library) -> Examples:
    """Gather the examples of a pack: questions and phrasings, small talk, and what is not ours."""
    chatter = sorted({intent for intents in library.chatter.values() for intent in intents})
    labels = (*library.entries, *(CHATTER_MARK + intent for intent in chatter), NOT_OURS)
    position = {label: number for number, label in enumerate(labels)}
    rows = [(text, position[label], language) for text, label, language in _labelled(library)]
    texts, targets, languages = zip(*rows, strict=True)
    return Examples(texts, targets, languages, labels)


def descriptions(library: Library) -> Examples:
    """Give what each entry says, in every language: an example of its words, not of how people ask."""
    rows = [
        (f"{text.question} {text.answer} {text.simple} {text.more or ''}", number, language)
        for number, entry in enumerate(library.entries.values())
        for language, text in entry.texts.items()
    ]
    texts, targets, languages = zip(*rows, strict=True)
    return Examples(texts, targets, languages, tuple(library.entries))


def _labelled(library: Library) -> Iterator[tuple[str, str, Language]]:
    for entry in library.entries.values():
        for language, text in entry.texts.items():
            yield text.question, entry.id, language
            yield from ((phrasing, entry.id, language) for phrasing in text.phrasings)
    for language, intents in library.chatter.items():
        for intent, chatter in intents.items():
            yield from ((phrasing, CHATTER_MARK + intent, language) for phrasing in chatter.phrasings)
    for language, not_ours in library.not_ours.items():
        yield from ((text, NOT_OURS, language) for text in not_ours.all)
