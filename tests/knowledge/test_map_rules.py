"""The rules of a map, each broken once."""

from pathlib import Path

import pytest

from tests.support.broken_packs import complaints, edited
from tests.support.extras import EXTRAS, write_rich_pack

MAP = EXTRAS["map.toml"]
NO_ARROW = "must name a node and one straight below it in the next row"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (edited(MAP, '"bees-sting"', '"bees-wax"'), "10: nodes.bees.entry: no entry 'bees-wax'"),
        (edited(MAP, '"honey", "owls"', '"honey", "cats", "owls"'), "1: rows.1.1: no node 'cats'"),
        (
            edited(MAP, ', "owls"]]', "]]").replace('"bees", "owls"', '"bees", "honey"'),
            "18: nodes.owls: stands in no row",
        ),
        (edited(MAP, "[4]", "[1]"), "2: sources.0: no paragraph 1 in section 'Two'"),
        (edited(MAP, '[en]\ntitle = "All animals"\nlead = "This is how they relate."\n', ""), "en: is missing"),
        (edited(MAP, 'en = { name = "Honey", text = "Is sweet" }\n', ""), "14: nodes.honey.en: is missing"),
        (edited(MAP, 'en = "make"\n', ""), "22: links.0.en: is missing"),
        (edited(MAP, '["bees", "owls"]\nnl', '["honey", "owls"]\nnl'), f"27: links.1.ends: {NO_ARROW}"),
        (edited(MAP, '["bees", "owls"]\nnl', '["bees", "ants"]\nnl'), f"27: links.1.ends: {NO_ARROW}"),
        (edited(MAP, '["bees", "owls"]\nnl', '["bees", "honey"]\nnl'), "27: links.1.ends: are linked already"),
    ],
)
def test_a_broken_rule_is_named_with_its_line(tmp_path: Path, text: str, line: str) -> None:
    found = complaints(write_rich_pack(tmp_path, **{"map.toml": text}))
    assert any(complaint.startswith("map.toml") and complaint.endswith(line) for complaint in found), found


def test_a_node_that_stands_in_the_rows_twice_is_named(tmp_path: Path) -> None:
    text = edited(MAP, '"honey", "owls"', '"honey", "honey"')
    found = complaints(write_rich_pack(tmp_path, **{"map.toml": text}))
    assert "map.toml:1: rows.1.0: 'honey' stands in the rows twice" in found
    assert "map.toml:1: rows.1.1: 'honey' stands in the rows twice" in found
