"""/quiet and /lively: whether the bot answers only commands in a group, as its administrators choose."""

from telegram import ChatMember, Message, Update
from telegram.error import TelegramError

from handlers.context import Context
from handlers.talk import dialogue_of, in_group, phrases_for, tell

_IN_CHARGE = {ChatMember.OWNER, ChatMember.ADMINISTRATOR}


async def quiet(update: Update, context: Context) -> None:
    """Answer only commands in this group from now on."""
    await _choose(update, context, quiet=True)


async def lively(update: Update, context: Context) -> None:
    """Also answer mentions and replies in this group from now on."""
    await _choose(update, context, quiet=False)


async def _choose(update: Update, context: Context, *, quiet: bool) -> None:
    """Keep the choice of an administrator; everybody else is told who can choose."""
    sentences = phrases_for(context, await dialogue_of(update, context)).groups
    message = update.effective_message
    if message is None or not in_group(update):
        await tell(update, sentences.only_groups)
        return
    try:
        allowed = await _is_in_charge(message)
    except TelegramError:
        await tell(update, sentences.unchecked)
        return
    if not allowed:
        await tell(update, sentences.administrators)
    elif not await context.services.keeper.set_quiet(message.chat_id, quiet=quiet):
        await tell(update, sentences.unkept)
    else:
        await tell(update, sentences.quiet if quiet else sentences.lively)


async def _is_in_charge(message: Message) -> bool:
    """Tell whether an administrator wrote a message.

    Raises:
        TelegramError: Telegram did not say.
    """
    if message.sender_chat:
        # Who writes in the group's own name is one of its administrators; other chats are guests.
        return message.sender_chat.id == message.chat_id
    if message.from_user is None:
        return False
    return (await message.chat.get_member(message.from_user.id)).status in _IN_CHARGE
