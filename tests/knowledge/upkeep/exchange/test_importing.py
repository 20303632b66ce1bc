"""Entries from elsewhere, taken into a pack's files."""

from pathlib import Path
from typing import Any

import pytest

from knowledge.library import Library
from knowledge.loader import load
from knowledge.upkeep.exchange.importing import plan_import
from knowledge.upkeep.exchange.items import Item, items_of
from tests.support.packs import write_pack

HONEY = "entries/bees/bees-honey.toml"


@pytest.fixture
def pack(tmp_path: Path) -> Library:
    """A small pack that may be written to."""
    return load(write_pack(tmp_path / "pack"))


def said(name: str, **raw: Any) -> Item:
    return Item(f"line of {name}", name, raw)


def wax(library: Library, **changed: Any) -> Item:
    """Make an entry that the pack has not, to which nothing leads yet."""
    raw = items_of(library)[0].raw
    texts = {
        code: raw[code] | {"question": f"Wax, {code}?", "phrasings": [f"wax {code} {number}" for number in range(12)]}
        for code in ("nl", "en")
    }
    return said("bees-wax", **({**raw, **texts} | changed))


def test_nothing_changes_if_nothing_else_is_said(pack: Library) -> None:
    plan = plan_import(pack, items_of(pack), exact=True)
    assert (dict(plan.rewriting.files), plan.complaints, plan.same) == ({}, (), 3)


def test_one_text_changes_and_the_rest_of_the_file_stays(pack: Library) -> None:
    plan = plan_import(pack, [said("bees-honey", en={"simple": "Sweet."})])
    changed = [line for line in plan.rewriting.difference() if line[0] in "+-" and line[:3] not in ("+++", "---")]
    assert changed == ["-simple = '''Simple: honey.'''", '+simple = "Sweet."']
    plan.rewriting.apply(pack.folder)
    assert load(pack.folder).entries["bees-honey"].texts["en"].simple == "Sweet."


def test_phrasings_come_to_those_that_are_there(pack: Library) -> None:
    before = pack.entries["bees-honey"].texts["en"].phrasings
    plan = plan_import(
        pack, [said("bees-honey", en={"phrasings": ["Golden stuff", "golden  STUFF!", before[0].upper()]})]
    )
    plan.rewriting.apply(pack.folder)
    assert load(pack.folder).entries["bees-honey"].texts["en"].phrasings == (*before, "Golden stuff")


def test_exactly_those_phrasings_if_wanted(pack: Library) -> None:
    exactly = [f"golden stuff {number}" for number in range(12)]
    plan_import(pack, [said("bees-honey", en={"phrasings": exactly})], exact=True).rewriting.apply(pack.folder)
    assert load(pack.folder).entries["bees-honey"].texts["en"].phrasings == tuple(exactly)


def test_a_new_entry_becomes_a_file(pack: Library) -> None:
    item = wax(pack)
    leading = said("bees-honey", next=[{"kind": "detail", "entry": "bees-wax"}, {"kind": "why", "entry": "bees-sting"}])
    plan = plan_import(pack, [item, leading])
    assert plan.complaints == ()
    plan.rewriting.apply(pack.folder)
    found = load(pack.folder)
    assert {each.id: each.raw for each in items_of(found)}["bees-wax"] == item.raw


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"voice": "gossip"}, "bees-wax: voice: "),
        ({"sources": []}, "bees-wax: sources: "),
        ({"topic": "wasps"}, "no topic 'wasps'; there are bees, owls"),
        ({"next": [{"kind": "why", "entry": "nowhere"}]}, "bees-wax: next.0.entry: no entry 'nowhere'"),
    ],
)
def test_what_breaks_a_rule_is_left_out_and_the_rest_is_taken(
    pack: Library, changed: dict[str, Any], reason: str
) -> None:
    plan = plan_import(pack, [wax(pack, **changed), said("bees-sting", en={"simple": "Ouch."})])
    assert [*plan.rewriting.files] == ["entries/bees/bees-sting.toml"]
    assert any(str(one).startswith(f"line of bees-wax: {reason}") for one in plan.complaints)


def test_a_phrasing_of_another_entry_is_left_to_it(pack: Library) -> None:
    taken = pack.entries["bees-sting"].texts["en"].phrasings[0]
    plan = plan_import(pack, [said("bees-honey", en={"phrasings": [taken]})])
    assert plan.rewriting.files == {}
    assert "is also a phrasing of" in str(plan.complaints[0])


def test_what_leads_to_an_entry_that_is_left_out_is_left_out_too(pack: Library) -> None:
    leading = said("bees-honey", next=[{"kind": "detail", "entry": "bees-wax"}])
    plan = plan_import(pack, [wax(pack, voice="gossip"), leading])
    assert plan.rewriting.files == {}
    assert {one.place for one in plan.complaints} == {"line of bees-wax", "line of bees-honey"}


def test_an_unknown_entry_without_a_topic_is_named(pack: Library) -> None:
    [complaint] = plan_import(pack, [said("bees-wax", en={"simple": "x"})]).complaints
    assert "no topic for it" in complaint.reason


@pytest.mark.parametrize(("name", "topic"), [("../../evil", "bees"), ("wax", "../.."), ("/tmp/evil", "bees")])  # noqa: S108
def test_no_file_outside_of_the_pack_is_written(pack: Library, tmp_path: Path, name: str, topic: str) -> None:
    before = sorted(tmp_path.rglob("*"))
    plan = plan_import(pack, [said(name, topic=topic, en={"simple": "x"})])
    plan.rewriting.apply(pack.folder)
    assert len(plan.complaints) == 1
    assert sorted(tmp_path.rglob("*")) == before
