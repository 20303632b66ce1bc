"""Where chats stand in lessons: over a restart, by chat, and while the database is away."""

from pathlib import Path

from knowledge.lessons.progress import QUIZ, Progress
from knowledge.records.lessons import drop_progress, keep_progress, lessons_of, progress_of
from tests.support.records import engine_of, impatient_engine_of, keeping, locked, rows

CHAT = 5_577_006_791_947_779
HALFWAY = Progress(3, ("honey-1", "honey-2"), {"honey-1": 1})


async def test_where_a_chat_stands_outlives_the_process_and_is_nobody_elses(path: Path) -> None:
    async with keeping(engine_of(path)) as keeper:
        assert await keep_progress(keeper, CHAT, QUIZ, Progress(1))
        assert await keep_progress(keeper, CHAT, QUIZ, HALFWAY)
    async with keeping(engine_of(path)) as keeper:
        assert await progress_of(keeper, CHAT, QUIZ) == HALFWAY
        assert await progress_of(keeper, CHAT, "other") is None
        assert await progress_of(keeper, CHAT + 1, QUIZ) is None


async def test_lessons_are_listed_with_the_latest_first(path: Path) -> None:
    async with keeping(engine_of(path)) as keeper:
        for lesson in ("route:a", "route:b", "route:a"):
            await keep_progress(keeper, CHAT, lesson, HALFWAY)
        assert [*await lessons_of(keeper, CHAT)] == ["route:a", "route:b"]
        assert await lessons_of(keeper, CHAT + 1) == {}


async def test_what_is_dropped_is_gone_and_can_be_dropped_again(path: Path) -> None:
    async with keeping(engine_of(path)) as keeper:
        await keep_progress(keeper, CHAT, QUIZ, HALFWAY)
        assert await drop_progress(keeper, CHAT, QUIZ)
        assert await drop_progress(keeper, CHAT, QUIZ)
        assert rows(path, "SELECT chat FROM lesson_progress") == []


async def test_the_chat_is_named_by_a_pseudonym(path: Path) -> None:
    async with keeping(engine_of(path)) as keeper:
        await keep_progress(keeper, CHAT, QUIZ, HALFWAY)
        assert rows(path, "SELECT chat FROM lesson_progress") == [(keeper.pseudonyms.of(CHAT),)]


async def test_while_the_database_is_away_nothing_is_known_and_it_is_told(path: Path) -> None:
    async with keeping(impatient_engine_of(path)) as keeper:
        await keep_progress(keeper, CHAT, QUIZ, HALFWAY)
        with locked(path):
            assert not await keep_progress(keeper, CHAT, QUIZ, HALFWAY)
        assert await progress_of(keeper, CHAT, QUIZ) is None
        assert await lessons_of(keeper, CHAT) == {}
        assert not await drop_progress(keeper, CHAT, QUIZ)
