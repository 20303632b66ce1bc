"""How a person likes to be answered, beside the language."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Preferences:
    """What a person chose.

    `plain` is for screen readers: no pictures and no symbols, choices and sources spelled out in the text. `simple`
    gives the simple answer first.
    """

    plain: bool = False
    simple: bool = False


# How people are answered who chose nothing.
LIKE_EVERYBODY = Preferences()
