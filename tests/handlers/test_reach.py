"""How far everything is from /start: a walk over the buttons that the handlers put under their messages."""

from copy import deepcopy

from handlers.buttons import Verb, read_tap
from handlers.context import Services
from knowledge.languages import Language
from tests.handlers.conftest import Open
from tests.support.stage import Data, Stage, buttons, said

LEADING_ON = {Verb.ENTRY, Verb.CARD, Verb.TOPICS}


async def messages_by_taps(stage: Stage) -> dict[str, tuple[int, Data]]:
    """Walk over the buttons, breadth first; give the message behind each and the taps that it takes from /start."""
    opened: dict[str, tuple[int, Data]] = {}
    front, taps = [deepcopy(await stage.says("/start"))], 1
    while front:
        reached = []
        for message in front:
            for data in buttons(message).values():
                if data not in opened and read_tap(data).verb in LEADING_ON:
                    # Pages of topics take each other's place in one message.
                    opened[data] = taps, deepcopy(await stage.taps(message, data))
                    reached.append(opened[data][1])
        front, taps = reached, taps + 1
    return opened


async def test_every_entry_and_every_card_is_at_most_four_taps_away(
    open_as: Open, services: Services, language: Language
) -> None:
    library = services.library
    opened = await messages_by_taps(await open_as(language, services=services))
    titles = {f"e:{language}:{entry.id}": entry.texts[language].question for entry in library.entries.values()}
    titles |= {f"c:{language}:{card.id}": card.texts[language].title for card in library.distinctions.values()}
    missing = {data for data in titles if data not in opened}
    far = {data: taps for data, (taps, _) in opened.items() if taps > 4}
    assert (missing, far) == (set(), {})
    assert all(said(opened[data][1]).startswith(f"{title}\n\n") for data, title in titles.items())


async def test_a_walk_counts_the_taps_and_finds_what_is_there(open_as: Open, language: Language) -> None:
    opened = await messages_by_taps(await open_as(language))
    assert {data.replace(f":{language}:", ":"): taps for data, (taps, _) in opened.items()} == {
        "e:bees-honey": 1,
        "e:owls-night": 1,
        "e:bees-sting": 2,
        "t:": 1,
        "t:bees": 2,
        "t:owls": 2,
    }
