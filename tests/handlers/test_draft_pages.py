"""The pages on which a lesson is picked together: of the own pack everything can be reached, with labels that fit."""

import pytest

from handlers.buttons import Tap, Verb
from handlers.draft_pages import LETTERS, LONGEST_LABEL, draft_page, picking_page, step_label, topics_of
from handlers.phrasebook import read_phrasebook
from knowledge.languages import Language
from knowledge.lessons.routes import Step, StepKind
from knowledge.library import Library

BOOK = read_phrasebook()


def reached(library: Library, letter: str, kind: StepKind, language: Language) -> set[str]:
    """Turn all pages of a kind; give what can be picked."""
    topics = range(1, len(library.pack.topics) + 1) if topics_of(library, BOOK[language], kind, language) else [None]
    found: set[str] = set()
    for topic in topics:
        about = letter if topic is None else f"{letter}-{topic}"
        for page in range(20):
            shown = picking_page(library, BOOK[language], (kind, topic), Tap(Verb.DRAFT, language, about, page))
            data = [str(row[0].callback_data) for row in shown.rows]
            found |= {each.split(":")[2][2:] for each in data if each.startswith("da:")}
    return found


@pytest.mark.parametrize(("letter", "kind"), LETTERS.items())
def test_everything_of_a_kind_can_be_picked(library: Library, letter: str, kind: StepKind, language: Language) -> None:
    assert library.story
    every = {
        "entry": {*library.entries},
        "card": {*library.distinctions},
        "quiz": {*library.quiz},
        "discussion": {
            f"{topic}-{number}" for topic, found in library.discussion.items() for number in range(1, len(found) + 1)
        },
        "story": {library.story.id, *(scene.id for scene in library.story.scenes)},
    }
    assert reached(library, letter, kind, language) == every[kind]
    for name in every[kind]:
        assert 0 < len(step_label(library, Step.naming(kind, name), language)) <= LONGEST_LABEL


def test_a_full_lesson_is_listed(library: Library, language: Language) -> None:
    steps = [Step.naming("quiz", name) for name in [*library.quiz][:60]]
    page = draft_page(library, BOOK[language], steps, language)
    assert "\n60. " in page.html
    assert len(page.html) < 4096 * 1.2
