"""Telegram's HTML as plain text."""

from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.offline.refusals import RefusedError
from bot.plain import plain_text

PAGE = "https://example.org/page"


@pytest.mark.parametrize(
    ("html", "plain"),
    [
        ("", ""),
        ("<b>Wat is dat?</b>\n\n<i>Bron: A &amp; B</i>", "Wat is dat?\n\nBron: A & B"),
        (f'see <a href="{PAGE}">this</a>.', f"see this <{PAGE}>."),
        (f'😀 <a href="{PAGE}">社会😀</a> 信用', f"😀 社会😀 <{PAGE}> 信用"),
        (f'<a href="{PAGE}?a=1&amp;b=2"><b>x</b></a>', f"x <{PAGE}?a=1&b=2>"),
        (f'<a href="{PAGE}/1">a</a><a href="{PAGE}/2">b</a>', f"a <{PAGE}/1>b <{PAGE}/2>"),
        (f'<a href="{PAGE}"></a>nothing to tap', "nothing to tap"),
        ("a\n\n<blockquote>b\n\nc</blockquote>\n\nd", "a\n\n> b\n>\n> c\n\nd"),
        ("😀\n<blockquote expandable><b>社会\n</b>信用</blockquote>", "😀\n> 社会\n> 信用"),
        (f'<a href="{PAGE}">a</a><blockquote>b</blockquote>', f"a <{PAGE}>> b"),
        (f'<blockquote><a href="{PAGE}">a</a>\n</blockquote>b', f"> a <{PAGE}>\nb"),
    ],
)
def test_markup_goes_and_leaves_the_addresses_of_links_and_the_marks_of_quotations(html: str, plain: str) -> None:
    assert plain_text(html) == plain


@given(st.text())
def test_escaped_text_comes_back_as_it_was(text: str) -> None:
    assert plain_text(escape(text)) == text


@given(st.lists(st.tuples(st.text(min_size=1), st.text(min_size=1))))
def test_every_link_keeps_its_own_address(links: list[tuple[str, str]]) -> None:
    html = "".join(f'<a href="{escape(address)}">{escape(text)}</a>' for text, address in links)
    assert plain_text(html) == "".join(f"{text} <{address}>" for text, address in links)


def test_broken_markup_is_refused() -> None:
    with pytest.raises(RefusedError, match="can't parse entities"):
        plain_text("<b>open")
