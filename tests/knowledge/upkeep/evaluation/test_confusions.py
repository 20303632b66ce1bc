"""Which entry took whose question."""

from knowledge.upkeep.evaluation.confusions import Confusion, confusions
from tests.support.evaluation import answered, asked, offered


def test_confusions_are_counted_most_often_first_with_their_first_example() -> None:
    rows = [
        asked(answered("sting"), "honey", "wax", text="one"),
        asked(answered("night"), text="nobody's"),
        asked(answered("sting"), "honey", text="two"),
        asked(answered("honey"), "honey"),
        asked(answered("honey"), "sting", text="three"),
        asked(offered("night"), "honey"),
    ]
    assert confusions(rows) == (
        Confusion("sting", "honey", 2, "one"),
        Confusion("night", "(near)", 1, "nobody's"),
        Confusion("honey", "sting", 1, "three"),
    )


def test_where_all_is_right_nothing_is_confused() -> None:
    assert confusions([asked(answered("honey"), "honey")]) == ()
