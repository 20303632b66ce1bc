"""The class page as a Mini App: who opens it is known by what Telegram says of them."""

import datetime as dt
from collections.abc import AsyncIterator
from http import HTTPStatus
from typing import Any

import httpx
import pytest

from bot.offline.telegram import TOKEN
from handlers.context import Services
from knowledge.classes import Class
from tests.support.browsing import School, school, visitor
from tests.support.days import Calendar
from tests.support.init_data import init_data
from tests.support.school import TEACHER, opened


@pytest.fixture
async def client(the_school: School) -> AsyncIterator[httpx.AsyncClient]:
    """Telegram's browser."""
    async with visitor(the_school.address) as somebody:
        yield somebody


async def opens(client: httpx.AsyncClient, said: str, class_id: object) -> httpx.Response:
    return await client.post("/class/app", json={"initData": said, "class": str(class_id)})


async def test_a_teacher_whom_telegram_names_sees_the_class(
    client: httpx.AsyncClient, a_class: Class, calendar: Calendar
) -> None:
    answer = await opens(client, init_data(TEACHER, TOKEN, calendar()), a_class.id)
    assert answer.json() == {"to": f"/class/{a_class.id}?lang=nl"}
    assert a_class.title in (await client.get(answer.json()["to"])).text


async def test_all_classes_of_the_teacher_are_open_then_and_no_others(
    client: httpx.AsyncClient, a_class: Class, calendar: Calendar, timed_services: Services
) -> None:
    mine, theirs = await opened(timed_services.keeper), await opened(timed_services.keeper, TEACHER + 1)
    await opens(client, init_data(TEACHER, TOKEN, calendar()), a_class.id)
    assert (await client.get(f"/class/{mine.id}")).status_code == HTTPStatus.OK
    assert (await client.get(f"/class/{theirs.id}")).status_code == HTTPStatus.NOT_FOUND


async def test_who_does_not_teach_the_class_is_refused(
    client: httpx.AsyncClient, a_class: Class, calendar: Calendar
) -> None:
    said = init_data(TEACHER + 1, TOKEN, calendar())
    assert (await opens(client, said, a_class.id)).status_code == HTTPStatus.NOT_FOUND
    for foreign in 999, "x", "9" * 50, "":
        answer = await opens(client, init_data(TEACHER, TOKEN, calendar()), foreign)
        assert answer.status_code == HTTPStatus.NOT_FOUND
    assert "desk" not in client.cookies


async def test_tampered_and_old_data_is_refused(client: httpx.AsyncClient, a_class: Class, calendar: Calendar) -> None:
    good, another = init_data(TEACHER, TOKEN, calendar()), init_data(TEACHER + 1, TOKEN, calendar())
    forged = [
        another.replace(str(TEACHER + 1), str(TEACHER)),
        init_data(TEACHER, "1:" + "x" * 35, calendar()),
        init_data(TEACHER, TOKEN, calendar() - dt.timedelta(hours=2)),
        good + "&user=%7B%22id%22%3A1%7D",
        "",
    ]
    for said in forged:
        answer = await opens(client, said, a_class.id)
        assert answer.status_code == HTTPStatus.FORBIDDEN
    assert "desk" not in client.cookies


@pytest.mark.parametrize(
    "junk", [[], None, 1, {}, {"initData": 1, "class": "1"}, {"initData": "x", "class": 1}], ids=str
)
async def test_junk_is_refused(client: httpx.AsyncClient, junk: Any) -> None:
    assert (await client.post("/class/app", json=junk)).status_code == HTTPStatus.FORBIDDEN


async def test_a_form_of_another_site_can_not_let_anybody_in(
    client: httpx.AsyncClient, a_class: Class, calendar: Calendar
) -> None:
    said = init_data(TEACHER, TOKEN, calendar())
    body = f'{{"initData": "{said}", "class": "{a_class.id}"}}'
    for kind in "text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x":
        answer = await client.post("/class/app", content=body, headers={"Content-Type": kind})
        assert answer.status_code == HTTPStatus.FORBIDDEN


async def test_over_https_the_cookie_works_in_a_frame_of_telegrams_and_nowhere_else(
    timed_services: Services, a_class: Class, calendar: Calendar
) -> None:
    async with (
        school(timed_services, url="https://bot.example.org") as over_https,
        visitor(over_https.address) as client,
    ):
        answer = await opens(client, init_data(TEACHER, TOKEN, calendar()), a_class.id)
    assert answer.headers["set-cookie"].endswith("SameSite=None; Secure; Partitioned")
    assert "https://web.telegram.org" in answer.headers["content-security-policy"].split("frame-ancestors")[1]
