"""`nuancebot kb site`: the base as files."""

from pathlib import Path

import pytest

from bot.commands.kb_site import NO_ADDRESS
from tests.support.command_line import CommandLine, Finished


def test_the_site_is_written_and_counted(command_line: CommandLine, bare: Path) -> None:
    finished = command_line.run("kb", "site", "--out", "a/site", "--base-url", "https://example.org/n")
    assert finished == Finished(0, f"{Path('a') / 'site'}: 18 pages\n", "")
    page = (bare / "a" / "site" / "en" / "answers" / "bees-honey.html").read_text(encoding="utf-8")
    assert 'href="https://example.org/n/en/answers/bees-honey.html"' in page


def test_without_an_address_it_says_what_is_left_out(command_line: CommandLine) -> None:
    finished = command_line.run("kb", "site", "--out", "site", NUANCEBOT_USERNAME="bee_bot")
    assert (finished.exit_code, finished.stderr) == (0, f"{NO_ADDRESS}\n")
    page = Path("site/en/answers/bees-honey.html").read_text(encoding="utf-8")
    assert "https://t.me/bee_bot?start=bees-honey" in page


@pytest.mark.parametrize("url", ["example.org", "ftp://example.org/", "https://", "https://a b", "https://a.org/?x"])
def test_an_address_that_is_none_is_refused(command_line: CommandLine, bare: Path, url: str) -> None:
    finished = command_line.run("kb", "site", "--out", "site", "--base-url", url)
    assert finished.exit_code == 2
    assert "is not an address like" in finished.stderr
    assert not (bare / "site").exists()


def test_a_folder_of_something_else_is_one_line(command_line: CommandLine, bare: Path) -> None:
    (bare / "mine").mkdir()
    (bare / "mine" / "letter.txt").touch()
    finished = command_line.run("kb", "site", "--out", "mine")
    assert finished == Finished(1, "", "Error: mine is not empty and holds no site: name another folder\n")


def test_a_folder_that_can_not_be_made_is_one_line(command_line: CommandLine, bare: Path) -> None:
    (bare / "taken").touch()
    finished = command_line.run("kb", "site", "--out", "taken/site")
    assert finished.exit_code == 1
    assert finished.stderr.startswith("Error: ")
