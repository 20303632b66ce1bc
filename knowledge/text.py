"""Text as people type it, made comparable: normal forms and words. Keeps every script."""

import re
import unicodedata
from functools import lru_cache

_APOSTROPHES = re.compile(r"(?<=\w)['`\u2019\u02bc\u00b4](?=\w)")
# Accents on Latin letters are left out by many; the marks of other scripts make other letters.
_ACCENTS = re.compile(r"(?<=[A-Za-z])[\u0300-\u036f]+")
_SPACES = frozenset({"Cc", "Zs"})
_CONTROLS = dict.fromkeys([*range(32), 127], " ")
# A stop, a line end, a picture: what comes after it is something else. A dash only where it stands by itself.
_STOPS = re.compile(r"[.,;:!?\u2026\n()\u2600-\u27bf\U0001f000-\U0001faff]+|\s[-\u2013\u2014]+\s")
# A message is read by several readers, each of which asks for its words; only the last few messages are remembered.
REMEMBERED = 32
# The scripts of South and South-East Asia write vowels as marks, which `\w` leaves out.
_WORD = re.compile(r"[\w\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0900-\u109f]+")


@lru_cache(REMEMBERED)
def normalise(text: str) -> str:
    """Give the comparable form: compatibility forms, case and Latin accents folded, controls dropped, spaces single."""
    if text.isascii():
        # Most messages; nothing in ASCII has a mark or another form.
        return " ".join(_APOSTROPHES.sub("", text.lower().translate(_CONTROLS)).split())
    cut = _ACCENTS.sub("", unicodedata.normalize("NFKD", text)).casefold()
    kept = "".join(" " if unicodedata.category(char) in _SPACES else char for char in cut if not _is_hidden(char))
    return " ".join(_APOSTROPHES.sub("", unicodedata.normalize("NFC", kept)).split())


def words(text: str) -> list[str]:
    """Give the words of a text in their comparable form, in order; numbers count as words."""
    return _WORD.findall(normalise(text).replace("_", " "))


def clauses(text: str) -> list[str]:
    """Split a text at its stops; only clauses that have words."""
    return [clause for clause in _STOPS.split(text) if words(clause)]


def _is_hidden(char: str) -> bool:
    """Tell characters that are not seen: zero-width, direction marks, private use, halves of characters."""
    return unicodedata.category(char) in {"Cf", "Co", "Cs"}
