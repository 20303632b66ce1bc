"""Updates are written down, answered in order, and noted as answered; a database that is away loses none."""

import asyncio
import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy.exc import SQLAlchemyError

from bot.inbox.box import Inbox
from bot.inbox.core import Core
from bot.inbox.raw import arriving
from bot.offline.person import Person
from bot.offline.telegram import Call
from handlers.context import App, provide, services_of
from knowledge.records.inbox import Arriving, take_in, waiting_and_aside
from knowledge.records.pupils import Joined, join
from tests.support.http_api import HttpApi
from tests.support.records import locked
from tests.support.rows import rows_of
from tests.support.school import PLAN, opened


def written(raw: object) -> Arriving:
    found = arriving(raw)
    assert found is not None
    return found


async def all_done(inbox: Inbox) -> None:
    await inbox.lanes.until_fewer_than(1)


async def test_what_is_taken_in_is_answered_once_and_then_only_its_key_is_there(
    inbox: Inbox, application: App, api: HttpApi, person: Person
) -> None:
    update = written(person.says("tell me of honey comb"))
    for _ in range(2):
        await inbox.take([update])
        await all_done(inbox)
    assert len(api.said()) == 1
    rows = await rows_of(services_of(application), "update_id, chat_id, person_id, content, worker, error", "inbox")
    assert rows == [(update.update_id, None, None, None, None, None)]


async def test_a_chat_is_answered_in_its_order_while_others_go_on(inbox: Inbox, api: HttpApi, person: Person) -> None:
    other = Person(api.telegram, id=2, language_code="en")
    updates = [written(person.says(f"/start {number}")) for number in range(5)]
    await inbox.take([*updates, written(other.says("tell me of honey comb"))])
    await all_done(inbox)
    sent = [call.parameters["chat_id"] for call in api.telegram.calls if call.method == "sendmessage"]
    assert sorted(sent) == [1] * 5 + [2]


async def test_what_the_process_before_left_is_answered(
    inbox: Inbox, application: App, api: HttpApi, person: Person
) -> None:
    services = services_of(application)
    left = [written(person.says("tell me of honey comb"))]
    await take_in(services.keeper.store.engine, left, services.now(), worker=99)
    assert await inbox.resume() == 1
    await all_done(inbox)
    assert len(api.said()) == 1


async def test_what_was_left_while_the_database_is_away_at_the_start_is_answered_once_when_it_is_back(
    inbox: Inbox, application: App, api: HttpApi, person: Person, records_file: Path
) -> None:
    services = services_of(application)
    left, new = written(person.says("tell me of honey comb")), written(person.says("tell me of honey comb"))
    await take_in(services.keeper.store.engine, [left], services.now(), worker=99)
    with locked(records_file), pytest.raises(SQLAlchemyError):
        await inbox.resume()
    await inbox.take([new])
    assert await inbox.resume() == 0
    await all_done(inbox)
    assert len(api.said()) == 2


async def test_what_can_not_be_read_is_set_aside_and_the_next_is_answered(
    inbox: Inbox, application: App, api: HttpApi, person: Person, caplog: pytest.LogCaptureFixture
) -> None:
    bad = written({"update_id": 900, "message": {"chat": {"id": 1}, "text": "my own words"}})
    await inbox.take([bad, written(person.says("tell me of honey comb"))])
    await all_done(inbox)
    assert len(api.said()) == 1
    assert await rows_of(services_of(application), "error, content", "inbox where update_id = 900") == [
        ("not of its form", bad.content)
    ]
    assert "an update can't be read (not of its form): it is set aside" in caplog.text
    assert "my own words" not in caplog.text


async def test_while_the_database_is_locked_nothing_is_taken_in_and_what_was_answered_is_noted_later(
    inbox: Inbox, application: App, api: HttpApi, person: Person, records_file: Path
) -> None:
    api.seconds_per_message = 0.3
    engine = services_of(application).keeper.store.engine
    first, second = written(person.says("tell me of honey comb")), written(person.says("tell me of honey comb"))
    await inbox.take([first])
    await asyncio.sleep(0.1)
    with locked(records_file):
        with pytest.raises(SQLAlchemyError):
            await inbox.take([second])
        await all_done(inbox)
        with pytest.raises(SQLAlchemyError):
            await inbox.settle()
    assert (len(api.said()), await waiting_and_aside(engine)) == (1, (1, 0))
    await inbox.settle()
    assert await waiting_and_aside(engine) == (0, 0)


async def test_what_can_not_be_written_down_can_be_answered_all_the_same(
    inbox: Inbox, api: HttpApi, person: Person
) -> None:
    await inbox.answer_at_once([written(person.says("tell me of honey comb"))])
    assert len(api.said()) == 1


async def test_one_of_several_leaves_what_it_takes_in_to_who_claims_it(
    application: App, api: HttpApi, person: Person
) -> None:
    inbox = Inbox(Core(application), worker=1, alone=False)
    await inbox.take([written(person.says("tell me of honey comb"))])
    await all_done(inbox)
    assert (api.said(), await waiting_and_aside(services_of(application).keeper.store.engine)) == ([], (1, 0))


async def test_who_brings_too_much_is_told_once_in_their_language(
    application: App, api: HttpApi, person: Person
) -> None:
    provide(application, replace(services_of(application), most_a_minute=2))
    inbox = Inbox(Core(application), 1)
    await inbox.take([written(person.says("/start")) for _ in range(5)])
    await all_done(inbox)
    services = services_of(application)
    assert len(api.said()) == 3
    assert api.said()[-1] == services.phrasebook["en"].ask.too_fast
    assert await rows_of(services, "update_id", "inbox where done_at is null") == []


async def test_a_class_that_brings_too_much_is_told_so_once_in_its_language(
    application: App, api: HttpApi, person: Person
) -> None:
    services = services_of(application)
    provide(application, replace(services, most_a_minute=60, most_a_minute_of_class=4))
    now = services.now()
    school_class = await opened(services.keeper, plan=replace(PLAN, created_at=now, ends_at=now + dt.timedelta(days=1)))
    classmate = Person(api.telegram, id=2, language_code="en")
    for pupil in (person, classmate):
        assert isinstance(await join(services.keeper, pupil.id, school_class.code, now), Joined)
    inbox = Inbox(Core(application), 1)
    outsider = Person(api.telegram, id=3, language_code="en")
    for _ in range(4):
        await inbox.take([written(each.says("/start")) for each in (person, classmate, outsider)])
        await all_done(inbox)
    told = services.phrasebook["en"].ask.class_too_fast
    said = [(call.parameters["chat_id"], call.result["text"] == told) for call in api.telegram.calls if _is_sent(call)]
    assert sorted(said) == [*[(1, False)] * 2, (1, True), *[(2, False)] * 2, (2, True), *[(3, False)] * 4]


def _is_sent(call: Call) -> bool:
    return call.method == "sendmessage"
