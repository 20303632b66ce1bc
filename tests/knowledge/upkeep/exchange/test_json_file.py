"""Entries as JSON."""

import json

import pytest

from knowledge.library import Library
from knowledge.upkeep.exchange import json_file
from knowledge.upkeep.exchange.items import Complaint, Defaults, Item, UnreadableFileError, items_of


def test_every_entry_comes_back(small_library: Library) -> None:
    items = items_of(small_library)
    found = [one for one in json_file.read(json_file.write(items), Defaults()) if isinstance(one, Item)]
    assert [one.raw for one in found] == [item.raw for item in items]


def test_an_entry_of_another_form_is_named_by_its_number() -> None:
    content = json.dumps({"entries": [1, {"id": "a"}, {"id": "b", "reviewed": "once"}, {}]}).encode()
    found = list(json_file.read(content, Defaults(topic="bees")))
    assert [one.place for one in found if isinstance(one, Complaint)] == ["entry 1", "entry 3", "entry 4"]
    assert [one.raw for one in found if isinstance(one, Item)] == [{"topic": "bees"}]


@pytest.mark.parametrize("content", [b"", b"[]", b'{"entries": {}}', b"[" * 100_000, b"\xff\xfe\x00"])
def test_what_is_no_json_of_entries_is_refused(content: bytes) -> None:
    with pytest.raises(UnreadableFileError):
        list(json_file.read(content, Defaults()))
