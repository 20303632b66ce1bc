"""Files to Library: reads a pack's folder, or reports everything that is wrong with it at once."""

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path, PurePosixPath
from typing import Any, TypeVar

from pydantic import TypeAdapter

from knowledge.consistency import problems_across
from knowledge.discussion import Discussion
from knowledge.distinctions import Distinction
from knowledge.entries import Entry, EntryId
from knowledge.findings import Finding
from knowledge.glossary import Glossary
from knowledge.languages import LANGUAGES, Language
from knowledge.lessons.routes import Route
from knowledge.lessons.shapes import routes_shape, story_shape
from knowledge.lessons.stories import Story
from knowledge.lexicon import Concept
from knowledge.library import Library
from knowledge.maps import Map
from knowledge.pack import Chatter, Ellipses, JudgedFile, NotOurs, Pack, Work
from knowledge.problems import BrokenPackError, Problem
from knowledge.quizzes import QuizFile
from knowledge.reader import Raw, Reader, by_language, set_aside
from knowledge.shelf import NO_SHELF, Arrays, Shelf

Model = TypeVar("Model")

_PACK = TypeAdapter(Pack)
_ENTRY = TypeAdapter(Entry)
_WORKS = TypeAdapter(dict[str, Work])
_CHATTER = TypeAdapter(dict[str, Chatter])
_NOT_OURS = TypeAdapter(NotOurs)
_JUDGED = TypeAdapter(JudgedFile)
_LEXICON = TypeAdapter(dict[str, Concept])
_SUBJECTS: TypeAdapter[dict[str, EntryId]] = TypeAdapter(dict[str, EntryId])
_ELLIPSES: TypeAdapter[Ellipses] = TypeAdapter(Ellipses)
_DISTINCTIONS = TypeAdapter(dict[str, Distinction])
_DISCUSSION = TypeAdapter(dict[str, tuple[Discussion, ...]])
_QUIZ = TypeAdapter(QuizFile)
_MAP = TypeAdapter(Map)
_ROUTES = TypeAdapter(dict[str, Route])
_STORY = TypeAdapter(Story)
_GLOSSARY: TypeAdapter[Glossary] = TypeAdapter(Glossary)

_texts = partial(by_language, field="texts", codes=LANGUAGES)


def load(folder: Path, shelf: Shelf = NO_SHELF) -> Library:
    """Read the pack in `folder`; files that the shelf knows to fit together are not compared with each other again.

    Raises:
        BrokenPackError: with every problem found, each with its file, line and key.
    """
    reader = _open(folder)
    pack, works = _read_front(reader)
    per_language = partial(_per_language, pack.languages if pack else LANGUAGES)
    chatter = per_language(reader.read, "smalltalk", _CHATTER)
    not_ours = per_language(reader.read, "outofscope", _NOT_OURS)
    judged = per_language(reader.read_if_there, "judged", _JUDGED)
    lexicon = per_language(reader.read_if_there, "lexicon", _LEXICON)
    subjects = reader.read_if_there("subjects.toml", _SUBJECTS)
    ellipses = per_language(reader.read_if_there, "ellipses", _ELLIPSES)
    distinctions = reader.read_if_there("distinctions.toml", _DISTINCTIONS, _distinction_shapes)
    discussion = reader.read_if_there("discussion.toml", _DISCUSSION, _discussion_shapes)
    whole = reader.read_if_there("map.toml", _MAP, _map_shape)
    glossary = reader.read_if_there("glossary.toml", _GLOSSARY)
    routes = reader.read_if_there("routes.toml", _ROUTES, routes_shape)
    story = reader.read_if_there("story.toml", _STORY, story_shape)
    quizzes = {path: quiz for path in reader.paths("quiz/*.toml") if (quiz := reader.read(path, _QUIZ, _quiz_shape))}
    found = _entries(reader)
    if pack is None or works is None:
        raise BrokenPackError(reader.problems)
    library = Library(
        folder=folder,
        digest=reader.digest,
        pack=pack,
        works=works,
        entries={entry.id: entry for entry in sorted(found.values(), key=lambda entry: entry.id)},
        chatter=chatter,
        not_ours=not_ours,
        judged={code: file.question for code, file in judged.items()},
        lexicon=lexicon,
        subjects=subjects or {},
        ellipses=ellipses,
        distinctions=distinctions or {},
        quiz={question.id: question for quiz in quizzes.values() for question in quiz.question},
        discussion=discussion or {},
        map=whole,
        glossary=glossary or {},
        routes=routes or {},
        story=story,
    )
    _check(reader, shelf, library, lambda: problems_across(library, found, quizzes))
    return library


def _entries(reader: Reader) -> dict[str, Entry]:
    """Read every entry, by the path of its file."""
    shaped = ((path, partial(_entry_shape, path)) for path in reader.paths("entries/*/*.toml"))
    return {path: entry for path, shape in shaped if (entry := reader.read(path, _ENTRY, shape))}


def _check(reader: Reader, shelf: Shelf, library: Library, findings: Callable[[], Iterable[Finding]]) -> None:
    """Look whether the files fit together, unless one could not be read: its own lines say more than what follows.

    Raises:
        BrokenPackError: with every problem found.
    """
    if not reader.problems:
        shelf.get("fitting", [library.digest], lambda: _fitting(reader, findings()))
    if reader.problems:
        raise BrokenPackError(reader.problems)


def _per_language(
    languages: Iterable[Language], read: Callable[[str, Any], Any], name: str, model: TypeAdapter[Model]
) -> dict[Language, Model]:
    """Read a file for each language; what is not there, or no good, is left out."""
    found = ((code, read(f"{name}.{code}.toml", model)) for code in languages)
    return {code: content for code, content in found if content}


def _fitting(reader: Reader, findings: Iterable[Finding]) -> Arrays:
    """Report what does not fit; only of a pack in which everything does is anything kept.

    Raises:
        BrokenPackError: with every problem found.
    """
    for path, key, reason in findings:
        reader.report(path, key, reason)
    if reader.problems:
        raise BrokenPackError(reader.problems)
    return {}


def load_front(folder: Path) -> tuple[Pack, dict[str, Work]]:
    """Read the pack's own page and its sources, whatever the state of its entries.

    Raises:
        BrokenPackError: with every problem found in the two, each with its file, line and key.
    """
    reader = _open(folder)
    pack, works = _read_front(reader)
    if pack is None or works is None:
        raise BrokenPackError(reader.problems)
    if pack.work not in works:
        raise BrokenPackError([Problem("pack.toml", 0, "work", f"no work {pack.work!r} in sources.toml")])
    return pack, works


def read_entry(path: str, source: str) -> Entry:
    """Read one entry from the text of its file, which need not be there; `path` is where in the pack it belongs.

    Raises:
        BrokenPackError: with every problem found in it; whether it fits the others is not looked at.
    """
    reader = Reader(Path())
    entry = reader.take(path, source.encode("utf-8", "replace"), _ENTRY, partial(_entry_shape, path))
    if entry is None:
        raise BrokenPackError(reader.problems)
    return entry


def _open(folder: Path) -> Reader:
    if not folder.is_dir():
        raise BrokenPackError([Problem(str(folder), 0, "pack", "is no pack that comes with the bot, and no folder")])
    return Reader(folder)


def _read_front(reader: Reader) -> tuple[Pack | None, dict[str, Work] | None]:
    pack = reader.read("pack.toml", _PACK, partial(by_language, field="faces", codes=LANGUAGES))
    return pack, reader.read("sources.toml", _WORKS)


def _entry_shape(path: str, raw: Raw) -> Raw:
    """Add what the place of the file says (topic and id) and gather the texts by language."""
    place = PurePosixPath(path)
    shaped = _texts(set_aside(raw, "topic", "id")) | {"topic": place.parent.name, "id": place.stem}
    if "since" in raw:
        shaped["since"] = _each(raw["since"])
    return shaped


def _distinction_shapes(raw: Raw) -> Raw:
    return {
        name: _texts(set_aside(card, "id")) | {"id": name} if isinstance(card, dict) else card
        for name, card in raw.items()
    }


def _discussion_shapes(raw: Raw) -> Raw:
    return {topic: _each(questions) for topic, questions in raw.items()}


def _map_shape(raw: Raw) -> Raw:
    shaped = _texts(raw)
    if isinstance(nodes := raw.get("nodes"), dict):
        shaped["nodes"] = {name: _texts(node) if isinstance(node, dict) else node for name, node in nodes.items()}
    if "links" in raw:
        shaped["links"] = _each(raw["links"])
    return shaped


def _quiz_shape(raw: Raw) -> Raw:
    return raw | {"question": _each(raw.get("question"))}


def _each(tables: Any) -> Any:  # noqa: ANN401
    """Gather the texts in each table of an array; what is no such array is left for the model to refuse."""
    if not isinstance(tables, list):
        return tables
    return [_texts(table) if isinstance(table, dict) else table for table in tables]
