"""The small pack with one thing wrong, and what the loader says of it."""

import re
from pathlib import Path

import pytest

from knowledge.loader import load
from knowledge.problems import BrokenPackError
from tests.support.packs import ENTRIES, entry

HONEY_PATH = "entries/bees/bees-honey.toml"
STING_PATH = "entries/bees/bees-sting.toml"
HONEY = entry(*ENTRIES["bees/bees-honey"], following="bees-sting")


def edited(text: str, old: str, new: str) -> str:
    """Replace the first `old` in a file's text; it has to be there."""
    assert old in text
    return text.replace(old, new, 1)


def honey(old: str, new: str) -> dict[str, str]:
    """Give the entry on honey with an edit, as `write_pack` takes it."""
    return {"bees-honey": edited(HONEY, old, new)}


def complaints(folder: Path) -> list[str]:
    """Load a pack that can't be used; give the lines that say why."""
    with pytest.raises(BrokenPackError) as caught:
        load(folder)
    assert str(caught.value) == "\n".join(map(str, caught.value.problems))
    return [str(problem) for problem in caught.value.problems]


def unplaced(lines: list[str]) -> list[str]:
    """Leave the line numbers out of complaints."""
    return [re.sub(r"^([^:]+):\d+: ", r"\1: ", line) for line in lines]
