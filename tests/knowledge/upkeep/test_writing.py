"""What changed, written into TOML files, and nothing else."""

from typing import Any

import pytest
import tomli
from hypothesis import given
from hypothesis import strategies as st

from knowledge.upkeep.writing import written

FILE = """# kept
voice = "essay"   # whose
next = [
  { kind = "why", entry = "a" },  # first
]

[nl]
phrasings = [
  "een",   # the first
  "twee",
  # a note
  "drie",
]
question = "Wat?"

[[since]]
date = "2021"
"""
TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("\n'\"\\"), max_size=90)
SAID = st.fixed_dictionaries(
    {},
    optional={
        "voice": TEXT,
        "next": st.lists(st.fixed_dictionaries({"kind": TEXT, "entry": TEXT}), min_size=1, max_size=3),
        "nl": st.fixed_dictionaries(
            {}, optional={"question": TEXT, "phrasings": st.lists(TEXT, min_size=1, unique=True)}
        ),
        "en": st.fixed_dictionaries({"question": TEXT}),
        "since": st.lists(st.fixed_dictionaries({"date": TEXT, "nl": TEXT}), min_size=1, max_size=3),
    },
)


def laid_over(there: dict[str, Any], said: dict[str, Any]) -> dict[str, Any]:
    """Say what a file should hold afterwards."""
    both = dict(there)
    for key, value in said.items():
        both[key] = laid_over(both.get(key, {}), value) if isinstance(value, dict) else value
    return both


@given(SAID)
def test_what_is_said_holds_and_the_rest_stays(said: dict[str, Any]) -> None:
    assert tomli.loads(written(FILE, said)) == laid_over(tomli.loads(FILE), said)


@given(SAID)
def test_a_new_file_holds_what_is_said(said: dict[str, Any]) -> None:
    assert tomli.loads(written("", said)) == said


def test_what_is_there_already_changes_nothing() -> None:
    assert written(FILE, tomli.loads(FILE)) == FILE
    assert written(FILE, {}) == FILE


@pytest.mark.parametrize(
    ("phrasings", "before", "after"),
    [
        (["een", "twee", "drie", "vier"], '  "drie",\n', '  "drie",\n  "vier",\n'),
        (["een", "drie"], '  "twee",\n', ""),
    ],
)
def test_lines_of_a_list_come_and_go_by_themselves(phrasings: list[str], before: str, after: str) -> None:
    assert written(FILE, {"nl": {"phrasings": phrasings}}) == FILE.replace(before, after)
