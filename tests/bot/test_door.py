"""The machine-readable door: its contract, and its conversations."""

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.app import Knowledge
from bot.door import KEPT_CHATS, Door
from knowledge.answering import Answerer
from knowledge.dialogue import read_followups
from knowledge.matching.model import Model
from tests.support.asking import HONEY, ask
from tests.support.naming import short

JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(), lambda part: st.lists(part) | st.dictionaries(st.text(), part)
)


def test_an_answer_has_all_of_the_contract_and_nothing_else(door: Door) -> None:
    answer = ask(door, HONEY, chat="1", lang="en")
    assert 0 < answer.pop("confidence") <= 1
    assert answer.pop("ms") > 0
    assert {*answer.pop("options")} == {"bees-sting", "owls-night"}
    text = answer.pop("text")
    assert text.startswith("What is it with honey <& more>?\n\nThe book says something of honey, namely jar sweet")
    assert answer == {
        "act": "answer",
        "entry": "bees-honey",
        "lang": "en",
        "sources": [{"work": "book", "section": "One", "para": [1, 2, 3]}],
    }


@pytest.fixture
def unsure(small_knowledge: Knowledge, small_model: Model) -> Door:
    """A door behind which no question is clear enough to answer at once."""
    model = replace(small_model, decision=replace(small_model.decision, answer_from=2.0, offer_from=0.0))
    answerer = Answerer(small_knowledge.library, model, read_followups())
    return Door(replace(small_knowledge, answerer=answerer), "nl")


@pytest.mark.parametrize(("text", "act"), [("what is the capital of peru", "fallback"), ("🙂", "smalltalk")])
def test_what_has_no_entry_has_the_same_keys_and_no_sources(door: Door, text: str, act: str) -> None:
    answer = ask(door, text)
    assert [*answer] == ["act", "entry", "options", "confidence", "lang", "text", "sources", "ms"]
    assert (answer["act"], answer["entry"], answer["sources"]) == (act, None, [])
    assert answer["text"]


@pytest.mark.parametrize(("picking", "position"), [("1", 0), ("2", 1), ("the second one", 1), ("derde", 2)])
def test_an_option_is_picked_in_the_chat_in_which_it_was_offered(unsure: Door, picking: str, position: int) -> None:
    offered = ask(unsure, "honey stings", chat="a")
    assert (offered["act"], offered["entry"], len(offered["options"])) == ("clarify", None, 3)
    assert ask(unsure, picking, chat="b")["act"] == "clarify"
    picked = ask(unsure, picking, chat="a")
    assert (picked["act"], picked["entry"]) == ("answer", offered["options"][position])


@pytest.mark.parametrize(
    ("first", "then", "goes_on"),
    [
        (HONEY, "source", ("source", "bees-honey")),
        (HONEY, "simpler", ("simplify", "bees-honey")),
        (HONEY, "more", ("more", "bees-sting")),
        ("vertel van honing comb", "bron?", ("source", "bees-honey")),
        ("vertel van honing comb", "1", ("answer", "bees-sting")),
    ],
)
@pytest.mark.parametrize("chat", [{"chat": "a"}, {"chat": 7}], ids=str)
def test_a_message_goes_on_from_the_one_before_in_its_chat(
    door: Door, first: str, then: str, goes_on: tuple[str, str], chat: dict[str, Any]
) -> None:
    ask(door, first, **chat)
    ask(door, "what about night flights moon", chat="another")
    answer = ask(door, then, **chat)
    assert (answer["act"], answer["entry"]) == goes_on


@pytest.mark.parametrize("then", ["source", "simpler", "more"])
def test_another_chat_does_not_know_what_was_said(door: Door, then: str) -> None:
    ask(door, HONEY, chat="a")
    assert ask(door, then, chat="b")["act"] not in {"source", "simplify", "more"}


def test_the_language_is_that_of_the_message_unless_it_is_given(door: Door) -> None:
    assert ask(door, HONEY, chat=1)["lang"] == "en"
    assert ask(door, "vertel van honing comb", chat=2, lang=None)["lang"] == "nl"
    assert ask(door, "honing", chat=3)["lang"] == "nl"
    assert ask(door, "honing", chat=3, lang="en")["lang"] == "en"
    assert ask(door, "honing", chat=4, lang="en")["lang"] == "en"


def test_the_chat_that_was_silent_longest_is_forgotten(door: Door) -> None:
    for chat in ("old", "kept"):
        door.outcome(HONEY, chat=chat)
    for number in range(KEPT_CHATS - 1):
        door.outcome("🙂", chat=str(number))
    assert door.outcome("source", chat="kept").act == "source"
    assert door.outcome("source", chat="old").act != "source"


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
        json.dumps({"text": HONEY, "chat": 1}) + "\n",
        "  \t\n",
        b"\r\n",
        b"",
        json.dumps({"text": "source", "chat": 1}),
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


def test_without_a_chat_every_line_stands_on_its_own(door: Door) -> None:
    lines = [json.dumps({"text": HONEY}), json.dumps({"text": "source", "chat": None})]
    assert [json.loads(line)["act"] for line in door.answer_lines(lines)] == ["answer", "clarify"]


def test_a_pack_in_one_language_answers_people_of_another(small_knowledge: Knowledge) -> None:
    pack = small_knowledge.library.pack.model_copy(update={"languages": ("en",)})
    door = Door(replace(small_knowledge, library=replace(small_knowledge.library, pack=pack)), "nl")
    assert [ask(door, "🙂")["lang"], ask(door, "🙂", lang="nl")["lang"]] == ["en", "en"]
