"""The whole site of a bot: a round of the class reaches browsers too, and everything ends with the bot."""

import asyncio
import re
from collections.abc import AsyncIterator
from dataclasses import replace
from html import unescape

import httpx
import pytest

from handlers.context import Services
from knowledge.library import Library
from tests.support.browsing import School, come_in, school, token_in, visitor
from tests.support.rounds import School as Lesson
from tests.support.rounds import school_of
from tests.support.rows import rows_of
from tests.support.stage import said


@pytest.fixture
async def rich_school(timed_services: Services, rich_library: Library) -> AsyncIterator[School]:
    """A bot with a quiz."""
    async with school(replace(timed_services, library=rich_library)) as opened:
        yield opened


async def answers(client: httpx.AsyncClient) -> str:
    """Begin the round that was sent, and take the first option of its first question; give the page then."""
    page = unescape((await client.get("/chat")).text)
    begin = re.search(r'value="(\d+:ri:[^"]+)"', page)
    assert begin
    await client.post("/chat/tap", data={"token": token_in(await client.get("/chat")), "tap": begin[1]})
    page = (await client.get("/chat")).text
    poll = re.search(r'name="poll" value="(\d+)"', page)
    assert poll
    await client.post("/chat/vote", data={"token": token_in(await client.get("/chat")), "poll": poll[1], "option": "0"})
    return (await client.get("/chat")).text


async def test_a_round_of_the_class_is_done_in_telegram_and_in_browsers_together(rich_school: School) -> None:
    lesson: Lesson = await school_of(rich_school.teacher, 2)
    async with asyncio.timeout(60):
        clients = [visitor(rich_school.address) for _ in range(3)]
        async with clients[0] as one, clients[1] as two, clients[2] as three:
            for client in one, two, three:
                await come_in(client, lesson.code)
                await client.get("/chat")
            page = await lesson.starts("quiz", "-1")
            invited = await lesson.invited()
            assert invited.keys() == {pupil.person.id for pupil in lesson.pupils}
            for pupil in lesson.pupils:
                await lesson.answers(pupil, invited[pupil.person.id], {})
            for client in one, two, three:
                assert "verdict" in await answers(client)
    page = await lesson.teacher.taps(page, rich_school.services.phrasebook["en"].rounds.refresh)
    assert rich_school.services.phrasebook["en"].rounds.pupils.format(count=5) in said(page)


async def test_open_streams_end_with_the_bot(timed_services: Services) -> None:
    async with httpx.AsyncClient(trust_env=False, timeout=30) as client:
        async with school(timed_services) as opened:
            client.base_url = httpx.URL(opened.address.url)
            lesson = await school_of(opened.teacher, 0)
            await come_in(client, lesson.code)
            listening = asyncio.create_task(client.get("/chat/news"))
            while not any(room.listeners for room in opened.rooms._rooms.values()):
                await asyncio.sleep(0.01)
            started = asyncio.get_running_loop().time()
        assert (await listening).status_code == httpx.codes.OK
        assert asyncio.get_running_loop().time() - started < 3


async def test_the_bot_gives_out_links_to_its_own_site(timed_services: Services) -> None:
    async with school(timed_services, url="https://bot.example.org") as opened:
        links = opened.services.page_links
        assert links is not None
        assert links.to_class(1, 2).browser.startswith("https://bot.example.org/class/open?key=")
    assert timed_services.page_links is None


async def test_a_picture_is_kept_by_each_telegram_under_ids_of_its_own(rich_school: School) -> None:
    lesson: Lesson = await school_of(rich_school.teacher, 0)
    teacher, before = rich_school.teacher, len(rich_school.telegram.photos.uploads)
    async with visitor(rich_school.address) as client:
        await come_in(client, lesson.code)
        for _ in range(2):
            token = token_in(await client.get("/chat"))
            await client.post("/chat/say", data={"token": token, "text": "/map"})
            assert "photo" in await teacher.says("/map")
        page = (await client.get("/chat")).text
        pictures = re.findall(r'<img src="(/chat/picture/[^"]+)"', page)
        assert len(pictures) == 2
        assert len({*pictures}) == 1
        answer = await client.get(pictures[0])
    assert answer.headers["content-type"] == "image/png"
    assert answer.content.startswith(b"\x89PNG")
    assert len(rich_school.telegram.photos.uploads) == before + 1
    assert len(await rows_of(rich_school.services, "digest", "pictures")) == 2


async def test_until_the_bot_knows_its_name_no_page_says_it(timed_services: Services) -> None:
    for started in False, True:
        async with school(timed_services, started=started) as opened, visitor(opened.address) as client:
            assert ("https://t.me/nuance_offline_bot" in (await client.get("/")).text) is started
