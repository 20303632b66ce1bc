"""`nuancebot handout`: a sheet as a file."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from bot.commands.handout import NO_CODE
from tests.support.command_line import CommandLine, Finished
from tests.support.extras import EXTRAS, write_rich_pack
from tests.support.handouts import pages_of
from tests.support.packs import PACK, write_pack

Write = Callable[..., Finished]


@pytest.fixture
def write(command_line: CommandLine, bare: Path) -> Write:
    """Run `nuancebot handout` on the small pack with everything that can go with it, for a bot with a name."""
    pack = str(write_rich_pack(bare / "pack"))
    return partial(command_line.run, "handout", NUANCEBOT_PACK=pack, NUANCEBOT_USERNAME="bee_bot")


@pytest.mark.parametrize(
    ("kind", "name", "part"),
    [("topic", "bees", "Bees"), ("distinction", "bees-owls", "Owl"), ("entry", "bees-sting", "sting")],
)
def test_a_subject_is_written_as_pdf(write: Write, bare: Path, kind: str, name: str, part: str) -> None:
    assert write(f"--{kind}", name) == Finished(0, f"{name}.en.pdf\n", "")
    [page] = pages_of((bare / f"{name}.en.pdf").read_bytes())
    assert part in page
    assert "@bee_bot" in page


def test_a_page_in_another_language_where_it_is_wanted(write: Write, bare: Path) -> None:
    finished = write("--topic", "bees", "--lang", "nl", "--format", "html", "--simple", "--out", "a/b.html")
    assert finished == Finished(0, f"{Path('a') / 'b.html'}\n", "")
    page = (bare / "a" / "b.html").read_text(encoding="utf-8")
    assert "Bijen" in page
    assert "Simpel: honing." in page


def test_the_same_file_comes_out_every_time(write: Write, bare: Path) -> None:
    for name in ("one.pdf", "two.pdf"):
        assert write("--topic", "bees", "--out", name).exit_code == 0
    assert (bare / "one.pdf").read_bytes() == (bare / "two.pdf").read_bytes()


def test_without_a_name_of_the_bot_it_says_that_there_is_no_code(write: Write, bare: Path) -> None:
    finished = write("--topic", "bees", NUANCEBOT_USERNAME="")
    assert finished == Finished(0, "bees.en.pdf\n", f"{NO_CODE}\n")
    assert "@" not in pages_of((bare / "bees.en.pdf").read_bytes())[0]


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        ([], 2, "name one of --topic, --distinction and --entry"),
        (["--topic", "bees", "--entry", "bees-honey"], 2, "name one of"),
        (["--topic", "wasps"], 1, "Error: no topic 'wasps'"),
        (["--distinction", "bees"], 1, "Error: no distinction 'bees'"),
        (["--entry", "../../x"], 1, "Error: no entry '../../x'"),
        (["--topic", ""], 1, "Error: no topic ''"),
    ],
)
def test_what_is_not_there_is_one_line_and_nothing_is_written(
    write: Write, bare: Path, arguments: list[str], code: int, said: str
) -> None:
    finished = write(*arguments)
    assert finished.exit_code == code
    assert said in finished.stderr
    assert [path.name for path in bare.iterdir()] == ["pack"]


def test_what_can_not_be_printed_is_one_line(write: Write, bare: Path) -> None:
    cards = EXTRAS["distinctions.toml"].replace('"a"', '"社"')
    (bare / "pack" / "distinctions.toml").write_text(cards, encoding="utf-8")
    finished = write("--distinction", "bees-owls")
    assert finished == Finished(1, "", "Error: bees-owls.en.pdf can't be written: no sign for U+793E\n")


def test_a_file_where_the_folder_should_be_is_one_line(write: Write, bare: Path) -> None:
    (bare / "taken").touch()
    finished = write("--topic", "bees", "--out", "taken/b.pdf")
    assert finished.exit_code == 1
    assert "can't be written" in finished.stderr


def test_a_language_that_the_pack_lacks_is_one_line(command_line: CommandLine, bare: Path) -> None:
    pack = write_pack(bare / "pack", pack=PACK.replace('["nl", "en"]', '["nl"]'))
    finished = command_line.run("handout", "--topic", "bees", "--lang", "en", NUANCEBOT_PACK=str(pack))
    assert finished == Finished(1, "", "Error: the pack has no en\n")
