"""`nuancebot kb draw`: pictures as files."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from PIL import Image

from knowledge.drawing.sheet import WIDTH
from tests.support.command_line import CommandLine, Finished
from tests.support.extras import EXTRAS, write_rich_pack
from tests.support.packs import PACK, write_pack

Draw = Callable[..., Finished]


@pytest.fixture
def draw(command_line: CommandLine, bare: Path) -> Draw:
    """Run `nuancebot kb draw` on the small pack with everything that can go with it."""
    return partial(command_line.run, "kb", "draw", NUANCEBOT_PACK=str(write_rich_pack(bare / "pack")))


def drawn(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_everything_is_drawn_in_every_language(draw: Draw, bare: Path) -> None:
    finished = draw()
    assert (finished.exit_code, finished.stderr) == (0, "")
    names = ["bees-owls.en.png", "bees-owls.nl.png", "map.en.png", "map.nl.png"]
    assert drawn(bare / "pictures") == names
    assert sorted(finished.stdout.splitlines()) == [str(Path("pictures") / name) for name in names]
    for name in names:
        with Image.open(bare / "pictures" / name) as image:
            assert (image.format, image.width) == ("PNG", WIDTH)


@pytest.mark.parametrize("name", ["bees-owls", "map"])
def test_what_is_named_is_drawn_where_it_is_wanted(draw: Draw, bare: Path, name: str) -> None:
    assert draw(name, "--lang", "en", "--out", "a/b").exit_code == 0
    assert drawn(bare / "a" / "b") == [f"{name}.en.png"]


def test_the_same_picture_comes_out_every_time(draw: Draw, bare: Path) -> None:
    assert draw("--out", "one").exit_code == draw("--out", "two").exit_code == 0
    for name in drawn(bare / "one"):
        assert (bare / "one" / name).read_bytes() == (bare / "two" / name).read_bytes()


@pytest.mark.parametrize("name", ["bees-wasps", "bees-honey", "../map", ""])
def test_an_unknown_id_is_one_line_and_nothing_is_drawn(draw: Draw, bare: Path, name: str) -> None:
    assert draw("map", name) == Finished(1, "", f"Error: no distinction {name!r}\n")
    assert not (bare / "pictures").exists()


def test_a_pack_without_pictures_draws_none(command_line: CommandLine, bare: Path) -> None:
    pack = str(write_pack(bare / "pack"))
    assert command_line.run("kb", "draw", NUANCEBOT_PACK=pack) == Finished(0, "", "")
    assert command_line.run("kb", "draw", "map", NUANCEBOT_PACK=pack).stderr == "Error: no distinction 'map'\n"


def test_what_can_not_be_drawn_is_one_line(draw: Draw, bare: Path) -> None:
    cards = EXTRAS["distinctions.toml"].replace('"a"', '"社"')
    (bare / "pack" / "distinctions.toml").write_text(cards, encoding="utf-8")
    finished = draw("--lang", "nl")
    path = Path("pictures") / "bees-owls.nl.png"
    assert finished == Finished(1, "", f"Error: {path} can't be drawn: no sign for U+793E\n")


def test_a_folder_that_is_a_file_is_one_line(draw: Draw, bare: Path) -> None:
    (bare / "taken").touch()
    finished = draw("map", "--out", "taken/below")
    assert finished.exit_code == 1
    assert "can't be drawn" in finished.stderr


def test_a_language_that_the_pack_lacks_is_one_line(command_line: CommandLine, bare: Path) -> None:
    pack = write_pack(bare / "pack", pack=PACK.replace('["nl", "en"]', '["nl"]'))
    finished = command_line.run("kb", "draw", "--lang", "en", NUANCEBOT_PACK=str(pack))
    assert finished == Finished(1, "", "Error: the pack has no en\n")
