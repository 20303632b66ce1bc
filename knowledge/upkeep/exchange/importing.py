"""Takes entries from elsewhere into a pack's files: first only told, then done; what breaks a rule is left out."""

import re
import shutil
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from knowledge.entries import MAX_ID_LENGTH, entry_file
from knowledge.languages import LANGUAGES
from knowledge.library import Library
from knowledge.loader import load
from knowledge.problems import BrokenPackError, Problem
from knowledge.text import words
from knowledge.upkeep.exchange.items import SHARED, Complaint, Item, Raw
from knowledge.upkeep.rewriting import Rewriting
from knowledge.upkeep.writing import written

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_ORDER = (*(key for key in SHARED if key not in ("topic", "since")), *LANGUAGES, "since")


@dataclass(frozen=True, slots=True)
class Plan:
    """What an import would do to the files, what it leaves out, and how many entries stay as they are."""

    rewriting: Rewriting
    complaints: tuple[Complaint, ...]
    same: int


@dataclass
class _Import:
    library: Library
    exact: bool
    complaints: list[Complaint] = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=dict)
    places: dict[str, str] = field(default_factory=dict)
    before: dict[str, str] = field(default_factory=dict)
    same: int = 0

    def take(self, item: Item) -> None:
        """Write what an item changes of its entry's file."""
        entry = self.library.entries.get(item.id)
        topic = entry.topic if entry else item.raw.get("topic")
        if wrong := _misplaced(self.library, item.id, topic):
            self.complaints.append(Complaint(item.place, wrong))
            return
        path = entry_file(str(topic), item.id)
        file = self.library.folder / path
        old = file.read_text(encoding="utf-8") if entry else ""
        # Tables come last in a TOML file.
        raw = {key: item.raw[key] for key in _ORDER if key in item.raw}
        raw |= {key: value for key, value in item.raw.items() if key not in (*_ORDER, "topic")}
        if not self.exact:
            raw = _adding(self.library, item.id, raw)
        new = written(old, raw)
        if new == old:
            self.same += 1
            return
        self.texts[path], self.places[path] = new, item.place
        if old:
            self.before[path] = old


def plan_import(library: Library, items: Iterable[Item], *, exact: bool = False) -> Plan:
    """Tell what an import would change.

    What an item does not say stays as it is. Its phrasings come to those that are there, unless `exact`: then they
    take their place. An entry whose file would break a rule of the pack is left out, with the reasons.
    """
    work = _Import(library, exact)
    for item in items:
        work.take(item)
    while work.texts and (problems := _problems(library.folder, work.texts)):
        broken = {problem.path for problem in problems if problem.path in work.texts}
        if not broken:
            # What is left breaks a rule elsewhere: nothing of it can be taken.
            work.complaints += [Complaint("the pack", str(problem)) for problem in problems]
            work.texts.clear()
        for problem in problems:
            if problem.path in broken:
                reason = f"{Path(problem.path).stem}: {problem.key}: {problem.reason}"
                work.complaints.append(Complaint(work.places[problem.path], reason))
        for path in broken:
            del work.texts[path]
    return Plan(Rewriting(work.texts, work.before), tuple(work.complaints), work.same)


def _misplaced(library: Library, name: str, topic: object) -> str | None:
    """Tell why there can be no file for an entry of that name: it would be outside of the pack, or of no topic."""
    if not _ID.fullmatch(name) or len(name) > MAX_ID_LENGTH:
        return f"{name[:60]!r} is no id: small letters, digits and hyphens, at most {MAX_ID_LENGTH}"
    if topic is None:
        return f"no entry {name!r} yet, and no topic for it; --topic says one"
    known = [each.id for each in library.pack.topics]
    return None if topic in known else f"no topic {str(topic)[:60]!r}; there are {', '.join(known)}"


def _adding(library: Library, name: str, raw: Raw) -> Raw:
    """Put the phrasings that are there before those that come."""
    entry = library.entries.get(name)
    added = dict(raw)
    for code in (code for code in LANGUAGES if entry and code in raw and "phrasings" in raw[code]):
        there = entry.texts[code].phrasings if entry and code in entry.texts else ()
        known = {tuple(words(phrasing)) for phrasing in there}
        more = [phrasing for phrasing in _once(raw[code]["phrasings"]) if tuple(words(phrasing)) not in known]
        added[code] = raw[code] | {"phrasings": [*there, *more]}
    return added


def _once(phrasings: Sequence[str]) -> list[str]:
    return list({tuple(words(phrasing)): phrasing for phrasing in reversed(phrasings)}.values())[::-1]


def _problems(folder: Path, texts: Mapping[str, str]) -> tuple[Problem, ...]:
    """Load the pack as it would be."""
    with TemporaryDirectory() as elsewhere:
        copy = Path(elsewhere) / "pack"
        shutil.copytree(folder, copy, ignore=shutil.ignore_patterns("evaluation"))
        for path, text in texts.items():
            (copy / path).parent.mkdir(parents=True, exist_ok=True)
            (copy / path).write_text(text, encoding="utf-8")
        try:
            load(copy)
        except BrokenPackError as error:
            return error.problems
    return ()
