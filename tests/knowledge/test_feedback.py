"""What a vote holds."""

from knowledge.feedback import Vote


def test_a_vote_without_a_question_says_so() -> None:
    vote = Vote("bees-honey", "helpful", "nl")
    assert (vote.via, vote.text) == (None, None)
