"""Rooms: entered, left, forgotten when nobody is there, and never more than there is space for."""

import asyncio
from collections.abc import AsyncIterator

import pytest

from bot.app import build_application, offline_builder
from bot.offline.request import OfflineRequest
from bot.offline.telegram import TOKEN, OfflineTelegram
from bot.web import rooms as module
from bot.web.rooms import IDLE_SECONDS, MOST_MESSAGES, NotReadyError, Room, Rooms, new_chat_id
from bot.web.splitting import SplitRequest
from handlers.context import App, Services
from handlers.in_browser import FIRST_ID, is_in_browser
from tests.support.records import HandClock

HONEY = "tell me of honey comb"


@pytest.fixture
def clock() -> HandClock:
    """A clock that is moved by hand."""
    return HandClock()


@pytest.fixture
def rooms(clock: HandClock) -> Rooms:
    """Rooms in which nobody is yet."""
    return Rooms(clock)


@pytest.fixture
async def application(small_services: Services, rooms: Rooms) -> AsyncIterator[App]:
    """The bot that answers in them."""
    request = SplitRequest(OfflineRequest(OfflineTelegram()), rooms.telegram)
    built = build_application(small_services, offline_builder(request, TOKEN))
    rooms.serve(built)
    async with built:
        yield built


def texts(room: Room) -> list[str]:
    return [shown.message["text"].split("\n")[0] for shown in room.shown.values()]


@pytest.mark.usefixtures("application")
async def test_what_is_typed_and_what_is_answered_stand_in_the_room(rooms: Rooms) -> None:
    room = rooms.enter(FIRST_ID + 1, "en")
    await rooms.hear(room, room.person.says(HONEY))
    assert [shown.mine for shown in room.shown.values()] == [True, False]
    assert texts(room)[0] == HONEY
    assert len(room.since(1)) == 1
    assert room.since(room.stamp) == []


@pytest.mark.usefixtures("application")
async def test_what_changes_stays_in_its_place_and_is_news(rooms: Rooms) -> None:
    room = rooms.enter(FIRST_ID + 1, "en")
    for text in (HONEY, "/topics"):
        await rooms.hear(room, room.person.says(text))
    answer = [*room.shown.values()][1].message
    voting = next(row for row in answer["reply_markup"]["inline_keyboard"] if "Helpful" in row[0]["text"])
    stamp, order = room.stamp, [*room.shown]
    await rooms.hear(room, room.person.taps(answer, voting[0]["callback_data"]))
    assert [*room.shown] == order
    [changed] = room.since(stamp)
    assert (changed.message["message_id"], changed.mine) == (answer["message_id"], False)


@pytest.mark.usefixtures("application")
async def test_a_room_does_not_grow_without_end_and_nothing_stays_behind(rooms: Rooms) -> None:
    room = rooms.enter(FIRST_ID + 1, "en")
    for number in range(MOST_MESSAGES):
        await rooms.hear(room, room.person.says(f"/ask {number} {HONEY}"))
    telegram = rooms.telegram
    assert len(room.shown) == MOST_MESSAGES == len(telegram.messages)
    rooms.leave(room.person.id)
    assert (len(rooms), telegram.messages, telegram.chats, telegram.membership.members) == (0, {}, {}, {})
    assert (telegram.calls, telegram.taps, telegram.polls.sent) == ([], set(), {})


def test_who_is_away_for_long_finds_an_empty_room_and_who_looks_on_keeps_theirs(rooms: Rooms, clock: HandClock) -> None:
    left, looked_at = rooms.enter(FIRST_ID + 1), rooms.enter(FIRST_ID + 2)
    looked_at.listeners.add(asyncio.Event())
    clock.now += IDLE_SECONDS - 1
    assert rooms.enter(FIRST_ID + 3)
    assert len(rooms) == 3
    clock.now += 1
    assert rooms.enter(FIRST_ID + 4)
    assert left.is_over
    assert rooms.enter(FIRST_ID + 2) is looked_at
    assert rooms.enter(FIRST_ID + 1) is not left


def test_there_are_never_more_than_there_is_space_for(rooms: Rooms, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_ROOMS", 3)
    first, listener = rooms.enter(FIRST_ID), asyncio.Event()
    first.listeners.add(listener)
    for number in range(1, 6):
        rooms.enter(FIRST_ID + number)
    assert len(rooms) == 3
    assert first.is_over
    assert listener.is_set()


async def test_before_the_bot_knows_itself_nothing_is_heard(rooms: Rooms, small_services: Services) -> None:
    room = rooms.enter(FIRST_ID + 1)
    with pytest.raises(NotReadyError):
        await rooms.hear(room, room.person.says(HONEY))
    request = SplitRequest(OfflineRequest(OfflineTelegram()), rooms.telegram)
    rooms.serve(build_application(small_services, offline_builder(request, TOKEN)))
    assert not rooms.is_ready


async def test_many_at_once_are_each_answered_in_their_order(rooms: Rooms, application: App) -> None:
    opened = [rooms.enter(FIRST_ID + number, "en") for number in range(30)]
    asked = [f"/ask {number} {HONEY}" for number in range(3)]
    await asyncio.gather(*(rooms.hear(room, room.person.says(text)) for text in asked for room in opened))
    for room in opened:
        assert [text for text, shown in zip(texts(room), room.shown.values(), strict=True) if shown.mine] == asked
        assert [shown.mine for shown in room.shown.values()] == [True, False] * 3
    assert application.bot.username


@pytest.mark.usefixtures("application")
async def test_what_the_bot_sends_to_a_room_by_itself_waits_there(rooms: Rooms, application: App) -> None:
    await application.bot.send_message(FIRST_ID + 9, "a round for the class")
    assert texts(rooms.enter(FIRST_ID + 9)) == ["a round for the class"]


def test_no_id_is_one_of_telegrams_and_no_two_are_the_same() -> None:
    ids = {new_chat_id() for _ in range(1000)}
    assert len(ids) == 1000
    assert all(is_in_browser(number) and number < 2**63 for number in ids)
    assert not is_in_browser(2**52)
