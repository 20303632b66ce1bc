"""Text as people type it, made comparable: normal forms and words. Keeps every script."""

import re
import unicodedata

# What a question is read of: longer messages are cut here, so that a pasted page costs no more than a long question.
READ_AT_MOST = 1000

_APOSTROPHES = re.compile(r"(?<=\w)['`\u2019\u02bc\u00b4](?=\w)")
_CONTROLS = dict.fromkeys([*range(32), 127], " ")
_WORD = re.compile(r"\w+")


def normalise(text: str) -> str:
    """Give the comparable form: compatibility forms, case and Latin accents folded, controls dropped, spaces single."""
    if text.isascii():
        # Most messages; nothing in ASCII has a mark or another form.
        return " ".join(_APOSTROPHES.sub("", text[:READ_AT_MOST].lower().translate(_CONTROLS)).split())
    cut = unicodedata.normalize("NFKD", text[:READ_AT_MOST]).casefold()
    kept = "".join(" " if unicodedata.category(char) in {"Cc", "Zs"} else char for char in cut if not _is_mark(char))
    return " ".join(_APOSTROPHES.sub("", unicodedata.normalize("NFC", kept)).split())


def words(text: str) -> list[str]:
    """Give the words of a text in their comparable form, in order; numbers count as words."""
    return _WORD.findall(normalise(text).replace("_", " "))


def _is_mark(char: str) -> bool:
    """Tell marks that people leave out or that hide in text: Latin accents, zero-width and direction characters."""
    return "\u0300" <= char <= "\u036f" or unicodedata.category(char) in {"Cf", "Co", "Cs"}
