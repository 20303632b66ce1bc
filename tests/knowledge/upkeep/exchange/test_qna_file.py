"""Entries as the TSV of QnA Maker and of custom question answering."""

import json

import pytest

from knowledge.library import Library
from knowledge.upkeep.exchange import qna_file
from knowledge.upkeep.exchange.items import Complaint, Defaults, Item, UnreadableFileError, items_of
from tests.support.exchange import carried


def test_what_a_line_can_hold_comes_back(small_library: Library) -> None:
    items = items_of(small_library)
    found = [one for one in qna_file.read(qna_file.write(items), Defaults()) if isinstance(one, Item)]
    assert [one.raw for one in found] == [carried(item.raw, qna_file.CARRIES) for item in items]


def test_the_ways_on_are_prompts_that_lead_to_lines_of_the_same_language(small_library: Library) -> None:
    header, *lines = qna_file.write(items_of(small_library)).decode().splitlines()
    rows = [dict(zip(header.split("\t"), line.split("\t"), strict=True)) for line in lines]
    asked = {row["QnaId"]: row["Question"] for row in reversed(rows)}
    for row in rows:
        [prompt] = json.loads(row["Prompts"])
        assert asked[str(prompt["qnaId"])] == prompt["displayText"]


def test_a_file_of_somebody_else_is_read_by_its_numbers() -> None:
    content = (
        "Question\tAnswer\tQnaId\nWhat is wax?\tWalls.\\nOf combs.\t7\nwax\tWalls.\\nOf combs.\t7\nWho?\tBees.\t8\n"
    )
    found = list(qna_file.read(content.encode(), Defaults("en", "bees")))
    assert [(one.id, one.raw) for one in found if isinstance(one, Item)] == [
        (
            "what-is-wax",
            {"topic": "bees", "en": {"question": "What is wax?", "answer": "Walls.\nOf combs.", "phrasings": ["wax"]}},
        ),
        ("who", {"topic": "bees", "en": {"question": "Who?", "answer": "Bees.", "phrasings": []}}),
    ]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Why?\t\t\t", "has no question or no answer"),
        ("Why?\tSo.\tlanguage:xx\t", "the language is one of nl, en; say it with --lang"),
        ("wax\tOther.\tid:what-is-wax|language:en\t", "another answer than that of 'what-is-wax' before"),
    ],
)
def test_a_line_that_does_not_fit_is_named(line: str, reason: str) -> None:
    first = "What is wax?\tWalls.\tid:what-is-wax|language:en|reviewed:once\t1"
    content = f"Question\tAnswer\tMetadata\tQnaId\n{first}\n{line}\n"
    found = list(qna_file.read(content.encode(), Defaults()))
    assert [str(one) for one in found if isinstance(one, Complaint)] == [f"line 3: {reason}"]
    assert [one.id for one in found if isinstance(one, Item)] == ["what-is-wax"]


def test_a_file_without_its_header_is_refused() -> None:
    with pytest.raises(UnreadableFileError, match="needs the columns"):
        list(qna_file.read(b"What is wax?\tWalls.\n", Defaults()))
