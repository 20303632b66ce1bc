"""What the bot needs of the web server."""

import pytest

from handlers.page_links import PageLink


def test_a_link_does_not_change() -> None:
    link = PageLink("https://bot.example.org", None, "https://bot.example.org/board")
    with pytest.raises(AttributeError):
        link.app = "x"  # type: ignore[misc]
