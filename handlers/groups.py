"""In groups: answering who speaks to the bot, arriving, leaving, and moving along when a group is upgraded."""

import logging

from telegram import ChatMember, ChatMemberRestricted, Update
from telegram.error import TelegramError

from handlers.addressing import addressed
from handlers.ask import answer
from handlers.context import Context
from handlers.daily_jobs import lose
from handlers.talk import Heard, dialogue_of, in_group, phrases_for, tell

logger = logging.getLogger(__name__)

_GONE = {ChatMember.LEFT, ChatMember.BANNED}


async def ask_in_group(update: Update, context: Context) -> None:
    """Answer a message that mentions the bot or replies to it, unless the group wants only commands answered."""
    message = update.effective_message
    spoken = addressed(message, context.bot.bot) if message else None
    if message is None or spoken is None or await context.services.keeper.is_quiet(message.chat_id):
        return
    if spoken.text:
        await answer(update, context, Heard(spoken.via, spoken.text))
        return
    await explain(update, context)


async def explain(update: Update, context: Context) -> None:
    """Say how to ask in a group, with an example."""
    dialogue = await dialogue_of(update, context)
    example = context.services.library.starters[0].texts[dialogue.prior].question
    how = phrases_for(context, dialogue).groups.how
    await tell(update, how.format(bot=context.bot.username, example=example))


async def membership(update: Update, context: Context) -> None:
    """Say hello where the bot was added; forget a chat that it was removed from or blocked in."""
    change = update.my_chat_member
    if change is None:
        return
    was, is_now = (_is_there(member) for member in (change.old_chat_member, change.new_chat_member))
    if was and not is_now:
        await context.services.keeper.forget(change.chat.id)
        await lose(context.app, context.services, change.chat.id)
    elif is_now and not was and in_group(update):
        try:
            hello = phrases_for(context, await dialogue_of(update, context)).groups.hello
            await tell(update, hello.format(bot=context.bot.username))
        except TelegramError as error:
            # Some groups let nobody but their administrators write.
            logger.info("a group that the bot was added to took no message: %s", type(error).__name__)


async def migrate(update: Update, context: Context) -> None:
    """Take the state of a group along to the supergroup that it became; both chats tell of it, in any order."""
    message = update.effective_message
    if message is None:
        return
    old = message.migrate_from_chat_id or message.chat_id
    await context.services.keeper.move(old, message.migrate_to_chat_id or message.chat_id)


def _is_there(member: ChatMember) -> bool:
    if isinstance(member, ChatMemberRestricted):
        return member.is_member
    return member.status not in _GONE
