"""The beginning of a new entry: a file with everything that must be filled in."""

import datetime as dt
import re
from pathlib import Path

from knowledge.languages import Language
from knowledge.library import Library
from knowledge.pack import Work

_PLACE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*/[a-z0-9]+(-[a-z0-9]+)*")


class CannotBeginError(Exception):
    """The entry can't be begun; the message says why."""


def begin_entry(library: Library, place: str, today: dt.date) -> Path:
    """Write the skeleton of an entry at `<topic>/<id>`; lint names every gap in it until it is filled.

    Raises:
        CannotBeginError: the place has not that form, the topic is unknown, or the id is taken.
    """
    if not _PLACE.fullmatch(place):
        raise CannotBeginError("give the place as <topic>/<entry-id>, in small letters, digits and hyphens")
    topic, entry_id = place.split("/")
    if library.topic(topic) is None:
        known = ", ".join(found.id for found in library.pack.topics)
        msg = f"no topic {topic!r} in pack.toml; there are {known}"
        raise CannotBeginError(msg)
    if entry_id in library.entries:
        msg = f"there is an entry {entry_id!r} already, in topic {library.entries[entry_id].topic!r}"
        raise CannotBeginError(msg)
    path = library.folder / "entries" / topic / f"{entry_id}.toml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(_skeleton(library.pack.work, library.essay, library.pack.languages, today), encoding="utf-8")
    return path


def _skeleton(work_id: str, work: Work, languages: tuple[Language, ...], today: dt.date) -> str:
    section = f', section = "{work.sections[0].title}", para = []' if work.sections else ""
    head = f"""reviewed = {today.isoformat()}
voice = ""                        # essay | author | reported | expert | plan | later
sources = [{{ work = "{work_id}"{section} }}]
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
]
"""
    return head + "".join(body.replace("{code}", code) for code in languages)
