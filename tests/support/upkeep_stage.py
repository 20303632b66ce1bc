"""A maintainer in front of the bot, and what people missed before."""

from dataclasses import replace

from handlers.context import Services
from knowledge.outcomes import Outcome

# The person on a stage.
MAINTAINER = 1

MISSED = {
    "the pain of the needle": ("fallback", 3),
    "why is the moon dark": ("clarify", 2),
    "the sweet jar of comb and Jansen": ("fallback", 1),
}


def maintained(services: Services) -> Services:
    """Make the person on a stage a maintainer."""
    return replace(services, admins=frozenset({MAINTAINER}))


async def miss_something(services: Services) -> None:
    """Let people ask what finds no answer."""
    for text, (act, people) in MISSED.items():
        for person in range(people):
            outcome = Outcome("clarify" if act == "clarify" else "fallback", "en")
            await services.keeper.record(100 + person, outcome, via="text", text=text)
