"""/random as whole updates through the real application."""

from itertools import pairwise

from handlers.context import Services
from handlers.phrasebook import Phrases
from tests.support.rows import rows_of
from tests.support.stage import Stage


async def test_every_answer_comes_before_one_comes_again(speaker: Stage, small_services: Services) -> None:
    for _ in range(2):
        seen = {(await speaker.says("/random"))["text"].split("\n")[0] for _ in range(2)}
        assert len(seen) == 2
    entries = [entry for entry, _ in await rows_of(small_services, "entry, via", "questions")]
    assert {*entries[:3]} == {*small_services.library.entries}
    assert all(one != other for one, other in pairwise(entries))


async def test_what_was_read_otherwise_does_not_come_either(speaker: Stage, small_services: Services) -> None:
    await speaker.says("/start bees-honey")
    await speaker.says("/start owls-night")
    await speaker.says("/random")
    assert await rows_of(small_services, "entry, via", "questions") == [
        ("bees-honey", "link"),
        ("owls-night", "link"),
        ("bees-sting", "random"),
    ]


async def test_the_conversation_goes_on_from_it(speaker: Stage, phrases: Phrases, small_services: Services) -> None:
    answer = await speaker.says("/random")
    assert (await speaker.taps(answer, phrases.buttons.source))["text"].startswith(answer["text"].split("\n")[0])
    assert (await speaker.says("1"))["text"] != answer["text"]
    assert len(await rows_of(small_services, "id", "questions")) == 3
