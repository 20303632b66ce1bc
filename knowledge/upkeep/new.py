"""The beginning of a new entry: a file with everything that must be filled in."""

import datetime as dt
import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from knowledge.entries import MAX_ID_LENGTH, entry_file
from knowledge.languages import Language
from knowledge.library import Library
from knowledge.loader import load_front
from knowledge.pack import Pack, Work

_PLACE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*/[a-z0-9]+(-[a-z0-9]+)*")


class CannotBeginError(Exception):
    """The entry can't be begun; the message says why."""


def begin_entry(folder: Path, place: str, today: dt.date) -> Path:
    """Write the skeleton of an entry at `<topic>/<id>` of a pack; lint names every gap in it until it is filled.

    Other entries may be unfilled still: only the pack's own page and its sources are read.

    Raises:
        BrokenPackError: the pack's own page or its sources can't be used.
        CannotBeginError: the place has not that form, the topic is unknown, or the id is taken.
    """
    if not _PLACE.fullmatch(place):
        raise CannotBeginError("give the place as <topic>/<entry-id>, in small letters, digits and hyphens")
    topic, entry_id = place.split("/")
    if len(entry_id) > MAX_ID_LENGTH:
        msg = f"the id has {len(entry_id)} characters, at most {MAX_ID_LENGTH} fit a button"
        raise CannotBeginError(msg)
    pack, works = load_front(folder)
    if topic not in [known.id for known in pack.topics]:
        msg = f"no topic {topic!r} in pack.toml; there are {', '.join(known.id for known in pack.topics)}"
        raise CannotBeginError(msg)
    for taken in folder.glob(f"entries/*/{entry_id}.toml"):
        msg = f"there is an entry {entry_id!r} already, in topic {taken.parent.name!r}"
        raise CannotBeginError(msg)
    path = folder / entry_file(topic, entry_id)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(_skeleton(pack, works[pack.work], today), encoding="utf-8")
    return path


def form_of(library: Library, topic: str, today: dt.date, texts: Sequence[tuple[Language, str]], *, after: str) -> str:
    """Give the skeleton of an entry that is sent instead of written into the pack.

    It has some phrasings already, and says at its end which id and topic it is to have, and after which entry it comes.
    """
    phrasings: dict[str, str] = {
        code: "".join(f"  {_quoted(text)},\n" for language, text in texts if language == code)
        for code in library.pack.languages
    }
    head = _skeleton(library.pack, library.works[library.pack.work], today, phrasings)
    about = {"id": "", "topic": topic, "after": after}
    return head + "\n[change]\n" + "".join(f"{key} = {_quoted(value)}\n" for key, value in about.items())


def _quoted(text: str) -> str:
    # A JSON string is also a TOML string.
    return json.dumps(text, ensure_ascii=False)


def _skeleton(pack: Pack, work: Work, today: dt.date, phrasings: Mapping[str, str] = MappingProxyType({})) -> str:
    section = f", section = {_quoted(work.sections[0].title)}, para = []" if work.sections else ""
    head = f"""reviewed = {today.isoformat()}
voice = ""                        # essay | author | reported | expert | plan | later
sources = [{{ work = "{pack.work}"{section} }}]
next = [
  {{ kind = "contrast", entry = "" }},  # why | example | contrast | consequence | detail | evidence | since
]
"""
    body = """
[{code}]
question = ""                     # as a button: at most 60 characters
answer = '''
'''                               # at most 90 words; the first sentence answers
simple = '''
'''                               # at most 40 words, for a twelve-year-old
phrasings = [                     # at least 25, as different people type
{phrasings}]
"""
    return head + "".join(
        body.replace("{code}", code).replace("{phrasings}", phrasings.get(code, "")) for code in pack.languages
    )
