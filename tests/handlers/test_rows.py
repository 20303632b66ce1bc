"""One row changes, the rest of the message stays."""

from telegram import InlineKeyboardButton, Update

from handlers.buttons import Verb
from handlers.rows import Change, change_row
from tests.support.stage import Data, Stage, buttons

ROW = (InlineKeyboardButton("new", callback_data="h:en:x"),)


def tapped(stage: Stage, message: Data) -> Update:
    """Give the update of a tap under a message."""
    return Update.de_json(stage.person.taps(message, "h:en:x"), stage.application.bot)


async def test_only_the_row_with_the_verb_changes(small_stage: Stage) -> None:
    message = await small_stage.says("/start")
    before = [*buttons(message).items()]
    assert await change_row(tapped(small_stage, message), {Verb.TOPICS}, ROW) is Change.DONE
    shown = small_stage.telegram.messages[1, message["message_id"]]
    assert [*buttons(shown).items()] == [*before[:-1], ("new", "h:en:x")]
    assert shown["text"] == message["text"]
    assert await change_row(tapped(small_stage, shown), {Verb.HELPFUL}, ROW) is Change.ALREADY


async def test_buttons_that_are_none_of_ours_stay(small_stage: Stage) -> None:
    message = await small_stage.says("/start")
    keyboard = [[{"text": "odd", "callback_data": "?"}, {"text": "link", "url": "https://example.org"}]]
    message["reply_markup"] = {"inline_keyboard": keyboard}
    assert await change_row(tapped(small_stage, message), {Verb.TOPICS}, ROW) is Change.ALREADY


async def test_what_is_gone_cannot_be_changed(small_stage: Stage) -> None:
    message = await small_stage.says("/start")
    small_stage.telegram.messages.clear()
    assert await change_row(tapped(small_stage, message), {Verb.TOPICS}, ROW) is Change.GONE
    bare = {key: value for key, value in message.items() if key != "reply_markup"}
    assert await change_row(tapped(small_stage, bare), {Verb.TOPICS}, ROW) is Change.GONE
    assert await change_row(Update(1), {Verb.TOPICS}, ROW) is Change.GONE


async def test_an_empty_row_takes_the_others_away_and_the_last_takes_the_keyboard(small_stage: Stage) -> None:
    message = await small_stage.says("/start")
    assert await change_row(tapped(small_stage, message), {Verb.TOPICS}, ()) is Change.DONE
    shown = small_stage.telegram.messages[1, message["message_id"]]
    assert all(data.startswith("e:") for data in buttons(shown).values())
    assert await change_row(tapped(small_stage, shown), {Verb.ENTRY}, ()) is Change.DONE
    assert buttons(small_stage.telegram.messages[1, message["message_id"]]) == {}
