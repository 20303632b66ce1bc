"""Messages that go on from what was said: acts, picks, corrections, elliptical questions, and where a chat stands."""

from knowledge.dialogue.followups import FollowUps, read_followups

__all__ = ["FollowUps", "read_followups"]
