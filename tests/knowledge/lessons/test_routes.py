"""Routes: what a step names, and the texts of a route in a language that it may not have."""

import pytest
from pydantic import ValidationError

from knowledge.lessons.routes import MOST_STEPS, STEP_KINDS, Route, Step, StepKind

TEXT = {"title": "Bees", "intro": "On bees."}


@pytest.mark.parametrize("kind", STEP_KINDS)
def test_a_step_is_of_the_kind_of_what_it_names(kind: StepKind) -> None:
    step = Step.model_validate({kind: "bees-honey"})
    assert (step.kind, step.about) == (kind, "bees-honey")


@pytest.mark.parametrize("named", [{}, {"entry": "bees", "card": "bees"}, dict.fromkeys(STEP_KINDS, "bees")])
def test_a_step_names_exactly_one_thing(named: dict[str, str]) -> None:
    with pytest.raises(ValidationError, match="must name exactly one of entry, card, quiz, discussion, story"):
        Step.model_validate(named)


@pytest.mark.parametrize("minutes", [0, 241])
def test_a_lesson_takes_some_minutes_and_no_day(minutes: int) -> None:
    with pytest.raises(ValidationError, match="minutes"):
        Route.model_validate({"id": "a", "minutes": minutes, "steps": [{"entry": "a"}], "texts": {"en": TEXT}})


@pytest.mark.parametrize("count", [0, MOST_STEPS + 1])
def test_a_route_has_some_steps_and_not_too_many(count: int) -> None:
    with pytest.raises(ValidationError, match="steps"):
        Route.model_validate({"id": "a", "minutes": 5, "steps": [{"entry": "a"}] * count, "texts": {"en": TEXT}})


def test_a_route_in_one_language_is_told_in_that_language() -> None:
    route = Route.model_validate({"id": "a", "minutes": 5, "steps": [{"entry": "a"}], "texts": {"en": TEXT}})
    assert route.text_in("nl").title == route.text_in("en").title == "Bees"
