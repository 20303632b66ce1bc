"""The rules for routes, each broken once."""

from pathlib import Path

import pytest

from knowledge.lessons.routes import Step
from knowledge.lessons.rules import step_problem
from knowledge.library import Library
from tests.support.broken_packs import complaints, edited
from tests.support.extras import EXTRAS, write_rich_pack

ROUTES = "routes.toml"


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ('quiz = "honey-1"', 'quiz = "honey-9"', "10: short.steps.0.quiz: no quiz 'honey-9'"),
        ('entry = "bees-honey"', 'entry = "bees-wax"', "14: short.steps.1.entry: no entry 'bees-wax'"),
        ('card = "bees-owls"', 'card = "bees-ants"', "16: short.steps.2.card: no card 'bees-ants'"),
        ('"bees-1"', '"bees-2"', "18: short.steps.3.discussion: no discussion 'bees-2'"),
        ('"bees-1"', '"bees-0"', "18: short.steps.3.discussion: no discussion 'bees-0'"),
        ('"bees-1"', '"bees-one"', "18: short.steps.3.discussion: no discussion 'bees-one'"),
        ('discussion = "bees-1"', 'story = "night"', "18: short.steps.3.story: no story 'night'"),
        ('en = "Talk about it."', "", "17: short.steps.3.en: is missing"),
        ('[short.en]\ntitle = "Bees in brief"\nintro = "From guessing to knowing <&>."', "", "1: short.en: is missing"),
        ("minutes = 5", "minutes = 0", "2: short.minutes: Input should be greater than or equal to 1"),
        ("minutes = 5", 'minutes = 5\nid = "x"', "3: short.id: is not a key that belongs here"),
        (
            'entry = "bees-honey"',
            'entry = "bees-honey"\ncard = "bees-owls"',
            "13: short.steps.1: must name exactly one of",
        ),
    ],
)
def test_a_broken_rule_is_named_with_its_line(tmp_path: Path, old: str, new: str, line: str) -> None:
    [found] = complaints(write_rich_pack(tmp_path, **{ROUTES: edited(EXTRAS[ROUTES], old, new)}))
    assert found.startswith(f"{ROUTES}:{line}")


STORY = "story.toml"


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        (
            '[systems.hive]\nentry = "bees-honey"',
            '[systems.hive]\nentry = "wax"',
            "11: systems.hive.entry: no entry 'wax'",
        ),
        ('nl = "Het bos"', "", "14: systems.wood.nl: is missing"),
        ('"bees-honey", "owls-night"]', '"bees-honey", "cats"]', "20: scenes.0.entries.1: no entry 'cats'"),
        ('since = ["paper"]', 'since = ["film"]', "21: scenes.0.since: no work 'film' in sources.toml"),
        ('since = "Later it wilted."', "", "26: scenes.0.en.since: what became known later needs its works"),
        ('since = ["paper"]\n', "", "24: scenes.0.nl.since: what became known later needs its works"),
        ('id = "dusk"', 'id = "flower"', "50: scenes.1.id: 'flower' is there twice"),
        ('en = "Fly past"', "", "42: scenes.0.choices.1.en: is missing"),
        ('en = "Who knows."', "", "45: scenes.0.choices.1.verdicts.hive.en: is missing"),
        (
            'section = "One", para = [1]',
            'section = "Six", para = [1]',
            "39: scenes.0.choices.0.verdicts.hive.sources: no",
        ),
        (
            'effect = "unknown"',
            'effect = "something"',
            "45: scenes.0.choices.1.verdicts.hive.sources: is missing: what happens is known from somewhere",
        ),
        ('[en]\ntitle = "A flight <&>"\nintro = "Fly along <&>."\nending = "Landed <&>."', "", " en: is missing"),
    ],
)
def test_a_broken_rule_of_the_story_is_named_with_its_line(tmp_path: Path, old: str, new: str, line: str) -> None:
    found = complaints(write_rich_pack(tmp_path, **{STORY: edited(EXTRAS[STORY], old, new)}))
    assert any(complaint.startswith(f"{STORY}:{line}") for complaint in found), found


@pytest.mark.parametrize("text", ["id = 3", 'id = "a"\nscenes = 3\nsystems = 3', "[[scenes]]\nchoices = [3]"])
def test_what_is_no_story_is_reported(tmp_path: Path, text: str) -> None:
    found = complaints(write_rich_pack(tmp_path, **{STORY: text}))
    assert all(line.startswith(STORY) for line in found)


@pytest.mark.parametrize("text", ["short = 3", "[short]\nsteps = 3", "[[short]]", '[short]\nsteps = ["entry"]'])
def test_what_is_no_route_is_reported(tmp_path: Path, text: str) -> None:
    assert all(line.startswith(ROUTES) for line in complaints(write_rich_pack(tmp_path, **{ROUTES: text})))


def test_a_step_that_the_pack_has_is_no_problem(rich_library: Library) -> None:
    assert [step_problem(rich_library, step) for step in rich_library.routes["short"].steps] == [None] * 4
    assert step_problem(rich_library, Step(entry="gone")) == "no entry 'gone'"
