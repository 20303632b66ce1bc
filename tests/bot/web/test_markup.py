"""Telegram's markup on a page: what it means, and that nothing else comes through."""

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.offline.markup import parse_html
from bot.web.markup import as_html

SHOWN = [
    ("<b>bold</b> and <i>not</i>", "<strong>bold</strong> and <em>not</em>"),
    ("<b>both <i>at once</i></b>", "<strong>both <em>at once</em></strong>"),
    ('1 &lt; 2 &amp; "3"', "1 &lt; 2 &amp; &#34;3&#34;"),
    ("😀 <u>after two units</u>", "😀 <u>after two units</u>"),
    ("before\n\n<blockquote>said</blockquote>\nafter", "before<blockquote>said</blockquote>after"),
    (
        '<a href="https://example.org/?a=1&amp;b=%222">there</a>',
        '<a href="https://example.org/?a=1&amp;b=%222" target="_blank" rel="noopener noreferrer">there</a>',
    ),
    ('<a href="tg://user?id=1">somebody</a>', "somebody"),
    ("<tg-spoiler>hidden</tg-spoiler>", "hidden"),
    (
        "<blockquote expandable><b>Since</b>\nlong</blockquote>",
        "<details><summary><strong>Since</strong></summary><blockquote>long</blockquote></details>",
    ),
    ("<blockquote expandable>one line</blockquote>", "<blockquote>one line</blockquote>"),
    (
        "<blockquote expandable><b>over\ntwo lines</b></blockquote>",
        "<blockquote><strong>over\ntwo lines</strong></blockquote>",
    ),
    (
        "browse with /topics.",
        'browse with <button class="command" form="say-command" name="text" value="/topics">/topics</button>.',
    ),
    ("either/or, https://example.org/path, /Upper", "either/or, https://example.org/path, /Upper"),
]


@pytest.mark.parametrize(("telegrams", "html"), SHOWN, ids=[each[0] for each in SHOWN])
def test_markup_means_the_same_on_a_page(telegrams: str, html: str) -> None:
    parsed = parse_html(telegrams)
    assert as_html(parsed.text, parsed.entities) == html


class Tags(HTMLParser):
    """Lists the tags of a piece of HTML and its text, and whether they are nested rightly."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.seen: set[str] = set()
        self.open: list[str] = []
        self.text = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: object) -> None:
        del attrs
        self.seen.add(tag)
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


KINDS = ["bold", "italic", "blockquote", "expandable_blockquote", "text_link", "pre", "mention", "spoiler"]


@given(st.text(alphabet="ab<>&\"'\n/😀x", max_size=30), st.lists(st.tuples(st.sampled_from(KINDS), st.integers(0, 30))))
def test_whatever_is_written_no_tag_of_its_own_comes_through(text: str, marks: list[tuple[str, int]]) -> None:
    length = len(text.encode("utf-16-le")) // 2
    ends = sorted((min(end, length) for _, end in marks), reverse=True)
    nested = [
        {"type": kind, "offset": 0, "length": end, "url": "https://example.org"}
        for (kind, _), end in zip(marks, ends, strict=True)
    ]
    tags = Tags("".join(as_html(text, nested)))
    assert tags.open == []
    assert tags.seen <= {"strong", "em", "blockquote", "details", "summary", "a", "pre", "button"}
    # A mark that begins within a character outside of the first plane tears it apart.
    if "\ufffd" not in tags.text:
        assert tags.text.replace("\n", "") == text.replace("\n", "")
