"""A maintainer in front of the bot, and what people missed before."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from bot.offline.person import Person
from handlers.context import Services
from knowledge.changes import Change
from knowledge.library import Library
from knowledge.outcomes import Outcome
from knowledge.upkeep.evaluation.comparing import Change as Ended
from knowledge.upkeep.evaluation.comparing import Comparison
from knowledge.upkeep.trying import Tried
from tests.support.stage import Stage

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


@dataclass
class Trials:
    """Tries changes out as told by hand: `changes` are what of the exam they change."""

    changes: tuple[Ended, ...] = ()
    tried: list[Change] = field(default_factory=list)

    def __call__(self, library: Library, changes: Sequence[Change]) -> Tried:
        """Note what was tried out."""
        assert library.entries
        self.tried += changes
        return Tried(Comparison((), self.changes, 0, 0), ())


WORSE = Ended("worse", "exam", "do stings hurt", "answer bees-sting", "fallback")
BETTER = Ended("better", "exam", "a needle", "fallback", "answer bees-sting")


def beside(stage: Stage, person: int, language: str = "en") -> Stage:
    """Put another person in front of the same bot."""
    return Stage(stage.application, stage.telegram, Person(stage.telegram, id=person, language_code=language))
