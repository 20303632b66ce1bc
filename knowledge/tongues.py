"""In which language a message is that the base has no texts in: by its script, else by its small words."""

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from importlib import resources
from typing import Literal

import tomli

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
        self._small = {code: frozenset(found) for code, found in small_words.items()}
        self._letters = {code: frozenset(found) for code, found in letters.items()}
        self._tellers: dict[str, list[str]] = defaultdict(list)
        for code, found in self._small.items():
            for word in found:
                self._tellers[word].append(code)
        self._known = frozenset(familiar)
        self._names = frozenset(names)
        self._hints = {
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
        return self._small

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
        if len(words(text)) < FEWEST_WORDS:
            return None
        found = {*parts(text)}
        scores = self._scores(found, frozenset(text.lower()))
        ours = max(scores[code] for code in LANGUAGES)
        ours += FAMILIAR * sum(word in self._known and self._is_plain(word) for word in found)
        best = max((*TONGUES, UNLISTED), key=lambda code: scores[code])
        return best if scores[best] >= max(LEAST, SHARE * len(found), ours + LEAD) else None

    def _scores(self, found: Iterable[str], letters: frozenset[str]) -> Mapping[str, float]:
        """Give for each language how much of a message it explains, in words."""
        scores: dict[str, float] = defaultdict(float)
        for code, own in self._letters.items():
            scores[code] += LETTER * len(own & letters)
        for word in found:
            for code in self._tellers.get(word, ()) if len(word) > 1 else ():
                scores[code] += 1 / len(self._tellers[word])
            if word not in self._known:
                for code in (code for code, hints in self._hints.items() if word.startswith(hints)):
                    scores[code] += HINT * (word not in self._small.get(code, ()))
        return scores

    def _is_plain(self, word: str) -> bool:
        """Tell that a word is neither a small word of any language nor a name."""
        return word not in self._tellers and word not in self._names


def read_tongues(glossary: Glossary, familiar: Iterable[str], names: Iterable[str]) -> Tongues:
    """Read the languages that come with the package; glossary, familiar words and names are those of a pack."""
    raw = tomli.loads((resources.files("knowledge") / "tongues.toml").read_text(encoding="utf-8"))
    small_words = {code: parts(described["words"]) for code, described in raw.items()}
    letters = {code: described.get("letters", "") for code, described in raw.items()}
    return Tongues(small_words, letters, glossary, familiar, names)


def _script(char: str) -> str:
    return unicodedata.name(char, "").split(" ", 1)[0]


def _length(text: str) -> float:
    """Count the words of a text; in scripts without blanks, its signs."""
    unbroken = sum(1 / _UNBROKEN[script] for char in text if (script := _script(char)) in _UNBROKEN)
    return unbroken or len(words(text))
