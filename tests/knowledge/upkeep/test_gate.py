"""Whether content may change."""

import json
from pathlib import Path

import pytest

from knowledge.upkeep.evaluation.comparing import Comparison, Moved
from knowledge.upkeep.gate import ACCEPTED, LISTED, UnreadableReasonsError, Verdict, accepted_in
from tests.support.upkeep_stage import BETTER, WORSE


def test_what_ends_worse_needs_a_reason() -> None:
    comparison = Comparison((Moved("all all: right_first", 0.5, 0.75),), (WORSE, BETTER), 0, 0)
    verdict = Verdict(comparison, {})
    assert verdict.unaccepted == (WORSE,)
    told = verdict.as_markdown()
    assert "end 1 worse, 1 better, 0 other" in told
    assert "- right_first: 0.500 → 0.750" in told
    assert "1 end worse without a reason" in told
    accepted = Verdict(comparison, {WORSE.text: "out of date"})
    assert accepted.unaccepted == ()
    assert "| out of date |" in accepted.as_markdown()


def test_a_long_list_is_cut_and_no_cell_breaks_the_table() -> None:
    told = Verdict(Comparison((), (WORSE,) * (LISTED + 2), 0, 0), {WORSE.text: "a | b\nc"}).as_markdown()
    assert "and 2 more" in told
    assert "| a \\| b c |" in told


@pytest.mark.parametrize("written", ["[]", "{", '{"a": 1}', '{"a": " "}'])
def test_reasons_of_another_form_are_told(tmp_path: Path, written: str) -> None:
    (tmp_path / ACCEPTED).parent.mkdir()
    (tmp_path / ACCEPTED).write_text(written, encoding="utf-8")
    with pytest.raises(UnreadableReasonsError, match="must be like"):
        accepted_in(tmp_path)


def test_reasons_are_read_where_there_are_any(tmp_path: Path) -> None:
    assert accepted_in(tmp_path) == {}
    (tmp_path / ACCEPTED).parent.mkdir()
    (tmp_path / ACCEPTED).write_text(json.dumps({"a": "b"}), encoding="utf-8")
    assert accepted_in(tmp_path) == {"a": "b"}
