"""Links to pages, signed and expiring: of a class for one of its teachers, its board alone, how the bot is used."""

from dataclasses import dataclass
from typing import Any

from bot.web.sealing import Seals
from handlers.page_links import PageLink
from knowledge.records.pseudonyms import Pseudonyms

# From the message of the bot to the browser.
LINK_SECONDS = 60 * 60
PURPOSE = "class link"
# From the evening before to the computer in the classroom.
BOARD_LINK_SECONDS = 24 * 60 * 60
BOARD_PURPOSE = "board link"
USAGE_PURPOSE = "usage link"


@dataclass(frozen=True)
class SignedLinks:
    """Makes them; `url` is the public address of the site."""

    url: str
    seals: Seals
    pseudonyms: Pseudonyms

    def to_class(self, class_id: int, teacher: int) -> PageLink:
        """Give the links for a teacher, named by their private chat; a Mini App only over https, as Telegram asks."""
        content = {"class": class_id, "who": self.pseudonyms.of(teacher)}
        return PageLink(
            browser=f"{self.url}/class/open?key={self.seals.seal(PURPOSE, content)}",
            app=f"{self.url}/app?class={class_id}" if self.url.startswith("https:") else None,
            board=f"{self.url}/board/open?key={self.seals.seal(BOARD_PURPOSE, {'class': class_id})}",
        )

    def to_usage(self, person: int) -> str:
        """Give the link to the numbers for somebody who keeps the base."""
        return f"{self.url}/usage/open?key={self.seals.seal(USAGE_PURPOSE, {'who': self.pseudonyms.of(person)})}"


def read_usage_link(seals: Seals, key: str | None) -> str | None:
    """Read the key of a link to the numbers as the pseudonym of who has it; None if it does not hold."""
    content: dict[str, Any] | None = seals.open(USAGE_PURPOSE, key, LINK_SECONDS)
    return content["who"] if content else None


def read_link(seals: Seals, key: str | None) -> tuple[int, str] | None:
    """Read the key of a link as the id of a class and the pseudonym of a teacher; None if it does not hold."""
    content: dict[str, Any] | None = seals.open(PURPOSE, key, LINK_SECONDS)
    return (content["class"], content["who"]) if content else None


def read_board_link(seals: Seals, key: str | None) -> int | None:
    """Read the key of a link to a board as the id of its class; None if it does not hold."""
    content: dict[str, Any] | None = seals.open(BOARD_PURPOSE, key, BOARD_LINK_SECONDS)
    return content["class"] if content else None
