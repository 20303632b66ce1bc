"""Links to the page of a class: signed, expiring, and for one teacher of it alone."""

from dataclasses import dataclass
from typing import Any

from bot.web.sealing import Seals
from handlers.page_links import PageLink
from knowledge.records.pseudonyms import Pseudonyms

# From the message of the bot to the browser.
LINK_SECONDS = 60 * 60
PURPOSE = "class link"


@dataclass(frozen=True)
class SignedLinks:
    """Makes them; `url` is the public address of the site."""

    url: str
    seals: Seals
    pseudonyms: Pseudonyms

    def to_class(self, class_id: int, teacher: int) -> PageLink:
        """Give the links for a teacher, named by their private chat; a Mini App only over https, as Telegram asks."""
        content = {"class": class_id, "who": self.pseudonyms.of(teacher)}
        browser = f"{self.url}/class/open?key={self.seals.seal(PURPOSE, content)}"
        return PageLink(browser, f"{self.url}/app?class={class_id}" if self.url.startswith("https:") else None)


def read_link(seals: Seals, key: str | None) -> tuple[int, str] | None:
    """Read the key of a link as the id of a class and the pseudonym of a teacher; None if it does not hold."""
    content: dict[str, Any] | None = seals.open(PURPOSE, key, LINK_SECONDS)
    return (content["class"], content["who"]) if content else None
