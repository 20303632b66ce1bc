"""Whether a message in a group is meant for the bot, and what is asked in it."""

from dataclasses import dataclass

from telegram import Message, MessageEntity, User


@dataclass(frozen=True, slots=True)
class Addressed:
    """A message that is meant for the bot: by `mention` or by `reply`, and its text without the bot's name."""

    via: str
    text: str


def addressed(message: Message, bot: User) -> Addressed | None:
    """Read a message in a group; None if it is not meant for the bot.

    Left alone are what was passed on from elsewhere, what came through a bot, and what other bots write.
    """
    if message.forward_origin or message.is_automatic_forward or message.via_bot or _is_another_bot(message):
        return None
    text = message.text or message.caption or ""
    names = [entity for entity in message.entities or message.caption_entities if _names(entity, text, bot)]
    if names:
        return Addressed("mention", _without(text, names))
    if text.startswith("/") or not text.strip():
        return None
    return Addressed("reply", text) if _replies_to(message, bot) else None


def _is_another_bot(message: Message) -> bool:
    # Anonymous administrators and channels write through accounts that count as bots.
    return bool(message.from_user and message.from_user.is_bot and message.sender_chat is None)


def _names(entity: MessageEntity, text: str, bot: User) -> bool:
    if entity.type == MessageEntity.TEXT_MENTION:
        return entity.user is not None and entity.user.id == bot.id
    return entity.type == MessageEntity.MENTION and _cut(text, entity).lower() == f"@{bot.username}".lower()


def _replies_to(message: Message, bot: User) -> bool:
    # In a forum everything that replies to nothing replies to the message that opened the topic.
    replied = message.reply_to_message
    return bool(replied and replied.from_user and replied.from_user.id == bot.id and not replied.forum_topic_created)


def _cut(text: str, entity: MessageEntity) -> str:
    start, end = 2 * entity.offset, 2 * (entity.offset + entity.length)
    return _units(text)[start:end].decode("utf-16-le", "replace")


def _without(text: str, names: list[MessageEntity]) -> str:
    """Give the text without some of its parts; entities count in units of UTF-16."""
    units = _units(text)
    for entity in sorted(names, key=lambda name: -name.offset):
        units = units[: 2 * entity.offset] + units[2 * (entity.offset + entity.length) :]
    return units.decode("utf-16-le", "replace").strip(" ,:;\n\t")


def _units(text: str) -> bytes:
    return text.encode("utf-16-le", "surrogatepass")
