"""The pages on which a teacher picks a route together."""

from collections.abc import Mapping, Sequence
from html import escape

from handlers.buttons import Tap, Verb
from handlers.paging import page_of, turning_row
from handlers.phrasebook import Phrases
from handlers.replies import Reply, Row, button
from knowledge.languages import Language
from knowledge.lessons.routes import Route, Step, StepKind
from knowledge.lessons.series import of_topic
from knowledge.library import Library

# Kinds in callback data, which is short.
LETTERS: Mapping[str, StepKind] = {"e": "entry", "c": "card", "q": "quiz", "d": "discussion", "s": "story"}
_LETTER: Mapping[StepKind, str] = {kind: letter for letter, kind in LETTERS.items()}
# Those that are found by topic.
_BY_TOPIC: frozenset[StepKind] = frozenset({"entry", "quiz", "discussion"})
PER_PAGE = 10
# More of a label than this no phone shows.
LONGEST_LABEL = 64


def draft_page(library: Library, phrases: Phrases, steps: Sequence[Step], language: Language) -> Reply:
    """Say what is in the route so far, with what can be done to it."""
    words = phrases.own
    lines = [f"{number}. {step_label(library, step, language)}" for number, step in enumerate(steps, start=1)]
    text = "\n".join([words.so_far if steps else words.empty, *lines])
    labels: dict[StepKind, str] = {
        "entry": words.entry,
        "card": words.card,
        "quiz": words.quiz,
        "discussion": words.discussion,
        "story": words.story,
    }
    rows: list[Row] = [
        (button(label, Tap(Verb.DRAFT, language, _LETTER[kind])),)
        for kind, label in labels.items()
        if _has(library, kind)
    ]
    if steps:
        rows.append((button(words.drop, Tap(Verb.DRAFT_DROP, language, page=len(steps))),))
        rows.append((button(words.make, Tap(Verb.DRAFT_MAKE, language)),))
    rows.append((button(words.by_file, Tap(Verb.OWN_FILE, language)),))
    rows.append((button(phrases.lessons.others, Tap(Verb.LESSONS, language)),))
    return Reply(escape(text), tuple(rows))


def made_page(phrases: Phrases, route: Route, language: Language) -> Reply:
    """Say that a route is made, with a button that leads to it."""
    look = button(phrases.own.look, Tap(Verb.ROUTE, language, route.id))
    return Reply(escape(phrases.own.made), ((look,),))


def topics_of(library: Library, phrases: Phrases, kind: StepKind, language: Language) -> Reply | None:
    """Ask in which topic to look for something of a kind; None if that kind is not found by topic."""
    if kind not in _BY_TOPIC:
        return None
    rows = [
        (button(topic.titles[language], Tap(Verb.DRAFT, language, f"{_LETTER[kind]}-{number}")),)
        for number, topic in enumerate(library.pack.topics, start=1)
        if _names(library, kind, number)
    ]
    return Reply(escape(phrases.own.which_topic), (*rows, _back(phrases, language)))


def picking_page(library: Library, phrases: Phrases, where: tuple[StepKind, int | None], tap: Tap) -> Reply:
    """Render a page of what can be added: of a kind, in a topic counted from 1 or wherever it is."""
    kind, topic = where
    page = page_of(_names(library, kind, topic), tap.page, PER_PAGE)
    rows = [
        (
            button(
                step_label(library, Step.naming(kind, name), tap.language),
                Tap(Verb.DRAFT_ADD, tap.language, f"{_LETTER[kind]}-{name}"),
            ),
        )
        for name in page.items
    ]
    return Reply(escape(phrases.own.which), (*rows, *turning_row(phrases, page, tap), _back(phrases, tap.language)))


def step_label(library: Library, step: Step, language: Language) -> str:
    """Name what a step shows, as short as a button is."""
    label = _title(library, step, language)
    return label if len(label) <= LONGEST_LABEL else label[: LONGEST_LABEL - 1].rsplit(maxsplit=1)[0] + "…"


def _title(library: Library, step: Step, language: Language) -> str:
    match step.kind:
        case "entry":
            return library.entries[step.about].texts[language].question
        case "card":
            return library.distinctions[step.about].texts[language].title
        case "quiz":
            return library.quiz[step.about].texts[language].question
        case "discussion":
            question = library.discussion_at(step.about)
            return question.texts[language].question if question else step.about
        case "story":
            place = library.story.place_of(step.about) if library.story else None
            if library.story is None:
                return step.about
            return (library.story if place is None else library.story.scenes[place]).texts[language].title


def _names(library: Library, kind: StepKind, topic: int | None) -> list[str]:
    """List the ids of a kind, in a topic counted from 1 if the kind is found by topic."""
    topic_id = library.pack.topics[topic - 1].id if topic else ""
    match kind:
        case "entry":
            return [entry.id for entry in library.in_topic(topic_id)]
        case "quiz":
            return [question.id for question in of_topic(library, topic_id)]
        case "discussion":
            return [f"{topic_id}-{number}" for number, _ in enumerate(library.discussion.get(topic_id, ()), start=1)]
        case "card":
            return [*library.distinctions]
        case "story":
            return [library.story.id, *(scene.id for scene in library.story.scenes)] if library.story else []


def _has(library: Library, kind: StepKind) -> bool:
    there = {
        "entry": True,
        "card": bool(library.distinctions),
        "quiz": bool(library.quiz),
        "discussion": bool(library.discussion),
        "story": library.story is not None,
    }
    return there[kind]


def _back(phrases: Phrases, language: Language) -> Row:
    return (button(phrases.own.back, Tap(Verb.DRAFT, language)),)
