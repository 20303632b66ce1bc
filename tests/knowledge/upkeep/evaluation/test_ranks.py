"""Rankings, counted by hand."""

import pytest

from knowledge.upkeep.evaluation.ranks import Ranked, answerable, measure_ranks, of_engine
from tests.support.evaluation import answered, asked, chatted, offered, question, refused


def test_a_scorer_is_measured_per_language_and_over_all() -> None:
    rows = [
        Ranked(question("1", "honey"), ("honey", "sting", "night"), 9),
        Ranked(question("2", "honey"), ("sting", "night", "honey"), 5),
        Ranked(question("3", "honey"), ("sting", "night", "wax", "honey"), 3),
        Ranked(question("4"), ("honey",), 4),
        Ranked(question("5", "honey", lang="nl"), ("honey",), 1),
        Ranked(question("6", "honey", lang="de", kind="other-language"), ("honey",), 9),
    ]
    english, dutch, both = measure_ranks("other", rows, 2.5)
    assert (english.scorer, english.lang, english.n, english.others, english.ms) == ("other", "en", 3, 1, 2.5)
    assert (english.top1, english.top3, english.auc) == pytest.approx((1 / 3, 2 / 3, 2 / 3))
    assert (dutch.lang, dutch.n, dutch.top1, dutch.auc) == ("nl", 1, 1.0, None)
    assert (both.lang, both.n, both.others, both.top1, both.auc) == ("all", 4, 1, 0.5, 0.5)


def test_one_language_needs_no_line_for_all() -> None:
    assert [row.lang for row in measure_ranks("other", [Ranked(question("1", "honey"), (), 1)], 1)] == ["en"]


def test_nothing_ranked_nothing_to_measure() -> None:
    assert measure_ranks("other", [Ranked(question("1"), ("honey",), 1)], 1) == ()


def test_the_bot_holds_for_answerable_what_it_answers_then_what_it_offers_and_small_talk_least() -> None:
    outcomes = (
        answered("honey", sure=0.9),
        answered("honey", sure=0.5),
        offered("honey", sure=0.7),
        offered("honey", sure=0.2),
        refused(sure=0.5),
        refused(sure=0.9),
        chatted(),
    )
    rows = [asked(outcome, "honey") for outcome in outcomes]
    levels = [answerable(row) for row in rows]
    assert levels == sorted(levels, reverse=True)
    assert len(set(levels)) == len(levels)
    assert [(found.ranking, found.answerable) for found in of_engine(rows)] == [
        (row.ranking, level) for row, level in zip(rows, levels, strict=True)
    ]
