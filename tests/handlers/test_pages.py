"""Pages that are handed out as files: filled in and escaped, with nothing from elsewhere."""

import re

import pytest
from jinja2 import UndefinedError

from handlers.pages import fill

HOSTILE = "<script>alert(1)</script>\" onload='x"


def test_every_value_is_escaped() -> None:
    page = fill("own_data", lang="nl", title=HOSTILE, intro=HOSTILE, tables=[(HOSTILE, [{HOSTILE: HOSTILE}])])
    assert "<script" not in page
    assert page.count("&lt;script&gt;") == 6


def test_a_page_asks_nobody_else_for_anything() -> None:
    page = fill("own_data", lang="en", title="t", intro="i", tables=[])
    assert not re.search(r"https?:|src=|@import|url\(", page)
    assert "default-src 'none'" in page
    assert '<html lang="en">' in page


def test_a_value_that_is_missing_is_an_error() -> None:
    with pytest.raises(UndefinedError):
        fill("school", lang="nl", title="t")
