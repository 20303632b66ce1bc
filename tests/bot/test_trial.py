"""Changes tried out before they go live."""

import json
from pathlib import Path

from bot.refresh import TRIAL, learn_aside
from bot.trial import try_out
from knowledge.changes import Change
from knowledge.loader import load
from knowledge.matching.cache import stored
from knowledge.overlay import overlay
from tests.support.packs import write_pack


def test_a_trial_tells_what_it_changes_in_the_exam_and_leaves_what_was_learned(tmp_path: Path) -> None:
    pack, folder = write_pack(tmp_path / "pack"), tmp_path / "cache"
    (pack / "evaluation").mkdir()
    question = {"lang": "en", "text": "zebra crossing", "accept": ["bees-honey"], "style": "", "typo": False}
    (pack / "evaluation" / "exam.jsonl").write_text(json.dumps(question), encoding="utf-8")
    library = load(pack)
    change, lost = Change("phrasing", "en", "the zebra crossing", "bees-honey"), Change("phrasing", "en", "x", "gone")
    tried = try_out(library, [change, lost], folder)
    assert (tried.worse, tried.unfit) == (0, (lost,))
    [better] = tried.comparison.changes
    assert (better.way, better.text, better.now) == ("better", "zebra crossing", "answer bees-honey")
    after = overlay(library, [change]).library
    assert stored(library, folder)
    assert stored(after, folder / TRIAL)
    assert stored(after, folder) is None
    learn_aside(library, after, folder)
    assert stored(after, folder)
