"""The Telegram behind browsers: as strict as the other, and forgetful."""

import itertools
from io import BytesIO

import pytest
from PIL import Image

from bot.offline.documents import Upload
from bot.offline.telegram import Call
from bot.web import browser_telegram as module
from bot.web.browser_telegram import BrowserTelegram
from handlers.in_browser import FIRST_ID

CHAT = str(FIRST_ID + 1)


@pytest.fixture
def done() -> list[Call]:
    """What the bot did."""
    return []


@pytest.fixture
def telegram(done: list[Call]) -> BrowserTelegram:
    """A Telegram on which nobody is yet."""
    return BrowserTelegram(done.append)


def png(shade: int) -> bytes:
    written = BytesIO()
    Image.new("L", (40, 40), shade).save(written, "PNG")
    return written.getvalue()


async def test_a_chat_comes_into_being_when_it_is_written_to(telegram: BrowserTelegram, done: list[Call]) -> None:
    status, answer = await telegram.call("sendMessage", {"chat_id": CHAT, "text": "hello"})
    assert (status, answer["result"]["text"]) == (200, "hello")
    assert [call.method for call in done] == ["sendmessage"]
    assert telegram.calls == []


@pytest.mark.parametrize("chat", ["1", "-100", "@name", ""])
async def test_a_chat_of_the_real_telegram_is_not_there(telegram: BrowserTelegram, done: list[Call], chat: str) -> None:
    status, _ = await telegram.call("sendMessage", {"chat_id": chat, "text": "hello"})
    assert (status, done) == (400, [])


async def test_what_telegram_refuses_is_refused(telegram: BrowserTelegram, done: list[Call]) -> None:
    status, answer = await telegram.call("sendMessage", {"chat_id": CHAT, "text": "<b>", "parse_mode": "HTML"})
    assert (status, answer["ok"], done) == (400, False, [])


async def test_pictures_and_files_are_kept_up_to_a_number(
    telegram: BrowserTelegram, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MOST_UPLOADS", 2)
    ids = []
    for shade in range(4):
        _, answer = await telegram.call("sendPhoto", {"chat_id": CHAT}, {"photo": png(shade)})
        ids.append(answer["result"]["photo"][-1]["file_id"])
        await telegram.call("sendDocument", {"chat_id": CHAT}, {"document": Upload(bytes([shade]), "x.pdf")})
    assert [*telegram.photos.uploads] == ids[2:]
    assert len(telegram.documents.uploads) == 2
    status, _ = await telegram.call("sendPhoto", {"chat_id": CHAT, "photo": ids[0]})
    assert status == 400
    status, _ = await telegram.call("sendPhoto", {"chat_id": CHAT, "photo": ids[3]})
    assert status == 200


async def test_the_same_picture_twice_has_two_ids(telegram: BrowserTelegram, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_UPLOADS", 1)
    answers = [await telegram.call("sendPhoto", {"chat_id": CHAT}, {"photo": png(0)}) for _ in range(3)]
    assert len({answer["result"]["photo"][-1]["file_id"] for _, answer in answers}) == 3


async def test_a_forgotten_message_leaves_no_poll_and_no_vote(telegram: BrowserTelegram) -> None:
    options = '[{"text": "a"}, {"text": "b"}]'
    _, answer = await telegram.call("sendPoll", {"chat_id": CHAT, "question": "Which?", "options": options})
    poll = answer["result"]["poll"]["id"]
    telegram.polls.vote(poll, int(CHAT), [0])
    telegram.forget(answer["result"])
    assert (telegram.messages, telegram.polls.sent, telegram.polls.votes) == ({}, {}, {})


def test_numbers_go_up_also_after_a_restart(telegram: BrowserTelegram) -> None:
    before = [telegram.number() for _ in range(3)]
    assert all(one < other for one, other in itertools.pairwise(before))
    assert BrowserTelegram(print).number() >= before[0]


def test_an_update_waits_for_nobody(telegram: BrowserTelegram) -> None:
    assert telegram.deliver("message", {"text": "x"})["message"] == {"text": "x"}
    assert telegram._updates == []
