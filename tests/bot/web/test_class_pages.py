"""The page of a class over real HTTP: what the class asks, in numbers that tell of nobody, and the files."""

import asyncio
import json
from collections.abc import AsyncIterator
from http import HTTPStatus
from io import BytesIO
from urllib.parse import urlsplit

import httpx
import pytest
from pypdf import PdfReader

from knowledge.classes import Class
from tests.support.browsing import School, visitor
from tests.support.days import Calendar
from tests.support.school import PUPIL, TEACHER, somebody

HONEY = "tell me of honey comb"


@pytest.fixture
async def teacher(the_school: School, a_class: Class) -> AsyncIterator[httpx.AsyncClient]:
    """A teacher who came by a link."""
    links = the_school.services.page_links
    assert links is not None
    parts = urlsplit(links.to_class(a_class.id, TEACHER).browser)
    async with visitor(the_school.address) as client:
        await client.get(f"{parts.path}?{parts.query}")
        yield client


async def asks(the_school: School, a_class: Class, *texts: str, pupils: int = 1) -> None:
    for number in range(pupils):
        pupil = somebody(the_school.teacher, PUPIL + number, "en")
        await pupil.hear(pupil.person.says(f"/join {a_class.code}"))
        for text in texts:
            await pupil.hear(pupil.person.says(text))


async def test_an_empty_board_says_so_and_how_to_join(teacher: httpx.AsyncClient, a_class: Class) -> None:
    page = (await teacher.get(f"/class/{a_class.id}")).text
    assert "No questions yet" in page
    assert a_class.code in page
    assert "bot.example.org" in page
    assert "<svg" in page


async def test_the_board_shows_what_was_asked_and_how_often_from_five_pupils_on(
    teacher: httpx.AsyncClient, the_school: School, a_class: Class
) -> None:
    await asks(the_school, a_class, HONEY, pupils=4)
    page = (await teacher.get(f"/class/{a_class.id}")).text
    assert "What is it with honey" in page
    assert "times" not in page.split('id="board"')[1]
    await asks(the_school, a_class, HONEY, pupils=6)
    page = (await teacher.get(f"/class/{a_class.id}")).text
    assert "asked 10 times" in page


async def test_what_is_personal_does_not_come_on_the_board(
    teacher: httpx.AsyncClient, the_school: School, a_class: Class
) -> None:
    await asks(the_school, a_class, "zebra zebra call 06-12345678 @somebody")
    for tab in "", "/report":
        page = (await teacher.get(f"/class/{a_class.id}{tab}")).text
        assert "12345678" not in page
        assert "somebody" not in page
        assert str(PUPIL) not in page


async def test_a_closed_class_is_said_to_be(teacher: httpx.AsyncClient, the_school: School, a_class: Class) -> None:
    async with the_school.services.keeper.store.engine.begin() as connection:
        await connection.exec_driver_sql("update classes set closed_at = '2027-01-04 06:00:00'")
    page = (await teacher.get(f"/class/{a_class.id}")).text
    assert "This class is closed" in page
    assert "<svg" not in page


@pytest.mark.parametrize("lang", ["nl", "en"])
async def test_report_and_files_say_the_same(
    teacher: httpx.AsyncClient, the_school: School, a_class: Class, lang: str
) -> None:
    await asks(the_school, a_class, HONEY, pupils=7)
    words = the_school.services.phrasebook[lang].report  # type: ignore[index]
    page = await teacher.get(f"/class/{a_class.id}/report", params={"lang": lang})
    table = await teacher.get(f"/class/{a_class.id}/report.csv")
    pdf = await teacher.get(f"/class/{a_class.id}/report.pdf")
    assert table.headers["content-disposition"] == f'attachment; filename="{words.file}-{a_class.code}.csv"'
    assert pdf.headers["content-type"] == "application/pdf"
    printed = "".join(part.extract_text() for part in PdfReader(BytesIO(pdf.content)).pages)
    for text in page.text, table.text, printed:
        assert words.took_part in text
        assert "7" in text
    assert page.headers["cache-control"] == "no-store"


async def test_lessons_are_listed(teacher: httpx.AsyncClient, a_class: Class) -> None:
    answer = await teacher.get(f"/class/{a_class.id}/routes")
    assert answer.status_code == HTTPStatus.OK
    assert "Lessons" in answer.text


async def news(answer: httpx.Response) -> AsyncIterator[dict[str, str]]:
    async for line in answer.aiter_lines():
        if line.startswith("data: "):
            yield json.loads(line.removeprefix("data: "))


async def test_the_board_goes_on_by_itself_and_only_when_something_is_new(
    teacher: httpx.AsyncClient, the_school: School, a_class: Class
) -> None:
    async with asyncio.timeout(60), teacher.stream("GET", f"/class/{a_class.id}/news") as answer:
        events = news(answer)
        assert (await anext(events))["latest"] == ""
        await asks(the_school, a_class, HONEY)
        event = await anext(events)
        assert event["latest"].startswith("What is it with honey")
        assert event["latest"].split("<")[0] in event["html"]
        await events.aclose()  # type: ignore[attr-defined]


async def test_the_board_stands_still_once_the_class_is_over(
    teacher: httpx.AsyncClient, a_class: Class, calendar: Calendar
) -> None:
    async with asyncio.timeout(60), teacher.stream("GET", f"/class/{a_class.id}/news") as answer:
        events = news(answer)
        await anext(events)
        calendar.moment = a_class.ends_at
        assert [event async for event in events] == []


async def test_what_pupils_in_browsers_ask_counts_as_what_others_ask(
    teacher: httpx.AsyncClient, the_school: School, a_class: Class
) -> None:
    await asks(the_school, a_class, HONEY, pupils=3)
    for number in range(3):
        room = the_school.rooms.enter(2**53 + number, "en")
        for text in f"/join {a_class.code}", HONEY:
            await the_school.rooms.hear(room, room.person.says(text))
    page = (await teacher.get(f"/class/{a_class.id}")).text
    assert "asked 6 times" in page


async def test_while_the_questions_can_not_be_read_the_page_says_so(
    teacher: httpx.AsyncClient, the_school: School, a_class: Class
) -> None:
    async with the_school.services.keeper.store.engine.begin() as connection:
        await connection.exec_driver_sql("alter table class_questions rename to gone")
    for tab in "", "/report", "/report.csv":
        answer = await teacher.get(f"/class/{a_class.id}{tab}")
        assert answer.status_code == HTTPStatus.SERVICE_UNAVAILABLE
