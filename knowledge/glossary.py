"""What the pack's things are called in languages that it has no texts in; and the gist of a message, in English."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Literal, TypeAlias, get_args

from pydantic import Field

from knowledge.entries import Line
from knowledge.languages import LANGUAGES
from knowledge.text import words

# The languages besides ours that most people write in, by ISO 639-1.
Tongue = Literal["de", "fr", "es", "pt", "it", "pl", "tr", "ar", "zh", "ru"]

# Those, and any other that is recognised as none of them.
Elsewhere: TypeAlias = Tongue | Literal["other"]

# One that becomes ours is none of them any more.
TONGUES: tuple[Tongue, ...] = tuple(tongue for tongue in get_args(Tongue) if tongue not in LANGUAGES)

# By the English for it: how it is called elsewhere. A form stands for every word that begins with it.
Glossary: TypeAlias = Mapping[Line, Mapping[Tongue, Annotated[tuple[Line, ...], Field(min_length=1)]]]

# Written without blanks, or with small words grown on: a form is found wherever it stands.
_ANYWHERE = frozenset({"ar", "zh"})
# What French and Italian write as one with the word that follows; an English or Dutch 's stands at the end.
_ELISION = re.compile(r"\b(l|d|c|j|n|s|m|t|qu|un|all|dall|dell|nell|sull|cos)['\u2019](?=\w{2})", re.IGNORECASE)
_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Gist:
    """What was understood of a message, in English words, and which share of what it says that is, from 0 to 1."""

    english: str
    share: float


def parts(text: str) -> list[str]:
    """Give the words of a text in their comparable form, with those parted that an elision joins."""
    return words(_ELISION.sub(r"\1 ", text))


class Interpreter:
    """Puts what it knows of a message into English words, in their order; what it does not know is left out."""

    def __init__(self, glossary: Glossary, names: frozenset[str], small_words: Mapping[str, frozenset[str]]) -> None:
        """Take the glossary, the words that are the same in every language, and the small words of each."""
        self._names = frozenset(name for name in names if len(name) > 1).difference(*small_words.values())
        self._small = {tongue: _small(small_words.get(tongue, frozenset()), tongue) for tongue in TONGUES}
        self._forms = {
            tongue: sorted(
                (
                    (_patterned(form, tongue), english)
                    for english, forms in glossary.items()
                    for form in forms.get(tongue, ())
                ),
                key=lambda form: -len(form[0].pattern),
            )
            for tongue in TONGUES
        }

    def gist(self, text: str, tongue: Tongue | None) -> Gist:
        """Give the gist of a message in `tongue`; of one in an unknown language (None) only the names in it."""
        rest = whole = " ".join(parts(text))
        found: list[tuple[int, str]] = []
        for form, english in self._forms[tongue] if tongue else ():
            while seen := form.search(rest):
                found.append((seen.start(), english))
                # What was understood is not understood once more by a shorter form.
                rest = rest[: seen.start()] + " " * len(seen.group()) + rest[seen.end() :]
        found += [(word.start(), word.group()) for word in _WORD.finditer(rest) if word.group() in self._names]
        rest = _WORD.sub(lambda word: "" if word.group() in self._names else word.group(), rest)
        understood = _size(whole) - _size(rest)
        missed = _size(self._small[tongue].sub("", rest) if tongue else rest)
        share = understood / (understood + missed) if understood else 0.0
        return Gist(" ".join(dict.fromkeys(english for _, english in sorted(found))), share)


def _size(text: str) -> int:
    """Count the letters: words are of unlike length, and some scripts have none."""
    return len("".join(text.split()))


def _small(found: frozenset[str], tongue: Tongue) -> re.Pattern[str]:
    longest_first = "|".join(map(re.escape, sorted(found, key=lambda word: -len(word)))) or "(?!)"
    return re.compile(longest_first if tongue in _ANYWHERE - {"ar"} else rf"(?<!\S)(?:{longest_first}|\w)(?!\S)")


def _patterned(form: str, tongue: Tongue) -> re.Pattern[str]:
    bare = re.escape(" ".join(parts(form)))
    return re.compile(bare if tongue in _ANYWHERE else rf"(?<!\S){bare}\S*")
