"""A whole run on the small pack, counted by hand."""

import sys

import pytest

from bot.app import Knowledge
from knowledge.outcomes import Dialogue
from knowledge.upkeep.evaluation.questions import Conversation, Sets, Turn
from knowledge.upkeep.evaluation.running import Wanted, evaluate
from tests.support.evaluation import question

EN = Dialogue("en")
SETS = Sets(
    (
        question("tell me of honey comb", "bees-honey"),
        question("who likes stings needle", "owls-night"),
        question("when does the train leave", kind="far"),
    ),
    (Conversation("talks", 1, "d1", "en", (Turn("tell me of honey comb", "answer", ("bees-honey",)),)),),
)


def test_a_run_asks_everything_and_measures_it(small_knowledge: Knowledge) -> None:
    library, answer = small_knowledge.library, small_knowledge.answerer.answer
    result, missing = evaluate(library, answer, EN, Wanted(SETS, ("token-sort",)))
    whole = result.summary.groups[0].measures
    assert (whole.n, whole.right_first, whole.misled) == (2, 0.5, 0.5)
    assert [row.kind for row in result.summary.scope] == ["far", "far"]
    assert (result.summary.dialogues.whole, len(result.turns)) == (1, 1)
    assert [(row.scorer, row.top1) for row in result.ranks] == [("nuancebot", 0.5), ("token-sort", 0.5)]
    assert (result.pack, result.digest) == (library.folder.name, library.digest)
    assert (missing, result.self_check) == ((), None)


def test_a_peer_that_is_not_installed_is_left_out_and_named(
    monkeypatch: pytest.MonkeyPatch, small_knowledge: Knowledge
) -> None:
    monkeypatch.setitem(sys.modules, "bm25s", None)
    wanted = Wanted(SETS, ("bm25", "token-set"))
    result, missing = evaluate(small_knowledge.library, small_knowledge.answerer.answer, EN, wanted)
    assert [row.scorer for row in result.ranks] == ["nuancebot", "token-set"]
    assert missing == ("bm25 is left out: pip install bm25s",)


def test_the_base_can_be_asked_about_itself_alone(small_knowledge: Knowledge) -> None:
    wanted = Wanted(Sets(), ("bm25",), folds=2)
    result, missing = evaluate(small_knowledge.library, small_knowledge.answerer.answer, EN, wanted)
    assert (result.questions, result.ranks, missing) == ((), (), ())
    assert result.self_check
    assert (result.self_check.n, result.self_check.folds) == (84, 2)
