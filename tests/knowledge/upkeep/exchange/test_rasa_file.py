"""Entries as training data of Rasa."""

import pytest
import yaml

from knowledge.library import Library
from knowledge.upkeep.exchange import rasa_file
from knowledge.upkeep.exchange.items import Complaint, Defaults, Item, UnreadableFileError, items_of
from tests.support.exchange import carried

FOREIGN = """
version: "3.1"
nlu:
- intent: ask_wax
  examples: |
    - what is [wax](thing)
    - [beeswax]{"entity": "thing", "value": "wax"}?
- intent: faq/bees-queen
  examples:
  - text: who rules
  - {text: who is in charge}
- lookup: city
responses:
  utter_ask_wax:
  - text: The walls of a comb.
  utter_nothing: none
"""


def test_what_it_can_hold_comes_back(small_library: Library) -> None:
    items = items_of(small_library)
    found = [one for one in rasa_file.read(rasa_file.write(items), Defaults()) if isinstance(one, Item)]
    assert [one.raw for one in found] == [carried(item.raw, rasa_file.CARRIES) for item in items]


def test_an_intent_has_a_response_of_its_name(small_library: Library) -> None:
    page = yaml.safe_load(rasa_file.write(items_of(small_library)))
    assert {f"utter_{intent['intent']}" for intent in page["nlu"]} == {*page["responses"]}
    assert all(intent["examples"].startswith("- ") for intent in page["nlu"])


def test_a_file_of_somebody_else_is_read_without_its_marks() -> None:
    found = list(rasa_file.read(FOREIGN.encode(), Defaults("en", "bees")))
    assert [(one.id, one.raw["en"]) for one in found if isinstance(one, Item)] == [
        ("ask-wax", {"phrasings": ["what is wax", "beeswax?"], "answer": "The walls of a comb."}),
        ("bees-queen", {"phrasings": ["who rules", "who is in charge"]}),
    ]
    assert [str(one) for one in found if isinstance(one, Complaint)] == ["nlu 3: is no intent"]


def test_without_a_language_nothing_is_guessed() -> None:
    found = list(rasa_file.read(FOREIGN.encode(), Defaults()))
    assert not [one for one in found if isinstance(one, Item)]
    assert {one.reason for one in found if isinstance(one, Complaint)} == {
        "the language is one of nl, en; say it with --lang",
        "is no intent",
    }


@pytest.mark.parametrize(
    "content",
    [
        b"nlu: [",
        b"- 1",
        b"nlu: 3",
        b"a: &a [x]\nnlu: [*a]",
        b"nlu: !!python/object/apply:os.system ['true']",
        b"[" * 5000,
    ],
)
def test_what_is_no_plain_yaml_with_intents_is_refused(content: bytes) -> None:
    with pytest.raises(UnreadableFileError):
        list(rasa_file.read(content, Defaults()))
