"""What a running bot counts."""

from bot.metrics import Metrics
from knowledge.outcomes import Outcome


def test_everything_is_counted_by_its_kind() -> None:
    metrics = Metrics()
    metrics.outcome(Outcome("answer", "en"))
    metrics.update("message", 0.004)
    metrics.held_back("person")
    metrics.call("sendMessage", "done")
    metrics.waiting(lambda: 7)
    lines = metrics.text("abc").decode().splitlines()
    for line in (
        'nuancebot_outcomes_total{act="answer",language="en"} 1.0',
        'nuancebot_update_seconds_bucket{kind="message",le="0.005"} 1.0',
        'nuancebot_update_seconds_bucket{kind="message",le="0.002"} 0.0',
        'nuancebot_held_back_total{limit="person"} 1.0',
        'nuancebot_calls_total{method="sendMessage",result="done"} 1.0',
        "nuancebot_waiting 7.0",
        'nuancebot_base{digest="abc"} 1.0',
    ):
        assert line in lines


def test_only_the_base_in_use_is_shown_and_bots_do_not_share_their_numbers() -> None:
    metrics = Metrics()
    metrics.text("abc")
    assert 'digest="abc"' not in metrics.text("def").decode()
    assert "sendMessage" not in Metrics().text("abc").decode()
