"""Sure against right, counted by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.upkeep.evaluation.calibration import BINS, Bin, calibrate, calibrations
from tests.support.evaluation import answered, asked, chatted, offered, refused


def test_four_questions_in_three_bins() -> None:
    rows = [
        asked(answered("honey", sure=0.95), "honey"),
        asked(answered("sting", sure=0.92), "honey"),
        asked(answered("honey", sure=1.0), "honey"),
        asked(offered("sting", "honey", sure=0.3), "honey"),
    ]
    found = calibrate("all", rows)
    sure = (0.95 + 0.92 + 1.0) / 3
    assert (found.of, found.n) == ("all", 4)
    assert found.error == pytest.approx((3 * abs(sure - 2 / 3) + abs(0.3 - 0)) / 4)
    assert [kept.n for kept in found.bins] == [0, 0, 0, 1, 0, 0, 0, 0, 0, 3]
    assert found.bins[3] == Bin(0.3, 0.4, 1, 0.3, 0.0)
    assert (found.bins[9].confidence, found.bins[9].right) == pytest.approx((sure, 2 / 3))
    assert found.bins[0] == Bin(0.0, 0.1, 0, 0.0, 0.0)


def test_what_is_offered_is_right_if_the_first_option_is() -> None:
    assert calibrate("all", [asked(offered("honey", "sting", sure=0.5), "honey")]).bins[5].right == 1


def test_only_what_is_answered_or_offered_counts_and_what_is_out_of_scope_apart() -> None:
    rows = [
        asked(answered("honey"), "honey"),
        asked(answered("honey"), "honey", lang="nl"),
        asked(answered("honey"), lang="nl"),
        asked(answered("honey"), "honey", kind="other-language", lang="de"),
        asked(refused(), "honey"),
        asked(chatted(), "honey"),
    ]
    counts = {found.of: found.n for found in calibrations(rows)}
    assert counts == {"in scope": 2, "in scope, en": 1, "in scope, nl": 1, "everything asked": 4}


def test_nothing_answered_nothing_to_calibrate() -> None:
    assert calibrations([asked(refused(), "honey")]) == ()


@given(st.lists(st.tuples(st.floats(0, 1), st.booleans()), min_size=1, max_size=30))
def test_the_error_is_a_share_and_no_question_is_lost(answers: list[tuple[float, bool]]) -> None:
    rows = [asked(answered("honey" if right else "sting", sure=sure), "honey") for sure, right in answers]
    found = calibrate("all", rows)
    assert 0 <= found.error <= 1
    assert sum(kept.n for kept in found.bins) == len(rows)
    assert len(found.bins) == BINS
    assert all(kept.low - 1e-6 <= kept.confidence <= kept.high + 1e-6 for kept in found.bins if kept.n)
