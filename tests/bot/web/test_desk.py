"""Teachers see the classes that they teach, at that moment, and no other."""

import datetime as dt
from collections.abc import AsyncIterator
from http import HTTPStatus
from urllib.parse import urlsplit

import httpx
import pytest

from handlers.context import Services
from knowledge.classes import Class
from tests.support.browsing import School, seals_for, visitor
from tests.support.days import Calendar
from tests.support.school import TEACHER, opened

OTHER_TEACHER = TEACHER + 1


@pytest.fixture
async def client(the_school: School) -> AsyncIterator[httpx.AsyncClient]:
    """A browser."""
    async with visitor(the_school.address) as somebody:
        yield somebody


def link_to(the_school: School, class_id: int, teacher: int = TEACHER) -> str:
    links = the_school.services.page_links
    assert links is not None
    parts = urlsplit(links.to_class(class_id, teacher).browser)
    return f"{parts.path}?{parts.query}"


async def test_a_link_opens_its_class_and_is_gone_from_the_address(
    client: httpx.AsyncClient, the_school: School, a_class: Class
) -> None:
    answer = await client.get(link_to(the_school, a_class.id))
    assert (answer.status_code, answer.headers["location"]) == (HTTPStatus.SEE_OTHER, f"/class/{a_class.id}")
    page = await client.get(f"/class/{a_class.id}")
    assert a_class.title in page.text
    assert page.headers["cache-control"] == "no-store"


async def test_nobody_sees_a_class_without_a_link(client: httpx.AsyncClient, a_class: Class) -> None:
    for part in "", "/news", "/report", "/report.csv", "/report.pdf", "/routes":
        assert (await client.get(f"/class/{a_class.id}{part}")).status_code == HTTPStatus.FORBIDDEN


async def test_an_expired_link_is_refused(
    client: httpx.AsyncClient, the_school: School, a_class: Class, calendar: Calendar
) -> None:
    link = link_to(the_school, a_class.id)
    calendar.moment += dt.timedelta(hours=1, seconds=1)
    answer = await client.get(link)
    assert answer.status_code == HTTPStatus.FORBIDDEN
    assert "has expired" in answer.text
    assert "desk" not in client.cookies


async def test_a_forged_link_is_refused(client: httpx.AsyncClient, the_school: School, a_class: Class) -> None:
    link = link_to(the_school, a_class.id)
    key, seals = link.partition("=")[2], seals_for(the_school.services)
    other = seals.seal("desk", {"class": a_class.id, "who": the_school.services.keeper.pseudonyms.of(TEACHER)})
    for forged in "", "junk", key[:-4] + "AAAA", other:
        assert (await client.get(f"/class/open?key={forged}")).status_code == HTTPStatus.FORBIDDEN
    assert (await client.get("/class/open")).status_code == HTTPStatus.FORBIDDEN


async def test_another_class_is_refused_even_one_of_the_same_teacher(
    client: httpx.AsyncClient, the_school: School, a_class: Class, timed_services: Services
) -> None:
    mine = await opened(timed_services.keeper)
    theirs = await opened(timed_services.keeper, OTHER_TEACHER)
    await client.get(link_to(the_school, a_class.id))
    for foreign in mine.id, theirs.id, 999, "0" * 20 + "1", "9" * 30, "x", "-1", "%00":
        answer = await client.get(f"/class/{foreign}")
        assert answer.status_code == HTTPStatus.NOT_FOUND
        assert mine.title not in answer.text
    await client.get(link_to(the_school, mine.id))
    for own in a_class.id, mine.id:
        assert (await client.get(f"/class/{own}")).status_code == HTTPStatus.OK


async def test_a_link_for_who_does_not_teach_the_class_opens_nothing(
    client: httpx.AsyncClient, the_school: School, a_class: Class
) -> None:
    answer = await client.get(link_to(the_school, a_class.id, OTHER_TEACHER))
    assert answer.status_code == HTTPStatus.NOT_FOUND
    assert "desk" not in client.cookies


async def test_who_teaches_it_no_more_sees_it_no_more(
    client: httpx.AsyncClient, the_school: School, a_class: Class
) -> None:
    await client.get(link_to(the_school, a_class.id))
    async with the_school.services.keeper.store.engine.begin() as connection:
        await connection.exec_driver_sql("update class_teachers set chat_id = chat_id + 1")
    assert (await client.get(f"/class/{a_class.id}")).status_code == HTTPStatus.NOT_FOUND


async def test_the_page_ends_with_the_day_and_with_the_class(
    client: httpx.AsyncClient, the_school: School, a_class: Class, calendar: Calendar
) -> None:
    await client.get(link_to(the_school, a_class.id))
    calendar.moment += dt.timedelta(hours=10, seconds=1)
    assert (await client.get(f"/class/{a_class.id}")).status_code == HTTPStatus.FORBIDDEN
    await client.get(link_to(the_school, a_class.id))
    calendar.moment = a_class.ends_at
    async with visitor(the_school.address) as late:
        assert (await late.get(link_to(the_school, a_class.id))).status_code == HTTPStatus.NOT_FOUND


async def test_a_pupil_is_no_teacher(client: httpx.AsyncClient, the_school: School, a_class: Class) -> None:
    seat = seals_for(the_school.services).seal("pupil", {"chat": 2**53 + 1, "class": a_class.id})
    client.cookies.set("desk", seat, path="/class")
    assert (await client.get(f"/class/{a_class.id}")).status_code == HTTPStatus.FORBIDDEN


async def test_while_the_database_is_away_it_says_so(
    client: httpx.AsyncClient, the_school: School, a_class: Class
) -> None:
    await client.get(link_to(the_school, a_class.id))
    async with the_school.services.keeper.store.engine.begin() as connection:
        await connection.exec_driver_sql("alter table class_teachers rename to gone")
    assert (await client.get(f"/class/{a_class.id}")).status_code == HTTPStatus.SERVICE_UNAVAILABLE
