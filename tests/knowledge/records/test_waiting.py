"""Questions that wait for an answer, in the database."""

from pathlib import Path

import pytest

from knowledge.records.waiting import LONGEST, MOST_WISHES, add_wish, drop_wish, drop_wishes, wishes
from tests.support.records import engine_of, impatient_engine_of, keeping, locked, rows

CHAT_ID = 5_577_006_791_947_779


def contents(folder: Path) -> bytes:
    """Read everything that is written in a folder."""
    return b"".join(file.read_bytes() for file in folder.iterdir())


async def test_wishes_outlive_the_process_in_the_order_in_which_they_came(tmp_path: Path) -> None:
    async with keeping(engine_of(tmp_path / "bot.db")) as keeper:
        for text in ("b", "a"):
            await add_wish(keeper, CHAT_ID, "nl", text)
    async with keeping(engine_of(tmp_path / "bot.db")) as keeper:
        assert [(wish.chat_id, wish.language, wish.text) for wish in await wishes(keeper) or ()] == [
            (CHAT_ID, "nl", "b"),
            (CHAT_ID, "nl", "a"),
        ]


async def test_the_same_question_waits_once(tmp_path: Path) -> None:
    async with keeping(engine_of(tmp_path / "bot.db")) as keeper:
        ids = [await add_wish(keeper, CHAT_ID, "nl", "a") for _ in range(2)]
        assert [wish.id for wish in await wishes(keeper) or ()] == ids[1:]


async def test_a_chat_has_so_many_and_no_more(tmp_path: Path) -> None:
    async with keeping(engine_of(tmp_path / "bot.db")) as keeper:
        await add_wish(keeper, 1, "nl", "mine")
        for number in range(MOST_WISHES + 2):
            await add_wish(keeper, CHAT_ID, "nl", str(number))
        texts = [wish.text for wish in await wishes(keeper) or ()]
    assert texts == ["mine", *map(str, range(2, MOST_WISHES + 2))]


async def test_a_long_question_is_kept_as_far_as_it_is_read(tmp_path: Path) -> None:
    async with keeping(engine_of(tmp_path / "bot.db")) as keeper:
        await add_wish(keeper, CHAT_ID, "nl", "x" * 4000 + "\ud800")
    assert rows(tmp_path / "bot.db", "SELECT text FROM waiting") == [("x" * LONGEST,)]


async def test_a_wish_is_dropped_by_the_chat_that_has_it(tmp_path: Path) -> None:
    async with keeping(engine_of(tmp_path / "bot.db")) as keeper:
        one, other = [str(await add_wish(keeper, CHAT_ID, "nl", text)) for text in ("a", "b")]
        await add_wish(keeper, 1, "en", "c")
        assert await drop_wish(keeper, 1, one)
        assert len(await wishes(keeper) or ()) == 3
        assert await drop_wish(keeper, CHAT_ID, one)
        assert [wish.id for wish in await wishes(keeper) or ()][:1] == [other]
        assert await drop_wishes(keeper, CHAT_ID)
        assert [wish.text for wish in await wishes(keeper) or ()] == ["c"]


@pytest.mark.sqlite
async def test_nothing_of_the_chat_is_left_when_its_wishes_are_gone(tmp_path: Path) -> None:
    async with keeping(engine_of(tmp_path / "bot.db")) as keeper:
        await add_wish(keeper, CHAT_ID, "nl", "my own words")
        await drop_wishes(keeper, CHAT_ID)
    written = contents(tmp_path)
    assert b"my own words" not in written
    assert CHAT_ID.to_bytes(7, "big") not in written


async def test_while_the_database_is_away_nothing_is_promised(tmp_path: Path) -> None:
    async with keeping(impatient_engine_of(tmp_path / "bot.db")) as keeper:
        await keeper.prepare()
        with locked(tmp_path / "bot.db"):
            assert await add_wish(keeper, CHAT_ID, "nl", "a") is None
        assert await wishes(keeper) is None
        assert not await drop_wishes(keeper, CHAT_ID)
