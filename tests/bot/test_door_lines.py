"""The machine-readable door: lines of every kind, good and bad."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.app import Knowledge
from bot.door import Door
from tests.support.asking import HONEY, ask
from tests.support.naming import short

JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(), lambda part: st.lists(part) | st.dictionaries(st.text(), part)
)


@pytest.mark.parametrize("lang", ["de", "", "EN", "nl-BE", 1, True, ["nl"], {"nl": 1}])
def test_another_language_is_an_error_and_says_which_there_are(door: Door, lang: Any) -> None:
    assert ask(door, HONEY, lang=lang) == {"error": '"lang" is none of nl, en or null'}


@pytest.mark.parametrize(
    "line",
    [
        *[
            b"\xff\xfe\xfa",
            b'{"text": "\xff"}',
            "{",
            "tell me of honey",
            '{"text": "x"} {"text": "y"}',
            "x" * 1_000_000,
        ],
        *[
            "NaN",
            "null",
            "1",
            '"text"',
            "[]",
            '["text"]',
            "[" * 500 + "]" * 500,
            "{}",
            '{"text": null}',
            '{"text": NaN}',
        ],
        *['{"text": ["x"]}', '{"Text": "x"}', '{"text": 1' + "0" * 9999 + "}", "\x00", "\ufeff{}"],
    ],
    ids=short,
)
def test_a_line_that_is_no_good_is_an_error_and_the_rest_goes_on_in_order(door: Door, line: str | bytes) -> None:
    lines = [json.dumps({"text": HONEY}), line, json.dumps({"text": "what about night flights moon"})]
    first, wrong, last = map(json.loads, door.answer_lines(lines))
    assert [*wrong] == ["error"]
    assert wrong["error"].startswith(("not JSON: ", 'not an object with a "text"'))
    assert (first["entry"], last["entry"]) == ("bees-honey", "owls-night")


@pytest.mark.xfail(strict=True, raises=RecursionError, reason="a deeply nested line ends the whole stream")
def test_a_deeply_nested_line_is_an_error(door: Door) -> None:
    assert [*map(json.loads, door.answer_lines(["[" * 100_000]))]


@pytest.mark.parametrize(
    "text", ["", " \n", "x" * 1_000_000, "honing " * 99_999, "社会信用", "\ud83d", "\x00", "<b>&"], ids=short
)
def test_any_text_is_answered(door: Door, text: str) -> None:
    assert ask(door, text)["text"]


@given(line=JSON.map(json.dumps) | st.text() | st.binary())
def test_every_line_gets_one_answer_at_most(small_knowledge: Knowledge, line: str | bytes) -> None:
    answers = [*map(json.loads, Door(small_knowledge, "nl").answer_lines([line]))]
    assert len(answers) == (1 if line.strip() else 0)
    assert all({"act", "error"} & {*answer} for answer in answers)


def test_blank_lines_are_passed_over(door: Door) -> None:
    lines: list[str | bytes] = [
        "\n",
        json.dumps({"text": HONEY}) + "\n",
        "  \t\n",
        b"\r\n",
        b"",
        json.dumps({"text": "source"}),
    ]
    assert [json.loads(line)["act"] for line in door.answer_lines(lines)] == ["answer", "source"]


def test_a_line_is_answered_before_the_next_is_read(door: Door) -> None:
    read: list[str] = []

    def lines() -> Iterator[str]:
        for text in (HONEY, "source"):
            read.append(text)
            yield json.dumps({"text": text})

    answers = door.answer_lines(lines())
    assert json.loads(next(answers))["act"] == "answer"
    assert read == [HONEY]
