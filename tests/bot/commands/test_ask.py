"""`nuancebot ask`: an answer on the terminal, and the stream for programs."""

import json
from pathlib import Path

import pytest

from knowledge.matching.ranking import SIGNALS
from tests.support.command_line import CommandLine
from tests.support.naming import short

HONEY = b'{"text": "tell me of honey comb", "lang": "en", "chat": "one"}\n'


def test_a_question_is_answered_in_plain_text_with_the_ways_on(command_line: CommandLine) -> None:
    finished = command_line.run("ask", "tell me of honey comb")
    assert (finished.exit_code, finished.stderr.count("Traceback")) == (0, 0)
    first, *_, simpler, source = finished.stdout.splitlines()
    assert first == "What is it with honey <& more>?"
    assert "Source: A. Writer, Press, “One”, paragraphs 1-3" in finished.stdout
    assert "  - What is it with stings <& more>?\n" in finished.stdout
    assert [simpler, source] == ["  - Simpler", "  - Source"]


@pytest.mark.parametrize(
    ("language", "said"), [("nl", "Leuk. Vraag iets over uilen.\n"), ("en", "Nice. Ask about owls.\n")]
)
def test_a_question_without_words_is_answered_in_the_language_that_was_set(
    command_line: CommandLine, language: str, said: str
) -> None:
    finished = command_line.run("ask", "🙂", NUANCEBOT_LANGUAGE=language)
    assert (finished.exit_code, finished.stdout) == (0, said)


@pytest.mark.parametrize("question", ["", "?!", "社会信用", "x" * 100_000, "<b>&amp;", "%s {0}"], ids=short)
def test_any_question_is_answered(command_line: CommandLine, question: str) -> None:
    finished = command_line.run("ask", question)
    assert finished.exit_code == 0
    assert finished.stdout.strip()


def test_nothing_is_written_down(command_line: CommandLine, bare: Path) -> None:
    command_line.run("ask", "tell me of honey comb")
    command_line.run("ask", "--jsonl", typed=HONEY)
    assert not [*bare.iterdir()]


def test_lines_are_answered_in_order_and_wrong_ones_do_not_stop_the_rest(command_line: CommandLine) -> None:
    typed = (
        HONEY + b'\n{"text": \xff}\n[]\n  \n{"text": "source", "chat": "one"}\n{"text": "source", "chat": "another"}'
    )
    finished = command_line.run("ask", "--jsonl", typed=typed)
    answers = [json.loads(line) for line in finished.stdout.splitlines()]
    assert finished.exit_code == 0
    assert [answer.get("act", "error") for answer in answers][:4] == ["answer", "error", "error", "source"]
    assert len(answers) == 5


def test_other_scripts_are_written_as_they_are(command_line: CommandLine) -> None:
    assert "“One”" in command_line.run("ask", "--jsonl", typed=HONEY).stdout


def test_no_lines_no_answers(command_line: CommandLine) -> None:
    finished = command_line.run("ask", "--jsonl")
    assert (finished.exit_code, finished.stdout) == (0, "")


@pytest.mark.parametrize("arguments", [(), ("what is it?", "--jsonl"), ("--jsonl", "")])
def test_a_question_or_a_stream_is_asked_for(command_line: CommandLine, arguments: tuple[str, ...]) -> None:
    finished = command_line.run("ask", *arguments, typed=HONEY)
    assert (finished.exit_code, finished.stdout) == (2, "")
    assert finished.stderr.endswith("Error: give a QUESTION or --jsonl\n")


def test_with_why_it_tells_how_the_question_was_read(command_line: CommandLine) -> None:
    finished = command_line.run("ask", "--why", "tell me of honey comb")
    assert "read_as: new question\n" in finished.stdout
    assert "bees-honey" in finished.stdout
    for signal in ("words", "concepts", "covered", "sense"):
        assert signal in finished.stdout
    assert "read_as: act: source" in command_line.run("ask", "--why", "source").stdout


def test_a_stream_is_told_why_line_by_line(command_line: CommandLine) -> None:
    refused = command_line.run("ask", "--jsonl", "--why", typed=HONEY)
    assert refused.exit_code == 2
    assert '"why": true' in refused.stderr
    line = b'{"text": "simpler", "chat": "one", "why": true}'
    [first, second] = map(json.loads, command_line.run("ask", "--jsonl", typed=HONEY + line).stdout.splitlines())
    assert "why" not in first
    assert second["why"]["read_as"] == "act: simplify"
    assert {"words", "known", "familiar", "first", "offered", "answers_from", "offers_from"} <= second["why"].keys()
    best, *others = second["why"]["candidates"]
    assert best["probability"] >= max(other["probability"] for other in others)
    assert set(best["signals"]) == set(SIGNALS)
