"""A result in a terminal."""

from io import StringIO

from rich.console import Console

from bot.commands.evaluation_tables import LONGEST_LIST, show
from knowledge.upkeep.evaluation.comparing import compare
from knowledge.upkeep.evaluation.held_out import HeldOut
from knowledge.upkeep.evaluation.results import Result
from knowledge.upkeep.evaluation.selfcheck import check_self
from tests.support.evaluation import HOSTILE, answered, asked, refused, result_of, turned


def printed(result: Result, before: Result | None = None) -> list[str]:
    out = StringIO()
    show(Console(file=out, width=110, highlight=False), result, compare(before, result) if before else None)
    return [" ".join(line.replace("│", " ").split()) for line in out.getvalue().splitlines()]


def test_only_what_there_is_is_shown() -> None:
    assert printed(result_of([])) == []
    assert not [line for line in printed(result_of([asked(refused(), "honey")])) if line.startswith("Turns")]


def test_each_table_has_its_numbers() -> None:
    rows = [asked(answered("honey"), "honey", style="pupil"), asked(answered("sting"), text="who sells it")]
    lines = printed(result_of(rows, [turned(answered("honey"), "answer", "honey")]))
    for line in (
        "style pupil 1 1.00 1.00 .00 .00 1.00 1.00 1.00",
        "near en 1 1.00 .00 .00 .00",
        "in scope .90-1.00 1 .90 1.00",
        "everything asked .90-1.00 2 .90 .50",
        "sting (near) 1 who sells it",
        "answer 1 1.00 1.00 1.00",
        "nuancebot en 1 1.00 1.00 .50 1.00",
        "expected calibration error, everything asked: 0.400 (n 2)",
        "1 of 1 conversations went well from beginning to end",
        "per message: 1.00 ms (p50), 1.00 ms (p99), n 3",
    ):
        assert line in lines


def test_the_same_wrong_answer_twice_is_named() -> None:
    turns = [turned(answered("sting"), "answer", "honey", turn=number) for number in (1, 2)]
    assert "twice the same wrong answer: eval/dialogues d1, sting" in printed(result_of([], turns))


def test_what_the_base_says_of_itself_is_shown() -> None:
    rows = [HeldOut(HOSTILE, "en", "honey", ("sting",)), HeldOut("b", "en", "sting", ("honey", "sting"))]
    lines = printed(result_of([], [], check_self(rows, 2)))
    assert "honey 1 .00 .00" in lines
    assert "honey sting 1 1" in lines
    assert any(line.startswith("<script>alert('x')</script> & \\u202e\\u0007") for line in lines)


def test_a_comparison_is_shown_with_what_moved_alone() -> None:
    before = result_of([asked(refused(), "honey")])
    lines = printed(result_of([asked(answered("honey"), "honey")]), before)
    assert "all all: helped 0.000 1.000 +1.000" in lines
    assert not [line for line in lines if line.startswith("all all: misled")]
    assert "better why fallback answer honey" in lines


def test_a_long_list_is_cut() -> None:
    rows = [asked(answered(f"entry-{number}"), "honey") for number in range(LONGEST_LIST + 5)]
    lines = printed(result_of(rows))
    assert sum(line.startswith("entry-") for line in lines) == LONGEST_LIST
