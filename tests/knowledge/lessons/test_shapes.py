"""How lessons are written and how the models want them."""

import pytest

from knowledge.lessons.shapes import routes_shape, story_shape
from knowledge.reader import Raw


def test_the_texts_of_a_route_and_of_its_steps_are_gathered_by_language() -> None:
    raw: Raw = {"a": {"minutes": 5, "nl": {"title": "t"}, "steps": [{"entry": "e", "nl": "kijk"}]}}
    assert routes_shape(raw) == {
        "a": {
            "id": "a",
            "minutes": 5,
            "texts": {"nl": {"title": "t"}},
            "steps": [{"entry": "e", "texts": {"nl": "kijk"}}],
        }
    }


def test_the_texts_of_a_story_are_gathered_however_deep_they_stand() -> None:
    verdicts = {"bees": {"effect": "nothing", "nl": "Niets."}}
    raw: Raw = {
        "id": "s",
        "nl": {"title": "t"},
        "systems": {"bees": {"entry": "e", "nl": "Bijen"}},
        "scenes": [{"id": "x", "nl": {"text": "t"}, "choices": [{"nl": "doe", "verdicts": verdicts}]}],
    }
    assert story_shape(raw) == {
        "id": "s",
        "texts": {"nl": {"title": "t"}},
        "systems": {"bees": {"entry": "e", "texts": {"nl": "Bijen"}}},
        "scenes": [
            {
                "id": "x",
                "texts": {"nl": {"text": "t"}},
                "choices": [
                    {"texts": {"nl": "doe"}, "verdicts": {"bees": {"effect": "nothing", "texts": {"nl": "Niets."}}}}
                ],
            }
        ],
    }


@pytest.mark.parametrize("raw", [{"a": 3}, {"a": {"steps": 3}}, {"a": {"steps": [3]}}])
def test_what_has_another_shape_is_left_for_the_model_to_refuse(raw: Raw) -> None:
    shaped = routes_shape(raw)["a"]
    assert shaped == 3 or shaped["steps"] == raw["a"]["steps"]


def test_the_verdicts_of_a_scene_go_to_each_choice_that_has_none() -> None:
    shared, own = {"effect": "nothing", "nl": "Niets."}, {"effect": "something", "nl": "Iets."}
    scene = {"verdicts": {"a": shared, "b": shared}, "choices": [{}, {"verdicts": {"b": own}}, {"verdicts": 3}]}
    [shaped] = story_shape({"scenes": [scene]})["scenes"]
    said = [
        {name: verdict["texts"]["nl"] for name, verdict in choice["verdicts"].items()}
        for choice in shaped["choices"][:2]
    ]
    assert said == [{"a": "Niets.", "b": "Niets."}, {"a": "Niets.", "b": "Iets."}]
    assert shaped["choices"][2]["verdicts"] == 3
    assert "verdicts" not in shaped


@pytest.mark.parametrize("raw", [{"systems": 3, "scenes": 3}, {"systems": {"a": 3}, "scenes": [3]}])
def test_what_is_no_story_is_left_too(raw: Raw) -> None:
    assert {key: value for key, value in story_shape(raw).items() if key != "texts"} == raw
