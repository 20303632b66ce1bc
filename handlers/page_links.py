"""What the bot needs of the web server: links to its pages."""

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class PageLink:
    """The addresses of a page: for any browser, as a Mini App (None where that can't be), of the board alone."""

    browser: str
    app: str | None
    board: str


class PageLinks(Protocol):
    """Makes links to pages."""

    @property
    def url(self) -> str:
        """The address of the first page, where pupils type the code of their class."""

    def to_class(self, class_id: int, teacher: int) -> PageLink:
        """Give the links to the page of a class for one of its teachers, named by their private chat."""

    def to_usage(self, person: int) -> str:
        """Give the link to the page on how the bot is used, for somebody who keeps the base."""
