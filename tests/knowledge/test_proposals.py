"""Changes on their way into the base."""

from typing import get_args

from handlers.roles import is_at_least
from knowledge.proposals import Proposal, Role


def test_a_proposal_begins_with_what_is_to_be_taught() -> None:
    proposal = Proposal(1, 2, "begun", (("en", "x"),))
    assert (proposal.options, proposal.changes, proposal.effect, proposal.reason) == ((), (), None, "")


def test_every_role_has_a_rank() -> None:
    assert all(is_at_least(role, "contributor") for role in get_args(Role))
