"""Links to the page of a class, signed and expiring: for one teacher of it alone, or to its board and nothing else."""

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


def read_link(seals: Seals, key: str | None) -> tuple[int, str] | None:
    """Read the key of a link as the id of a class and the pseudonym of a teacher; None if it does not hold."""
    content: dict[str, Any] | None = seals.open(PURPOSE, key, LINK_SECONDS)
    return (content["class"], content["who"]) if content else None


def read_board_link(seals: Seals, key: str | None) -> int | None:
    """Read the key of a link to a board as the id of its class; None if it does not hold."""
    content: dict[str, Any] | None = seals.open(BOARD_PURPOSE, key, BOARD_LINK_SECONDS)
    return content["class"] if content else None
