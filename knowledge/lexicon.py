"""The lexicon: everyday words, spellings and names that stand for one thing, as concepts."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Annotated

from pydantic import Field

from knowledge.entries import Line, Part
from knowledge.text import words

# What a concept is written with, so that it can't be taken for a word that somebody typed.
CONCEPT_MARK = "§"


class Concept(Part):
    """One thing, and the forms in which people write it in one language."""

    forms: Annotated[tuple[Line, ...], Field(min_length=1)]


class Lexicon:
    """Finds the concepts in a text, whatever the language of the form."""

    def __init__(self, languages: Iterable[Mapping[str, Concept]]) -> None:
        """Take the concepts of each language by name; one name is one thing in every language."""
        names: dict[tuple[str, ...], dict[str, None]] = {}
        for concepts in languages:
            for name, concept in concepts.items():
                for wording in filter(None, map(tuple, map(words, concept.forms))):
                    names.setdefault(wording, {})[name] = None
        self._names = {form: tuple(found) for form, found in names.items()}
        # The longest form that each word begins: most words begin none.
        self._longest: dict[str, int] = {}
        for wording in self._names:
            self._longest[wording[0]] = max(len(wording), self._longest.get(wording[0], 0))
        self.words = frozenset(word for wording in self._names for word in wording)

    def find(self, typed: Sequence[str]) -> Iterator[str]:
        """Yield the concepts among the words of a text, marked; a form counts where its words are neighbours."""
        for start, word in enumerate(typed):
            for end in range(start + 1, min(start + self._longest.get(word, 0), len(typed)) + 1):
                yield from (CONCEPT_MARK + name for name in self._names.get(tuple(typed[start:end]), ()))
