"""What is watched of a bot that runs."""

from dataclasses import replace

from handlers.context import Services
from handlers.watching import NO_WATCH, Watch
from knowledge.outcomes import Outcome
from tests.handlers.conftest import Open


class Heard(Watch):
    """Remembers what came of messages."""

    def __init__(self) -> None:
        self.outcomes: list[Outcome] = []

    def outcome(self, outcome: Outcome) -> None:
        self.outcomes.append(outcome)


async def test_what_came_of_a_message_is_told(open_as: Open, small_services: Services) -> None:
    heard = Heard()
    stage = await open_as("en", services=replace(small_services, watch=heard))
    await stage.says("what about honey jar")
    assert [outcome.entry for outcome in heard.outcomes] == ["bees-honey"]


def test_who_keeps_nothing_takes_everything() -> None:
    NO_WATCH.outcome(Outcome("answer", "en"))
    NO_WATCH.update("message", 1.0)
    NO_WATCH.held_back("person")
    NO_WATCH.waiting(lambda: 1.0)
    NO_WATCH.call("sendMessage", "done")
