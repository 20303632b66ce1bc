"""On which line a key of a TOML file stands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.toml_lines import line_of

TEXT = '''# a comment
first = 1
"quoted key" = 2

[table]  # with a comment
long = """
inside = "no key"
[no-table]
"""
after = 3
one_line = """a = 1""" # done
last = \'\'\'it"""s\'\'\'

[[row]]
a = 1

[[row]]
a = 2
list = [
  "x",
]

[row.nested]
deep = true
'''


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ((), 0),
        (("first",), 2),
        (("quoted key",), 3),
        (("table",), 5),
        (("table", "long"), 6),
        (("table", "inside"), 5),
        (("no-table",), 0),
        (("table", "after"), 10),
        (("table", "one_line"), 11),
        (("table", "last"), 12),
        (("row",), 14),
        (("row", 0), 14),
        (("row", 0, "a"), 15),
        (("row", 1), 17),
        (("row", 1, "a"), 18),
        (("row", 1, "list", 0), 19),
        (("row", 2, "a"), 14),
        (("nowhere", "at", "all"), 0),
    ],
)
def test_a_key_is_found_or_its_nearest_written_parent(path: tuple[str | int, ...], line: int) -> None:
    assert line_of(TEXT, path) == line


@given(st.text(st.characters()), st.lists(st.text() | st.integers()))
def test_any_text_gives_a_line_within_it(text: str, path: list[str | int]) -> None:
    assert 0 <= line_of(text, path) <= text.count("\n") + 1


@given(st.lists(st.from_regex(r"[a-z]{1,5}", fullmatch=True), unique=True, max_size=20))
def test_every_key_of_a_flat_file_is_on_its_own_line(keys: list[str]) -> None:
    text = "\n".join(f"{key} = 1" for key in keys)
    assert [line_of(text, (key,)) for key in keys] == list(range(1, len(keys) + 1))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("# don't write ''' here\nkey = 1\n", id="a comment that holds quotes"),
        pytest.param("a = \"'''\"\nkey = 1\n", id="a string that holds quotes"),
        pytest.param('a = [\n  ["x"]\n]\nkey = 1\n', id="the last row of an array of arrays"),
    ],
)
def test_what_stands_before_a_key_does_not_hide_it(text: str) -> None:
    assert line_of(text, ("key",)) == text[: text.index("key = 1")].count("\n") + 1


def test_a_table_within_a_row_is_found() -> None:
    assert line_of(TEXT, ("row", 1, "nested", "deep")) == 24
