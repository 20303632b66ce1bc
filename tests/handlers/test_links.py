"""Start parameters: what they lead to, and the addresses that carry them."""

from urllib.parse import parse_qs, urlsplit

import pytest

from handlers.buttons import Tap, Verb
from handlers.links import CARD, LESSON, TOPIC, destination, private_link, share_link
from knowledge.entries import MAX_ID_LENGTH
from knowledge.library import Library
from knowledge.records.own_routes import new_route_id

BOT = "nuance_offline_bot"


def test_every_entry_card_and_topic_can_be_linked_to(library: Library) -> None:
    for entry in library.entries:
        assert destination(library, entry, "nl") == Tap(Verb.ENTRY, "nl", entry)
    for card in library.distinctions:
        assert destination(library, f"c-{card}", "en") == Tap(Verb.CARD, "en", card)
    for topic in library.pack.topics:
        assert destination(library, f"t-{topic.id}", "en") == Tap(Verb.TOPICS, "en", topic.id)
    assert destination(library, "topics", "nl") == Tap(Verb.TOPICS, "nl")
    assert destination(library, "map", "nl") == Tap(Verb.MAP, "nl")
    for route in library.routes:
        assert destination(library, f"l-{route}", "nl") == Tap(Verb.ROUTE, "nl", route)
    assert destination(library, "story", "nl") == Tap(Verb.STORY, "nl")
    own = new_route_id()
    assert destination(library, f"l-{own}", "nl") == Tap(Verb.ROUTE, "nl", own)


@pytest.mark.parametrize(
    "parameter",
    [
        "",
        "gone",
        "c-",
        "t-",
        "c-gone",
        "t-gone",
        "c-bees-honey",
        "t-bees-honey",
        "bees",
        "c-t-bees",
        "🐝",
        "l-",
        "l-gone",
        "l-own-",
        "l-own-x",
        "story",
    ],
)
def test_what_is_not_there_leads_nowhere(small_library: Library, parameter: str) -> None:
    assert destination(small_library, parameter, "en") is None


def test_the_longest_id_fits_into_a_link() -> None:
    for prefix in ("", CARD, TOPIC, LESSON):
        assert private_link(BOT, prefix + "x" * MAX_ID_LENGTH).endswith("x" * MAX_ID_LENGTH)


def test_a_parameter_that_telegram_refuses_is_an_error() -> None:
    with pytest.raises(ValueError, match="characters"):
        private_link(BOT, "no spaces")


@pytest.mark.parametrize("text", ["Krijgt iedereen een score?", "A & B <c> #1 50% ü 🐝", "two\nlines"])
def test_sharing_carries_link_and_text_unharmed(text: str) -> None:
    parts = urlsplit(share_link(BOT, "bees-honey", text))
    assert (parts.scheme, parts.netloc, parts.path) == ("https", "t.me", "/share/url")
    assert parse_qs(parts.query) == {"url": [f"https://t.me/{BOT}?start=bees-honey"], "text": [text]}
