"""Whether a change may be made beside the pack's files."""

from dataclasses import replace
from pathlib import Path

import pytest

from knowledge.changes import Change
from knowledge.library import Library
from knowledge.loader import load
from knowledge.upkeep.teaching import Refused, asked_in_exam, refused, sorted_out
from knowledge.written_entries import as_change_text
from tests.support.changes import HONEY, PRICE, STING, WAX
from tests.support.packs import entry, write_pack

TAKEN = "what about honey jar"


@pytest.mark.parametrize("change", [HONEY, STING, PRICE, WAX])
def test_what_fits_is_not_refused(small_library: Library, change: Change) -> None:
    assert refused(small_library, change) is None


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (replace(HONEY, entry="gone"), Refused("no-entry", "gone")),
        (replace(STING, text=TAKEN), Refused("taken", "bees-honey")),
        (replace(HONEY, text="when does the train leave"), Refused("taken-by-none")),
        (replace(HONEY, text="?!"), Refused("no-words")),
        (replace(HONEY, kind="unphrasing"), Refused("few-left", "bees-honey")),
        (replace(PRICE, kind="ours"), Refused("few-left")),
    ],
)
def test_what_does_not_fit_says_why(small_library: Library, change: Change, why: Refused) -> None:
    assert refused(small_library, change) == why


def test_an_entry_says_what_is_wrong_with_it(small_library: Library) -> None:
    found = refused(small_library, replace(WAX, text=(WAX.text or "").replace('"author"', '"gossip"')))
    assert found
    assert found.why == "broken"
    assert "voice" in found.detail
    source = entry("honey", "honing", "golden stuff of hives", following="bees-sting")
    anew = Change("entry", text=as_change_text(source, "bees", replaces="0" * 16), entry="bees-honey")
    assert refused(small_library, anew) == Refused("changed", "bees-honey")


def test_what_the_exam_asks_is_not_taught(tmp_path: Path) -> None:
    pack = write_pack(tmp_path)
    (pack / "evaluation").mkdir()
    exam = pack / "evaluation" / "exam.jsonl"
    exam.write_text(
        '{"lang": "en", "text": "Golden stuff, from the hive", "accept": ["bees-honey"]}\n', encoding="utf-8"
    )
    library = load(pack)
    asked = asked_in_exam(library)
    assert refused(library, HONEY, asked) == Refused("exam")
    assert refused(library, STING, asked) is None
    assert sorted_out(library, [HONEY, STING]) == ([STING], [(HONEY, Refused("exam"))])
    exam.write_text("no json\n", encoding="utf-8")
    assert asked_in_exam(library) == frozenset()
