"""Pupils come in by the code of their class, and by nothing else."""

import datetime as dt
from html import unescape
from http import HTTPStatus

import pytest

from handlers.context import Services
from knowledge.classes import MOST_PUPILS, Class
from knowledge.records.pupils import join
from tests.support.browsing import School, come_in, school, seals_for, token_in, visitor
from tests.support.days import Calendar
from tests.support.rows import rows_of
from tests.support.school import PLAN, opened

WRONG = "BCDFGH"


async def test_who_has_the_code_is_a_pupil_of_the_class(the_school: School, a_class: Class) -> None:
    async with visitor(the_school.address) as client:
        answer = await come_in(client, f" {a_class.code[:3].lower()}-{a_class.code[3:]} ")
        assert (answer.status_code, answer.headers["location"]) == (HTTPStatus.SEE_OTHER, "/chat")
        page = await client.get("/chat")
    joined = the_school.services.phrasebook["en"].joining.joined
    assert joined.format(title=a_class.title) in page.text
    [(chat, class_id)] = await rows_of(the_school.services, "chat_id, class_id", "class_members")
    assert class_id == a_class.id
    assert chat > 2**53


@pytest.mark.parametrize(
    "typed", [WRONG, "", "nothing", "<script>", "x" * 5000, "BCDFG\0", "' or 1=1 --"], ids=lambda typed: typed[:10]
)
async def test_a_wrong_code_is_told_kindly_and_leaves_nothing(the_school: School, a_class: Class, typed: str) -> None:
    assert a_class.code != WRONG
    async with visitor(the_school.address) as client:
        answer = await come_in(client, typed)
        assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
        assert the_school.services.phrasebook["en"].joining.unknown in unescape(answer.text)
        assert "<script>" not in answer.text.replace('<script src="/static', "")
        assert (await client.get("/chat")).status_code == HTTPStatus.UNAUTHORIZED
    assert await rows_of(the_school.services, "*", "class_members") == []
    assert await rows_of(the_school.services, "*", "code_tries") == []
    assert len(the_school.rooms) == 0


async def test_who_guesses_codes_has_to_wait_even_with_the_right_one(the_school: School, a_class: Class) -> None:
    elsewhere = {"X-Forwarded-For": "192.0.2.7"}
    async with visitor(the_school.address) as client:
        token = token_in(await client.get("/"))
        guess = {"token": token, "code": WRONG}
        for _ in range(40):
            await client.post("/chat/join", data=guess)
        right = {"token": token, "code": a_class.code}
        answer = await client.post("/chat/join", data=right)
        assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
        assert the_school.services.phrasebook["en"].joining.paused in answer.text
        assert (await client.post("/chat/join", data=right, headers=elsewhere)).status_code == HTTPStatus.SEE_OTHER


async def test_without_its_form_a_code_is_worth_nothing(the_school: School, a_class: Class) -> None:
    async with visitor(the_school.address) as client:
        answer = await client.post("/chat/join", data={"code": a_class.code})
    assert answer.status_code == HTTPStatus.FORBIDDEN
    assert await rows_of(the_school.services, "*", "class_members") == []


async def test_a_class_that_is_full_takes_nobody_more(the_school: School, a_class: Class) -> None:
    services = the_school.services
    for chat in range(MOST_PUPILS):
        await join(services.keeper, chat + 1, a_class.code, services.now())
    async with visitor(the_school.address) as client:
        answer = await come_in(client, a_class.code)
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "full" in answer.text


async def test_a_seat_ends_with_the_class(the_school: School, calendar: Calendar, timed_services: Services) -> None:
    ends = calendar() + dt.timedelta(hours=1)
    short = await opened(timed_services.keeper, plan=PLAN.__class__("short", None, calendar(), ends))
    async with visitor(the_school.address) as client:
        await come_in(client, short.code)
        assert (await client.get("/chat")).status_code == HTTPStatus.OK
        calendar.moment = ends
        assert (await client.get("/chat")).status_code == HTTPStatus.UNAUTHORIZED
    assert len(the_school.rooms) == 0


async def test_a_seat_lasts_a_school_day(the_school: School, calendar: Calendar, a_class: Class) -> None:
    async with visitor(the_school.address) as client:
        await come_in(client, a_class.code)
        calendar.moment += dt.timedelta(hours=8, seconds=1)
        assert (await client.get("/chat")).status_code == HTTPStatus.UNAUTHORIZED


async def test_a_forged_seat_is_none(the_school: School, a_class: Class) -> None:
    async with visitor(the_school.address) as honest:
        await come_in(honest, a_class.code)
        seat = honest.cookies["seat"]
    seals = seals_for(the_school.services)
    forged = [
        "",
        "junk",
        seat[:-5] + "AAAAA",
        seals.seal("page", {"chat": 2**53 + 1, "class": a_class.id}),
        seals.seal("pupil", {"chat": 2**53 + 1, "class": a_class.id}),
        seals.seal("pupil", {"chat": 2**53 + 1, "class": a_class.id + 1}),
    ]
    for value in forged:
        async with visitor(the_school.address) as client:
            client.cookies.set("seat", value, path="/chat")
            assert (await client.get("/chat")).status_code == HTTPStatus.UNAUTHORIZED


async def test_while_the_database_is_away_who_sits_is_answered(the_school: School, a_class: Class) -> None:
    services = the_school.services
    async with visitor(the_school.address) as client:
        await come_in(client, a_class.code)
        token = token_in(await client.get("/chat"))
        async with services.keeper.store.engine.begin() as connection:
            for table in ("class_members", "classes", "conversations"):
                await connection.exec_driver_sql(f"alter table {table} rename to gone_{table}")
        await client.post("/chat/say", data={"token": token, "text": "tell me of honey comb"})
        page = await client.get("/chat")
        assert "The book says something of honey" in page.text
        async with visitor(the_school.address) as another:
            assert (await come_in(another, a_class.code)).status_code == HTTPStatus.UNPROCESSABLE_ENTITY


async def test_while_the_bot_starts_people_are_asked_to_wait(timed_services: Services, a_class: Class) -> None:
    async with school(timed_services, started=False) as starting, visitor(starting.address) as client:
        answer = await come_in(client, a_class.code)
    assert answer.status_code == HTTPStatus.SERVICE_UNAVAILABLE
    assert "still starting" in answer.text
