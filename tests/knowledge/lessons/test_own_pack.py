"""The lessons of the bot's own pack: routes that take the same turn, and a bank that says what is mixed up."""

import pytest

from knowledge.lessons.routes import Route
from knowledge.lessons.scores import mistake
from knowledge.library import Library

# A class takes so long over a step, from a question that is guessed to a debate.
FEWEST_MINUTES, MOST_MINUTES = 2, 6


@pytest.fixture(params=["one-or-three", "beyond-the-series", "judge-for-yourself"])
def route(library: Library, request: pytest.FixtureRequest) -> Route:
    """Each route in turn."""
    return library.routes[request.param]


def test_there_is_a_route_for_a_short_a_usual_and_a_long_lesson(library: Library) -> None:
    assert [route.minutes for route in library.routes.values()] == [20, 45, 90]


def test_a_route_begins_with_a_guess_and_ends_with_a_check(route: Route) -> None:
    assert route.steps[0].kind == route.steps[-1].kind == "quiz"


def test_in_between_things_are_told_apart_read_and_talked_over(route: Route) -> None:
    kinds = [step.kind for step in route.steps]
    assert kinds.index("card") < kinds.index("discussion") < len(kinds) - 1
    assert "entry" in kinds


def test_longer_routes_look_at_the_evidence_and_at_what_is_known_since(library: Library) -> None:
    for route in list(library.routes.values())[1:]:
        entries = [library.entries[step.about] for step in route.steps if step.kind == "entry"]
        assert "since" in {entry.topic for entry in entries}
        assert {entry.id for entry in entries} & {"pilots-hard-to-judge", "source-reliability"}


def test_the_minutes_are_those_that_a_class_needs(route: Route) -> None:
    assert FEWEST_MINUTES <= route.minutes / len(route.steps) <= MOST_MINUTES


def test_no_step_comes_twice(route: Route) -> None:
    assert len({(step.kind, step.about) for step in route.steps}) == len(route.steps)


def test_the_first_step_is_guided_and_so_are_most(route: Route) -> None:
    assert route.steps[0].texts
    assert sum(bool(step.texts) for step in route.steps) > len(route.steps) / 2


def test_every_wrong_option_of_the_bank_says_what_it_mixes_up(library: Library) -> None:
    for question in library.quiz.values():
        assert len(question.mistakes) == len(question.texts["en"].options)
        for option, named in enumerate(question.mistakes):
            assert bool(named) == (option != question.correct)
            if named:
                assert mistake(library, question, option) == named


def test_most_mistakes_are_distinctions(library: Library) -> None:
    named = [name for question in library.quiz.values() for name in question.mistakes if name]
    assert sum(name in library.distinctions for name in named) > len(named) / 2
    assert len({*named} & {*library.distinctions}) >= 15
