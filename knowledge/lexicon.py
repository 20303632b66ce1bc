"""The lexicon: everyday words, spellings and names that stand for one thing, as concepts."""

from collections.abc import Iterable, Iterator, Mapping
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
                for form in concept.forms:
                    names.setdefault(tuple(words(form)), {})[name] = None
        self._names = {form: tuple(found) for form, found in names.items()}
        self._longest = max(map(len, self._names), default=0)

    def find(self, text: str) -> Iterator[str]:
        """Yield the concepts of a text, marked; a form counts wherever its words stand next to each other."""
        typed = words(text)
        for start in range(len(typed)):
            for end in range(start + 1, min(start + self._longest, len(typed)) + 1):
                yield from (CONCEPT_MARK + name for name in self._names.get(tuple(typed[start:end]), ()))
