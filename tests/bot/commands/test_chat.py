"""`nuancebot chat`: the local chat on a terminal."""

import pytest

from tests.support.command_line import CommandLine


def test_a_chat_from_the_first_line_to_the_end_of_the_input(command_line: CommandLine) -> None:
    finished = command_line.run("chat", typed="tell me of honey comb\n1\n")
    assert (finished.exit_code, finished.stderr) == (0, "")
    assert finished.stdout.startswith("Type a question, or the number of a choice.")
    welcome = finished.stdout.index("Hello! Ask away.")
    answer = finished.stdout.index("The book says something of honey")
    assert welcome < answer < finished.stdout.index("The book says something of stings")


def test_a_person_can_leave(command_line: CommandLine) -> None:
    finished = command_line.run("chat", typed="/quit\ntell me of honey comb\n")
    assert finished.exit_code == 0
    assert "something of honey" not in finished.stdout


@pytest.mark.parametrize(("language", "welcome"), [("nl", "Dag! Vraag maar."), ("en", "Hello! Ask away.")])
def test_the_chat_opens_in_the_language_that_was_set(command_line: CommandLine, language: str, welcome: str) -> None:
    assert welcome in command_line.run("chat", NUANCEBOT_LANGUAGE=language).stdout


def test_what_was_said_is_known_in_the_next_chat(command_line: CommandLine) -> None:
    command_line.run("chat", typed="/language nl\n")
    finished = command_line.run("chat", NUANCEBOT_LANGUAGE="en")
    assert "Dag! Vraag maar." in finished.stdout


def test_a_chat_goes_on_without_a_database(command_line: CommandLine) -> None:
    nowhere = "sqlite+aiosqlite:////nowhere/records.db"
    finished = command_line.run("chat", typed="tell me of honey comb\nsource\n", NUANCEBOT_DATABASE_URL=nowhere)
    assert finished.exit_code == 0
    assert "This answer rests on:" in finished.stdout
    assert finished.stderr.count("the database fails") == 1
    assert "Traceback" not in finished.stderr
