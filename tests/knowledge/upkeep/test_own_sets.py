"""The evaluation sets that a pack carries."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from knowledge.loader import load
from knowledge.upkeep.own_sets import own_set_problems
from knowledge.upkeep.strings import PackTexts
from tests.support.evaluation import labelled, talk, unanswerable, write_set
from tests.support.extras import write_rich_pack


def problems(folder: Path, *rows: Mapping[str, Any] | str, loaded: bool = True) -> list[str]:
    write_set(folder / "evaluation", "en", *rows)
    return [*map(str, own_set_problems(PackTexts(folder), folder, load(folder) if loaded else None))]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The small pack with everything that can go with it."""
    return write_rich_pack(tmp_path / "pack")


def test_a_pack_without_sets_is_clean(folder: Path) -> None:
    assert [*own_set_problems(PackTexts(folder), folder, None)] == []


def test_questions_that_the_pack_has_not_learned_are_clean(folder: Path) -> None:
    assert problems(folder, labelled("how is honey made", "bees-honey"), unanswerable("who is the king", "far")) == []


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Tell me of honey SWEET?", "entries/bees/bees-honey.toml:18: en.phrasings.1"),
        ("what is the capital of peru", "outofscope.en.toml:3: far.1"),
        ("Who hunts without a sound?", "judged.en.toml:2: question.0.text"),
        ("hey daar", ""),
        ("recept voor soep", "outofscope.nl.toml:3: far.2"),
        ("On Animals & Men", ""),
    ],
)
def test_what_was_learned_is_named_with_both_places(folder: Path, text: str, place: str) -> None:
    found = problems(folder, labelled("how is honey made", "bees-honey"), labelled(text, "bees-honey"))
    assert [problem.split(": is asked in ")[0] for problem in found] == ([place] if place else [])
    assert all("evaluation/en.jsonl:2; keep one of the two: " in problem for problem in found)


def test_small_talk_and_concepts_are_learned_too(folder: Path) -> None:
    (folder / "smalltalk.en.toml").write_text(
        '[greeting]\nreplies = ["Hi."]\nphrasings = ["good morning to you", "hi"]\n', encoding="utf-8"
    )
    (folder / "lexicon.en.toml").write_text('[honey]\nforms = ["the sweet gold"]\n', encoding="utf-8")
    rows = (unanswerable("good morning to you", "chitchat"), labelled("the sweet gold", "bees-honey"))
    assert [problem.split(":")[0] for problem in problems(folder, *rows, loaded=False)] == [
        "lexicon.en.toml",
        "smalltalk.en.toml",
    ]


def test_of_a_conversation_only_its_questions_count(folder: Path) -> None:
    turns = (("tell me of honey sweet", "smalltalk", ()), ("tell me of stings pain", "answer", ("bees-sting",)))
    [found] = problems(folder, talk("d1", *turns))
    assert found.endswith("evaluation/en.jsonl:1; keep one of the two: 'tell me of stings pain'")


def test_bad_lines_and_unknown_entries_are_named_with_their_place_in_the_pack(folder: Path) -> None:
    assert problems(folder, labelled("who makes wax", "bees-wax")) == [
        "evaluation/en.jsonl:1: accept: no entry 'bees-wax'"
    ]
    assert problems(folder, labelled("who makes wax", "bees-wax"), loaded=False) == []
    [line] = problems(folder, "{")
    assert line.startswith("evaluation/en.jsonl:1: line: is not JSON: ")
