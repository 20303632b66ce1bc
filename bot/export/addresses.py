"""Where the pages are, and how one leads to another: relative, so that the site works in any folder."""

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass, field

from knowledge.languages import Language

HOME = "index.html"
NOT_FOUND = "404.html"
STYLE, SCRIPT, ICON = "style.css", "search.js", "icon.svg"


def home(language: Language) -> str:
    """Give the path of the start page in a language."""
    return f"{language}/index.html"


def special(language: Language, name: str) -> str:
    """Give the path of a page that there is one of: search, distinctions, map or sources."""
    return f"{language}/{name}.html"


def topic(language: Language, name: str) -> str:
    """Give the path of a topic's page."""
    return f"{language}/topics/{name}.html"


def answer(language: Language, name: str) -> str:
    """Give the path of an entry's page."""
    return f"{language}/answers/{name}.html"


def card(language: Language, name: str) -> str:
    """Give the path of a distinction's page."""
    return f"{language}/distinctions/{name}.html"


def picture(language: Language, name: str) -> str:
    """Give the path of a picture."""
    return f"pictures/{name}.{language}.png"


@dataclass(frozen=True, slots=True)
class Place:
    """A page's place: its path, the same page in each language, and the site's address if it is known.

    `anywhere` tells that the page can be shown at any address, as that for what is not found is.
    """

    path: str
    base: str | None = None
    versions: Mapping[Language, str] = field(default_factory=dict)
    anywhere: bool = False

    def to(self, path: str) -> str:
        """Give the address of another page as it is written on this one."""
        if self.anywhere and self.base:
            return f"{self.base}{path}"
        return posixpath.relpath(path, posixpath.dirname(self.path) or ".")

    @property
    def canonical(self) -> str | None:
        """The page's own full address, if the site's is known."""
        return self.full(self.path)

    def full(self, path: str) -> str | None:
        """Give the full address of a page, if the site's is known."""
        return f"{self.base}{path}" if self.base else None
