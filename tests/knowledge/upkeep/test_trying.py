"""What changes would do to the pack's own exam."""

from knowledge.upkeep.evaluation.comparing import Comparison
from knowledge.upkeep.trying import Tried
from tests.support.upkeep_stage import BETTER, WORSE


def test_what_ends_otherwise_is_counted() -> None:
    tried = Tried(Comparison((), (WORSE, BETTER, BETTER), 0, 0), ())
    assert (tried.worse, tried.count("better"), tried.count("other")) == (1, 2, 0)
