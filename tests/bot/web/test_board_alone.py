"""The board by a link of its own: for whoever has it, for a time, and with nothing else behind it."""

import asyncio
import datetime as dt
import json
from collections.abc import AsyncIterator
from http import HTTPStatus
from urllib.parse import urlsplit

import httpx
import pytest

from handlers.context import Services
from knowledge.classes import Class
from tests.support.browsing import School, seals_for, visitor
from tests.support.days import Calendar
from tests.support.school import PUPIL, TEACHER, opened, somebody


@pytest.fixture
async def client(the_school: School) -> AsyncIterator[httpx.AsyncClient]:
    """The computer at the projector."""
    async with visitor(the_school.address) as somebody_else:
        yield somebody_else


def link_to(the_school: School, class_id: int) -> str:
    links = the_school.services.page_links
    assert links is not None
    parts = urlsplit(links.to_class(class_id, TEACHER).board)
    return f"{parts.path}?{parts.query}"


async def test_the_link_opens_the_board_and_is_gone_from_the_address(
    client: httpx.AsyncClient, the_school: School, a_class: Class
) -> None:
    answer = await client.get(link_to(the_school, a_class.id))
    assert (answer.status_code, answer.headers["location"]) == (HTTPStatus.SEE_OTHER, f"/board/{a_class.id}")
    page = await client.get(f"/board/{a_class.id}")
    assert a_class.code in page.text
    assert page.headers["cache-control"] == "no-store"


async def test_it_goes_on_by_itself_until_the_class_is_over(
    client: httpx.AsyncClient, the_school: School, a_class: Class, calendar: Calendar
) -> None:
    await client.get(link_to(the_school, a_class.id))
    async with asyncio.timeout(60), client.stream("GET", f"/board/{a_class.id}/news") as answer:
        events = (json.loads(line[6:]) async for line in answer.aiter_lines() if line.startswith("data: "))
        await anext(events)
        pupil = somebody(the_school.teacher, PUPIL, "en")
        for text in f"/join {a_class.code}", "tell me of honey comb":
            await pupil.hear(pupil.person.says(text))
        assert (await anext(events))["latest"].startswith("What is it with honey")
        calendar.moment = a_class.ends_at
        assert [event async for event in events] == []
    assert (await client.get(f"/board/{a_class.id}")).status_code == HTTPStatus.FORBIDDEN


async def test_nothing_else_of_the_class_is_behind_it(
    client: httpx.AsyncClient, the_school: School, a_class: Class
) -> None:
    link = link_to(the_school, a_class.id)
    await client.get(link)
    for part in "", "/news", "/report", "/report.csv", "/report.pdf", "/routes":
        assert (await client.get(f"/class/{a_class.id}{part}")).status_code == HTTPStatus.FORBIDDEN
    assert (await client.get(f"/class/open?{link.partition('?')[2]}")).status_code == HTTPStatus.FORBIDDEN


async def test_boards_of_two_classes_stand_beside_each_other_and_others_are_refused(
    client: httpx.AsyncClient, the_school: School, a_class: Class, timed_services: Services
) -> None:
    other, foreign = await opened(timed_services.keeper), await opened(timed_services.keeper)
    for mine in a_class, other:
        await client.get(link_to(the_school, mine.id))
    for mine in a_class, other:
        assert (await client.get(f"/board/{mine.id}")).status_code == HTTPStatus.OK
    for refused in foreign.id, 999, "9" * 30, "x", "-1", "%00":
        for part in "", "/news":
            assert (await client.get(f"/board/{refused}{part}")).status_code == HTTPStatus.FORBIDDEN


async def test_what_is_forged_or_old_is_refused(
    client: httpx.AsyncClient, the_school: School, a_class: Class, calendar: Calendar
) -> None:
    link, seals = link_to(the_school, a_class.id), seals_for(the_school.services)
    key = link.partition("=")[2]
    for forged in "", "junk", key[:-4] + "AAAA", seals.seal("board", {"class": a_class.id}):
        assert (await client.get(f"/board/open?key={forged}")).status_code == HTTPStatus.FORBIDDEN
    client.cookies.set("board", seals.seal("board", {"class": a_class.id + 1}), path=f"/board/{a_class.id}")
    assert (await client.get(f"/board/{a_class.id}")).status_code == HTTPStatus.FORBIDDEN
    await client.get(link)
    calendar.moment += dt.timedelta(hours=10, seconds=1)
    assert (await client.get(f"/board/{a_class.id}")).status_code == HTTPStatus.FORBIDDEN
    calendar.moment += dt.timedelta(hours=14)
    assert (await client.get(link)).status_code == HTTPStatus.FORBIDDEN


async def test_a_class_that_is_over_or_not_to_be_found_has_no_board(
    client: httpx.AsyncClient, the_school: School, a_class: Class, calendar: Calendar
) -> None:
    assert (await client.get(link_to(the_school, 999))).status_code == HTTPStatus.NOT_FOUND
    calendar.moment = a_class.ends_at
    assert (await client.get(link_to(the_school, a_class.id))).status_code == HTTPStatus.NOT_FOUND
    async with the_school.services.keeper.store.engine.begin() as connection:
        await connection.exec_driver_sql("alter table classes rename to gone")
    answer = await client.get(link_to(the_school, a_class.id))
    assert answer.status_code == HTTPStatus.SERVICE_UNAVAILABLE
