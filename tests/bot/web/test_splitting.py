"""One bot in two Telegrams: each call goes where its chat is."""

from collections.abc import AsyncIterator
from io import BytesIO

import pytest
from PIL import Image
from telegram import Bot
from telegram.error import BadRequest

from bot.offline.person import Person
from bot.offline.request import OfflineRequest
from bot.offline.telegram import TOKEN, OfflineTelegram
from bot.web.browser_telegram import BrowserTelegram
from bot.web.splitting import SplitRequest
from handlers.in_browser import FIRST_ID

INSIDE, OUTSIDE = FIRST_ID + 1, 7


@pytest.fixture
def browsers() -> BrowserTelegram:
    """The Telegram of the browsers."""
    return BrowserTelegram(lambda _call: None)


@pytest.fixture
async def bot(telegram: OfflineTelegram, browsers: BrowserTelegram) -> AsyncIterator[Bot]:
    """A bot that is in both."""
    request = SplitRequest(OfflineRequest(telegram), browsers)
    Person(telegram, id=OUTSIDE)
    async with Bot(TOKEN, request=request, get_updates_request=request) as made:
        yield made


async def test_messages_go_where_their_chat_is(bot: Bot, telegram: OfflineTelegram, browsers: BrowserTelegram) -> None:
    await bot.send_message(INSIDE, "in")
    await bot.send_message(OUTSIDE, "out")
    assert [call.result["text"] for call in telegram.calls if call.method == "sendmessage"] == ["out"]
    assert [message["text"] for message in browsers.messages.values()] == ["in"]


async def test_taps_are_acknowledged_where_they_were_made(
    bot: Bot, telegram: OfflineTelegram, browsers: BrowserTelegram
) -> None:
    browsers.open(INSIDE)
    for person, chat in (Person(telegram, id=OUTSIDE), OUTSIDE), (Person(browsers, id=INSIDE), INSIDE):
        message = (await bot.send_message(chat, "tap")).to_dict()
        tap = person.taps(message, "x")["callback_query"]["id"]
        assert await bot.answer_callback_query(tap)
    assert (telegram.taps, browsers.taps) == (set(), set())


async def test_pictures_are_uploaded_where_they_are_shown(bot: Bot, browsers: BrowserTelegram) -> None:
    written = BytesIO()
    Image.new("L", (40, 40)).save(written, "PNG")
    sent = await bot.send_photo(INSIDE, written.getvalue())
    assert sent.photo[-1].file_id in browsers.photos.uploads
    with pytest.raises(BadRequest):
        await bot.send_photo(OUTSIDE, sent.photo[-1].file_id)


async def test_what_is_about_no_chat_goes_out(bot: Bot, telegram: OfflineTelegram) -> None:
    await bot.set_my_commands([("help", "x")])
    assert telegram.calls[-1].method == "setmycommands"


def test_it_is_as_patient_as_the_way_out(browsers: BrowserTelegram) -> None:
    outside = OfflineRequest(OfflineTelegram())
    assert SplitRequest(outside, browsers).read_timeout == outside.read_timeout
