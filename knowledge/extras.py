"""The rules for what goes with the entries: distinctions, map, quiz, discussion, lessons, judged questions and more."""

from collections.abc import Iterator, Mapping

from knowledge.findings import Finding, missing_entries, missing_languages, pointer_problems
from knowledge.lessons.rules import problems_of_lessons
from knowledge.library import Library
from knowledge.map_rules import problems_of_map
from knowledge.quizzes import QuizFile
from knowledge.text import words


def problems_of_extras(library: Library, quizzes: Mapping[str, QuizFile]) -> Iterator[Finding]:
    """Yield (path, key, reason) for each broken rule; `quizzes` maps the path of each quiz file to what it holds."""
    yield from _distinctions(library)
    yield from _map(library)
    yield from _quiz(library, quizzes)
    yield from _discussion(library)
    yield from problems_of_lessons(library)
    yield from _judged(library)
    yield from _lexicon(library)
    yield from _subjects(library)
    yield from _ellipses(library)


def _distinctions(library: Library) -> Iterator[Finding]:
    for card in library.distinctions.values():
        found = [*missing_languages(library, card.texts)]
        found += ((("entries", *key), reason) for key, reason in missing_entries(library, card.entries))
        for place, pointer in enumerate(card.sources):
            found += ((("sources", place), reason) for reason in pointer_problems(library, pointer))
        if len(set(card.entries)) < len(card.entries):
            found.append((("entries",), "names an entry twice"))
        if len({len(text.sides) for text in card.texts.values()}) > 1:
            found.append(((), "has more sides in one language than in another"))
        yield from (("distinctions.toml", (card.id, *key), reason) for key, reason in found)


def _map(library: Library) -> Iterator[Finding]:
    if library.map:
        yield from (("map.toml", key, reason) for key, reason in problems_of_map(library, library.map))


def _quiz(library: Library, quizzes: Mapping[str, QuizFile]) -> Iterator[Finding]:
    owner: dict[str, str] = {}
    for path, file in quizzes.items():
        for place, question in enumerate(file.question):
            found = [*missing_languages(library, question.texts)]
            if question.entry not in library.entries:
                found.append((("entry",), f"no entry {question.entry!r}"))
            found += (
                (("mistakes",), f"no distinction or entry {mistake!r}")
                for mistake in question.mistakes
                if mistake and mistake not in {*library.distinctions, *library.entries}
            )
            if question.id in owner:
                found.append((("id",), f"{question.id!r} is also in {owner[question.id]}"))
            owner[question.id] = path
            yield from ((path, ("question", place, *key), reason) for key, reason in found)


def _discussion(library: Library) -> Iterator[Finding]:
    for topic, questions in library.discussion.items():
        if library.topic(topic) is None:
            yield "discussion.toml", (topic,), "is not a topic of pack.toml"
        for place, question in enumerate(questions):
            found = [*missing_languages(library, question.texts)]
            found += ((("entries", *key), reason) for key, reason in missing_entries(library, question.entries))
            yield from (("discussion.toml", (topic, place, *key), reason) for key, reason in found)


def _judged(library: Library) -> Iterator[Finding]:
    """What is learned from can't be judged by, so a judged question may not be a phrasing too."""
    taken = {
        tuple(words(phrasing))
        for entry in library.entries.values()
        for text in entry.texts.values()
        for phrasing in (text.question, *text.phrasings)
    }
    for code, questions in library.judged.items():
        for place, question in enumerate(questions):
            found = [(("accept", *key), reason) for key, reason in missing_entries(library, question.accept)]
            wording = tuple(words(question.text))
            if wording in taken:
                found.append((("text",), "is a phrasing of an entry, or there twice"))
            taken.add(wording)
            yield from ((f"judged.{code}.toml", ("question", place, *key), reason) for key, reason in found)


def _lexicon(library: Library) -> Iterator[Finding]:
    every = {name for concepts in library.lexicon.values() for name in concepts}
    for code in library.pack.languages:
        missing = sorted(every - set(library.lexicon.get(code, {})))
        yield from ((f"lexicon.{code}.toml", (name,), "is missing") for name in missing)


def _subjects(library: Library) -> Iterator[Finding]:
    known = {name for concepts in library.lexicon.values() for name in concepts}
    for name, entry in library.subjects.items():
        if name not in known:
            yield "subjects.toml", (name,), "is no concept of the lexicon"
        if entry not in library.entries:
            yield "subjects.toml", (name,), f"no entry {entry!r}"


def _ellipses(library: Library) -> Iterator[Finding]:
    for code, listed in library.ellipses.items():
        yield from (
            (f"ellipses.{code}.toml", (entry,), f"no entry {entry!r}")
            for entry in listed
            if entry not in library.entries
        )
