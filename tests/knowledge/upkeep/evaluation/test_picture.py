"""A result as one page of HTML."""

import re
from html.parser import HTMLParser

import pytest

from knowledge.upkeep.evaluation.comparing import compare
from knowledge.upkeep.evaluation.held_out import HeldOut
from knowledge.upkeep.evaluation.picture import LONGEST_LIST, draw
from knowledge.upkeep.evaluation.selfcheck import check_self
from tests.support.evaluation import HOSTILE, answered, asked, offered, refused, result_of, turned

ROWS = (
    asked(answered("honey"), "honey", style="pupil"),
    asked(answered("sting"), "honey", text=HOSTILE, lang="nl", style=HOSTILE),
    asked(offered("sting", "night"), "honey", text="where is it kept"),
    asked(answered("sting"), text="who sells it", kind=HOSTILE),
    asked(refused(), "honey", lang="de", kind="other-language"),
)
TURNS = (turned(answered("sting"), "answer", "honey"), turned(answered("sting"), "answer", "honey", turn=2))


class Outline(HTMLParser):
    """Which elements a page has, whether they are closed in order, and the text of its headings and captions."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: set[str] = set()
        self.attributes: list[tuple[str, str | None]] = []
        self.heads: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.add(tag)
        self.attributes += attrs
        if tag != "meta":
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.add(tag)
        self.attributes += attrs

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] in {"h1", "h2", "caption"}:
            self.heads.append(data.strip())


@pytest.fixture(scope="module")
def page() -> str:
    """A page with everything on it."""
    own = check_self([HeldOut(HOSTILE, "en", "honey", ("sting",)), HeldOut("b", "en", "sting", ("honey",))], 2)
    before = result_of([asked(refused(), "honey", text="where is it kept")])
    result = result_of(ROWS, TURNS, own)
    return draw(result, compare(before, result))


def test_the_page_is_whole_and_headed(page: str) -> None:
    outline = Outline(page)
    assert outline.open == []
    assert [head for head in outline.heads if head[0].isupper()][:3] == [
        "How well “pack” is understood",
        "Since the run before",
        "Measures that moved",
    ]
    assert {
        "Questions of the base",
        "What the base can't answer",
        "As sure as it is right?",
        "Which entry took whose question",
        "Conversations",
        "Every question that did not get its answer",
        "The base, predicted from itself",
    } < {*outline.heads}
    assert page.count("<table>") == page.count("<caption>") == page.count("<thead>")


def test_what_strangers_typed_is_text(page: str) -> None:
    outline = Outline(page)
    assert outline.seen.isdisjoint({"script", "b>", "img", "iframe", "link", "style>"})
    assert "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; \\u202e\\u0007 &#34;quoted&#34; [bold]" in page
    assert "\u202e" not in page
    assert "\x07" not in page


def test_nothing_is_fetched_and_nothing_runs(page: str) -> None:
    names = {name for name, _ in Outline(page).attributes}
    assert names.isdisjoint({"src", "href", "srcset", "data", "action", "onload", "onclick", "onerror"})
    assert not re.search(r"https?://|url\(|@import", page)
    assert "default-src 'none'" in page


def test_the_numbers_are_on_it(page: str) -> None:
    tiles = re.findall(r"<strong>([^<]+)</strong><span>", page)
    # Of three questions in scope: one right, one misled, one with others offered.
    assert tiles[:5] == [".33", ".33", ".33", ".00", "1.00"]
    assert "in 1 the same wrong answer came twice" in page
    assert 'twice <span class="ids">sting</span>' in page
    assert '<circle cx="' in page


def test_a_long_list_says_that_it_is_cut() -> None:
    rows = [asked(answered(f"entry-{number}"), "honey") for number in range(LONGEST_LIST + 2)]
    page = draw(result_of(rows))
    assert f"The first {LONGEST_LIST} of {LONGEST_LIST + 2}" in page
    assert "entry-0<" in page


def test_a_result_without_questions_is_a_page_too() -> None:
    outline = Outline(draw(result_of([])))
    assert outline.open == []
    assert outline.heads == ["How well “pack” is understood"]
