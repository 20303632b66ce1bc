"""A higher line for company: a wrong answer in a group is read by everybody, one in private by who asked."""

from dataclasses import replace

from knowledge.matching.decision import OFFERED
from knowledge.outcomes import Outcome

# How far the line lies between the learned one (0) and certainty (1).
STRICTNESS = 0.5


def strictly(outcome: Outcome, sure_from: float) -> Outcome:
    """Turn an answer that is not sure enough for company into an offer of it and its runners-up.

    `sure_from` is the learned line, a probability. What was picked, tapped or asked of an answer has a confidence of 1
    and passes.
    """
    line = sure_from + STRICTNESS * (1 - sure_from)
    if outcome.act != "answer" or outcome.entry is None or outcome.confidence >= line:
        return outcome
    return replace(outcome, act="clarify", entry=None, options=(outcome.entry, *outcome.options)[:OFFERED])
