"""In which language a message is that the base has no texts in: by its script, else by its small words."""

import tomllib
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from importlib import resources
from typing import Literal

from knowledge.glossary import TONGUES, Elsewhere, Glossary, parts
from knowledge.languages import LANGUAGES
from knowledge.text import words

# What a language is called that is recognised as none of those that the bot has a line in.
UNLISTED: Literal["other"] = "other"
# One or two words say too little: names travel, and people borrow.
FEWEST_WORDS = 3
# What a language must explain of a message, in words: at least, as a share of all, and more than ours do.
LEAST = 1.0
SHARE = 0.15
LEAD = 0.75
# What other signs of a language say, in words: a letter that it alone writes, a word of the glossary.
LETTER = 0.75
HINT = 0.5
# What a word of the base says for ours if it is no small word of any language.
FAMILIAR = 0.25
# Shorter forms of the glossary begin too many words.
SHORTEST_HINT = 4
# Of the letters of a message, how many must be of the other script.
MOST = 0.5

# By how the names of letters begin in Unicode.
_SCRIPTS: Mapping[str, Elsewhere] = {"CJK": "zh", "ARABIC": "ar", "CYRILLIC": "ru"}
# How many signs stand for a word in a script without blanks.
_UNBROKEN = {"CJK": 2, "HIRAGANA": 3, "KATAKANA": 3, "THAI": 3, "LAO": 3, "KHMER": 3, "MYANMAR": 3}
_JAPANESE = ("HIRAGANA", "KATAKANA")
# Letters that show another language in a script that it shares with a listed one.
_NEIGHBOURS: Mapping[Elsewhere, frozenset[str]] = {
    "ar": frozenset("پچژگکیٹڈےں"),
    "ru": frozenset("іїєґўјљњћђџѓќѕ"),
}


class Tongues:
    """Knows the small words, the letters and the glossary's words of languages, ours among them."""

    def __init__(
        self,
        small_words: Mapping[str, Iterable[str]],
        letters: Mapping[str, str],
        glossary: Glossary,
        familiar: Iterable[str],
        names: Iterable[str],
    ) -> None:
        """Take what tells a language, by its code; the words of the base, and those that are the same everywhere."""
        self._words = {code: frozenset(found) for code, found in small_words.items()}
        self._letters = {code: frozenset(letters.get(code, "")) for code in self._words}
        shared = Counter(word for found in self._words.values() for word in found)
        self._weight = {word: 1 / count for word, count in shared.items()}
        self._known = frozenset(familiar)
        self._familiar = self._known - shared.keys() - frozenset(names)
        self._hints: Mapping[str, tuple[str, ...]] = {
            tongue: tuple(
                bare
                for forms in glossary.values()
                for form in forms.get(tongue, ())
                if len(bare := " ".join(parts(form))) >= SHORTEST_HINT
            )
            for tongue in TONGUES
        }

    @property
    def small_words(self) -> Mapping[str, frozenset[str]]:
        """The small words of each language."""
        return self._words

    def recognise(self, text: str) -> Elsewhere | None:
        """Tell the language of a message that is in none of ours; None if it is, or if that is not clear."""
        if text.isascii():
            return self._by_words(text)
        scripts = Counter(_script(char) for char in text if char.isalpha())
        if not scripts:
            return None
        script, count = scripts.most_common(1)[0]
        if script == "LATIN":
            return self._by_words(text)
        if count < MOST * scripts.total() or _length(text) < FEWEST_WORDS:
            return None
        code = _SCRIPTS.get(script, UNLISTED)
        if any(scripts[kana] for kana in _JAPANESE) or _NEIGHBOURS.get(code, frozenset()) & set(text.casefold()):
            return UNLISTED
        return code

    def _by_words(self, text: str) -> Elsewhere | None:
        found, letters = {*parts(text)}, frozenset(text.lower())
        if len(words(text)) < FEWEST_WORDS:
            return None
        ours = max(self._score(code, found, letters) for code in LANGUAGES)
        ours += FAMILIAR * sum(word in self._familiar for word in found)
        scores = {code: self._score(code, found, letters) for code in (*TONGUES, UNLISTED)}
        best = max(scores, key=lambda code: scores[code])
        return best if scores[best] >= max(LEAST, SHARE * len(found), ours + LEAD) else None

    def _score(self, code: str, found: set[str], letters: frozenset[str]) -> float:
        small, hints = self._words.get(code, frozenset()), self._hints.get(code, ())
        counted = sum(self._weight[word] for word in found if len(word) > 1 and word in small)
        hinted = sum(word.startswith(hints) for word in found if word not in small and word not in self._known)
        return counted + HINT * hinted + LETTER * len(self._letters.get(code, frozenset()) & letters)


def read_tongues(glossary: Glossary, familiar: Iterable[str], names: Iterable[str]) -> Tongues:
    """Read the languages that come with the package; glossary, familiar words and names are those of a pack."""
    raw = tomllib.loads((resources.files("knowledge") / "tongues.toml").read_text(encoding="utf-8"))
    small_words = {code: parts(described["words"]) for code, described in raw.items()}
    letters = {code: described.get("letters", "") for code, described in raw.items()}
    return Tongues(small_words, letters, glossary, familiar, names)


def _script(char: str) -> str:
    return unicodedata.name(char, "").split(" ", 1)[0]


def _length(text: str) -> float:
    """Count the words of a text; in scripts without blanks, its signs."""
    unbroken = sum(1 / _UNBROKEN[script] for char in text if (script := _script(char)) in _UNBROKEN)
    return unbroken or len(words(text))
