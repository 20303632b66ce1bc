"""What is watched of a bot that runs: kinds, counts and times, and nobody's words."""

from collections.abc import Callable

from knowledge.outcomes import Outcome


class Watch:
    """Is told what happens; this one keeps nothing of it."""

    def outcome(self, outcome: Outcome) -> None:
        """Hear what came of a message."""

    def update(self, kind: str, seconds: float) -> None:
        """Hear that an update of a kind was dealt with, and how long that took."""

    def held_back(self, reason: str) -> None:
        """Hear that an update was not answered, and for which limit."""

    def waiting(self, look: Callable[[], float]) -> None:
        """Hear how to look up how many updates wait."""

    def call(self, method: str, result: str) -> None:
        """Hear how a call of the Bot API ended."""


NO_WATCH = Watch()
