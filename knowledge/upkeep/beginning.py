"""The beginning of a pack of one's own: the fewest files that make a bot, to be filled in."""

import datetime as dt
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

_KIT = "knowledge.upkeep.starting"
# What a person is still to fill in.
OPEN = "«"


class CannotBeginPackError(Exception):
    """No pack can be begun there; the message says why."""


def begin_pack(folder: Path, today: dt.date) -> Path:
    """Write the files of an empty pack into a new folder, whose name is the bot's; they lint and run as they are.

    Raises:
        CannotBeginPackError: there is something already, or it can't be written.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        msg = f"{folder} is there already"
        raise CannotBeginPackError(msg)
    name = folder.resolve().name.replace('"', "").replace("\\", "")
    try:
        for path, text in _files(resources.files(_KIT)):
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            filled = text.replace("%NAME%", name).replace("%TODAY%", today.isoformat())
            (folder / path).write_text(filled, encoding="utf-8")
    except OSError as error:
        msg = f"{folder} can't be written: {error.strerror}"
        raise CannotBeginPackError(msg) from None
    return folder


def _files(place: Traversable, above: str = "") -> list[tuple[str, str]]:
    found = []
    for each in sorted(place.iterdir(), key=lambda each: each.name):
        if each.is_dir():
            found += _files(each, f"{above}{each.name}/")
        elif each.name.endswith(".toml"):
            found.append((above + each.name, each.read_text(encoding="utf-8")))
    return found
