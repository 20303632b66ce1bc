"""PTB's own bot on the Telegram in the process."""

from io import BytesIO

import pytest
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, InputFile
from telegram.error import BadRequest, InvalidToken, TelegramError

from bot.offline.person import Person
from bot.offline.request import OfflineRequest
from bot.offline.telegram import BOT_ID, TOKEN, OfflineTelegram
from tests.support.pictures import picture


@pytest.fixture
def bot(telegram: OfflineTelegram) -> Bot:
    """A bot that has not spoken yet."""
    request = OfflineRequest(telegram)
    return Bot(TOKEN, request=request, get_updates_request=request)


async def test_a_bot_starts_says_who_it_is_and_stops(bot: Bot) -> None:
    async with bot:
        assert (bot.id, bot.username) == (BOT_ID, "nuance_offline_bot")


async def test_messages_and_buttons_arrive_as_they_were_sent(telegram: OfflineTelegram, bot: Bot) -> None:
    Person(telegram, id=7)
    keyboard = InlineKeyboardMarkup([[InlineKeyboardButton("Verder 🙂", callback_data="e:nl:x")]])
    message = await bot.send_message(7, "<b>Hé</b> 社会 &amp; 🙂", parse_mode="HTML", reply_markup=keyboard)
    assert (message.text, message.chat.id, message.reply_markup) == ("Hé 社会 & 🙂", 7, keyboard)
    assert message.text_html == "<b>Hé</b> 社会 &amp; 🙂"


async def test_a_picture_arrives_with_its_caption_and_can_be_sent_again_by_its_id(
    telegram: OfflineTelegram, bot: Bot
) -> None:
    Person(telegram, id=7)
    content = picture(30, 60)
    message = await bot.send_photo(7, InputFile(content, filename="a.png"), "<b>Hé</b> &amp;", parse_mode="HTML")
    assert (message.caption, message.caption_html, message.text) == ("Hé &", "<b>Hé</b> &amp;", None)
    assert (message.photo[-1].width, message.photo[-1].height) == (30, 60)
    assert [*telegram.photos.uploads.values()] == [content]
    again = await bot.send_photo(7, message.photo[-1].file_id)
    assert (again.photo, again.caption) == (message.photo, None)
    assert len(telegram.photos.uploads) == 1


async def test_a_picture_from_an_open_file_arrives(telegram: OfflineTelegram, bot: Bot) -> None:
    Person(telegram, id=7)
    await bot.send_photo(7, InputFile(BytesIO(picture()), read_file_handle=False))
    assert [*telegram.photos.uploads.values()] == [picture()]


async def test_a_refused_picture_is_an_error(telegram: OfflineTelegram, bot: Bot) -> None:
    Person(telegram, id=7)
    with pytest.raises(BadRequest, match=r"[Ww]rong file identifier"):
        await bot.send_photo(7, "unheard-of")
    with pytest.raises(BadRequest, match=r"[Cc]aption is too long"):
        await bot.send_photo(7, picture(), "x" * 1025)


async def test_updates_are_fetched(telegram: OfflineTelegram, bot: Bot) -> None:
    Person(telegram).says("/start now")
    [update] = await bot.get_updates()
    assert update.message is not None
    assert update.message.text == "/start now"


async def test_a_refusal_is_the_error_that_ptb_makes_of_it(bot: Bot) -> None:
    with pytest.raises(BadRequest, match=r"^Chat not found$"):
        await bot.send_message(8, "x")


async def test_an_unknown_method_is_not_found(bot: Bot) -> None:
    with pytest.raises(InvalidToken, match="'sendTelepathy' does not exist"):
        await bot.do_api_request("sendTelepathy", {"chat_id": 8})


async def test_a_method_that_is_not_there_offline_is_told_apart(bot: Bot) -> None:
    with pytest.raises(TelegramError, match="senddice is not there offline"):
        await bot.send_dice(8)


def test_there_is_nothing_to_wait_for(telegram: OfflineTelegram) -> None:
    assert OfflineRequest(telegram).read_timeout is None
