"""Numbers to lengths."""

import pytest

from knowledge.upkeep.evaluation.calibration import calibrate
from knowledge.upkeep.evaluation.charts import SIDE, Bar, Bars, Slice, Stack, bars, dots, stack, stacks
from knowledge.upkeep.evaluation.ranks import RankMeasures
from tests.support.evaluation import answered, asked, refused


def test_a_bar_holds_everything_that_became_of_questions_best_first() -> None:
    rows = [asked(answered("sting"), "honey"), *[asked(answered("honey"), "honey")] * 2, asked(refused(), "honey")]
    assert stack("eval/en", rows) == Stack(
        "eval/en",
        4,
        (
            Slice("right", "right answer", 2, 50.0),
            Slice("refused", "refused", 1, 25.0),
            Slice("misled", "wrong answer", 1, 25.0),
        ),
    )


def test_there_is_a_bar_per_set_for_what_an_entry_answers() -> None:
    rows = [asked(refused(), "honey"), asked(refused(), "honey", lang="nl"), asked(refused())]
    assert [(found.name, found.n) for found in stacks(rows)] == [("eval/en", 1), ("eval/nl", 1)]


def test_scorers_are_compared_measure_by_measure_best_first() -> None:
    ranks = [
        RankMeasures("nuancebot", "en", 4, 2, top1=0.5, top3=0.75, auc=None, ms=1),
        RankMeasures("other", "en", 4, 2, top1=0.625, top3=0.5, auc=0.9, ms=1),
    ]
    first, third, auc = bars(ranks)
    assert first == Bars("top-1", "en", (Bar("other", 0.625, 62.5), Bar("nuancebot", 0.5, 50.0)))
    assert [bar.scorer for bar in third.bars] == ["nuancebot", "other"]
    assert auc.bars[1] == Bar("nuancebot", None, 0.0)


def test_a_dot_stands_where_sure_and_right_meet_its_area_is_its_share() -> None:
    rows = [asked(answered("honey", sure=0.75), "honey")] * 3 + [asked(answered("sting", sure=0.25), "honey")]
    low, high = dots(calibrate("all", rows))
    assert (low.x, low.y) == (SIDE / 4, SIDE)
    assert (high.x, high.y) == (0.75 * SIDE, 0)
    assert high.radius / low.radius == pytest.approx(3**0.5, rel=0.01)
    assert high.words == "3 questions: 75% sure, 100% right"
