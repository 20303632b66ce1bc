"""The languages that people are answered in."""

from typing import Literal, get_args

Language = Literal["nl", "en"]

LANGUAGES: tuple[Language, ...] = get_args(Language)

# What most people read whose own language is none of ours.
ELSEWHERE: Language = "en"


def as_language(code: str | None) -> Language | None:
    """Read a language tag (`nl`, `nl-BE`, `EN`) as one of ours, or None if it is not ours."""
    primary = (code or "").lower().replace("_", "-").split("-")[0]
    return next((language for language in LANGUAGES if language == primary), None)
