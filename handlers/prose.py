"""How text is set in Telegram's own markup: a bold lead, quotations that open with a tap, and what fits."""

import re
from collections.abc import Sequence
from html import escape, unescape

# Telegram's limits on a message and on what stands under a picture: units of UTF-16 once the markup is read.
TEXT_LIMIT = 4096
CAPTION_LIMIT = 1024

# About two lines on a phone; and less than half a line, such as "Yes.", says nothing.
BEGINNING_LENGTH = 120
SAYS_SOMETHING = 30

_FIRST_SENTENCE = re.compile(r""".+?[.!?…]["'”\u2019)]*(?=\s|$)""", re.DOTALL)
_TAG = re.compile(r"<[^<>]*>")


def led(text: str) -> str:
    """Set a text with its first sentence in bold: whoever reads no further has the answer."""
    lead = first_sentence(text)
    return f"<b>{escape(lead)}</b>{escape(text.removeprefix(lead))}"


def first_sentence(text: str) -> str:
    """Give the first sentence of a text; all of it if no sentence ends."""
    first = _FIRST_SENTENCE.match(text)
    return first.group() if first else text


def beginning(text: str) -> str:
    """Give the first sentences of a text, so many that they say something, cut at a word where they are long."""
    sentences = [sentence.group().strip() for sentence in _FIRST_SENTENCE.finditer(text)] or [text.strip()]
    taken = ""
    for sentence in sentences:
        if len(taken) >= SAYS_SOMETHING:
            break
        taken = f"{taken} {sentence}".strip()
    if len(taken) <= BEGINNING_LENGTH:
        return taken
    return taken[:BEGINNING_LENGTH].rsplit(maxsplit=1)[0].rstrip(",;:") + "…"


def heading(text: str) -> str:
    """Set the question above an answer: lighter than the lead, which is to stand out."""
    return f"<i>{escape(text)}</i>"


def folded(html: str) -> str:
    """Set a quotation of which Telegram shows the first lines, and the rest after a tap."""
    return f"<blockquote expandable>{html}</blockquote>"


def shortly(text: str) -> str:
    """Set a text of several paragraphs with all but the first folded."""
    first, _, rest = text.partition("\n\n")
    return f"{escape(first)}\n\n{folded(escape(rest))}" if rest.strip() else escape(text)


def visible_length(html: str) -> int:
    """Count what Telegram counts: units of UTF-16, without the markup."""
    return len(unescape(_TAG.sub("", html)).encode("utf-16-le", "surrogatepass")) // 2


def first_that_fits(candidates: Sequence[str], limit: int) -> str:
    """Give the first of some renderings, fullest first, that is within `limit`; if none is, the last."""
    return next((html for html in candidates if visible_length(html) <= limit), candidates[-1])
