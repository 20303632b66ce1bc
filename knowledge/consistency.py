"""The rules that hold between a pack's files: references that lead somewhere, nothing twice, every language there."""

from collections.abc import Iterator, Mapping

from knowledge.entries import Entry, Since
from knowledge.extras import problems_of_extras
from knowledge.findings import Finding, Key, missing_languages, pointer_problems
from knowledge.library import Library
from knowledge.quizzes import QuizFile
from knowledge.text import words


def problems_across(
    library: Library, entries: Mapping[str, Entry], quizzes: Mapping[str, QuizFile]
) -> Iterator[Finding]:
    """Yield (path, key, reason) for each broken rule; the mappings tell what was read from the file at each path."""
    yield from _pack(library)
    for path, entry in entries.items():
        yield from ((path, key, reason) for key, reason in _entry(library, entry))
    yield from _doubles(library, entries)
    yield from problems_of_extras(library, quizzes)
    yield from _unreachable(library, entries)


def _pack(library: Library) -> Iterator[Finding]:
    pack = library.pack
    if pack.work not in library.works:
        yield "pack.toml", ("work",), f"no work {pack.work!r} in sources.toml"
    for position, starter in enumerate(pack.starters):
        if starter not in library.entries:
            yield "pack.toml", ("starters", position), f"no entry {starter!r}"
    yield from (("pack.toml", key, reason) for key, reason in missing_languages(library, pack.faces))
    yield from _topics(library)
    yield from _chatter(library)


def _topics(library: Library) -> Iterator[Finding]:
    seen: set[str] = set()
    for position, topic in enumerate(library.pack.topics):
        key = ("topics", position)
        for (code,), reason in missing_languages(library, topic.titles):
            yield "pack.toml", (*key, "titles", code), reason
        if topic.id in seen:
            yield "pack.toml", (*key, "id"), f"{topic.id!r} is there twice"
        if not library.in_topic(topic.id):
            yield "pack.toml", (*key, "id"), f"no entry in entries/{topic.id}"
        seen.add(topic.id)


def _chatter(library: Library) -> Iterator[Finding]:
    """Small talk that is understood in one language is answered in another, so every language needs all of it."""
    every = {intent for intents in library.chatter.values() for intent in intents}
    for code, intents in library.chatter.items():
        yield from ((f"smalltalk.{code}.toml", (intent,), "is missing") for intent in sorted(every - set(intents)))


def _entry(library: Library, entry: Entry) -> Iterator[tuple[Key, str]]:
    if library.topic(entry.topic) is None:
        yield (), f"its folder {entry.topic!r} is not a topic of pack.toml"
    yield from missing_languages(library, entry.texts)
    for position, following in enumerate(entry.next):
        if following.entry not in library.entries:
            yield ("next", position, "entry"), f"no entry {following.entry!r}"
        elif following.entry == entry.id:
            yield ("next", position, "entry"), "leads to itself"
    for position, pointer in enumerate(entry.sources):
        yield from ((("sources", position), reason) for reason in pointer_problems(library, pointer))
    for position, later in enumerate(entry.since):
        yield from ((("since", position, *key), reason) for key, reason in _since(library, later))


def _since(library: Library, later: Since) -> Iterator[tuple[Key, str]]:
    yield from missing_languages(library, later.texts)
    for source in later.sources:
        if source not in library.works:
            yield ("sources",), f"no work {source!r} in sources.toml"


def _doubles(library: Library, entries: Mapping[str, Entry]) -> Iterator[Finding]:
    """Two files with one id, and phrasings that stand in two entries or twice in one."""
    by_id: dict[str, str] = {}
    owner: dict[tuple[str, ...], tuple[str, str, int]] = {}
    for path, entry in entries.items():
        if entry.id in by_id:
            yield path, (), f"the id is also that of {by_id[entry.id]}"
        by_id[entry.id] = path
        for code in library.pack.languages:
            text = entry.texts.get(code)
            for position, phrasing in enumerate(text.phrasings if text else ()):
                place = (entry.id, code, position)
                other, *where = owner.setdefault(tuple(words(phrasing)), place)
                if other != entry.id:
                    yield path, (code, "phrasings", position), f"{phrasing!r} is also a phrasing of {other!r}"
                elif where[0] == code and where[1] != position:
                    yield path, (code, "phrasings", position), f"{phrasing!r} stands here twice"


def _unreachable(library: Library, entries: Mapping[str, Entry]) -> Iterator[Finding]:
    reached = {following.entry for entry in entries.values() for following in entry.next if following.entry != entry.id}
    reached.update(library.pack.starters)
    yield from (
        (path, ("next",), "no other entry leads here") for path, entry in entries.items() if entry.id not in reached
    )
