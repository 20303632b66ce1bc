"""People on their way through lessons of the small pack."""

from bot.offline.person import Person
from tests.support.stage import Data, Stage, buttons, said

HOME = 1


def labels(message: Data) -> list[str]:
    """Give the labels of the buttons under a message."""
    return [*buttons(message)]


def leading(message: Data, verb: str) -> str:
    """Give the callback data of the first button under a message that has a verb."""
    return next(data for data in buttons(message).values() if data.startswith(f"{verb}:"))


async def taps(stage: Stage, message: Data, data: str) -> list[Data]:
    """Tap a button; give what was sent because of it, without the message that lost its buttons."""
    found = await stage.hear(stage.person.taps(message, buttons(message).get(data, data)))
    return [sent for sent in found if sent is not message]


async def begins(stage: Stage, route: str = "short", step: int = 1) -> list[Data]:
    """Go to a step of a route from the list of lessons; give the messages of that step."""
    shown = await stage.says("/lesson")
    return await taps(stage, shown, f"lr:{stage.person.language_code}:{route}:{step}")


async def votes(stage: Stage, message: Data, option: int, person: Person | None = None) -> list[Data]:
    """Vote in a poll; give what was sent because of it."""
    return await stage.hear((person or stage.person).votes(message, option))


def words(messages: list[Data]) -> str:
    """Give the words of messages, one under the other."""
    return "\n".join(map(said, messages))
