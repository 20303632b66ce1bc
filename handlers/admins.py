"""/admins: who keeps the base in chat; inviting people, and taking their role back."""

from html import escape

from telegram import InlineKeyboardButton, Update

from handlers.buttons import Tap, Verb, read_id
from handlers.context import Context
from handlers.links import EDITOR, private_link, share_link
from handlers.phrasebook import Phrases
from handlers.replies import Reply, button
from handlers.roles import role_of
from handlers.talk import change, chat_of, dialogue_of, in_group, phrases_for, send, tell
from knowledge.languages import Language
from knowledge.records.changes import mark_of
from knowledge.records.editors import Known, Named, accept, dismiss, editors, invite

_ROLES: tuple[Named, ...] = ("maintainer", "contributor")


async def admins(update: Update, context: Context) -> None:
    """List who keeps the base, with buttons to invite somebody and to take a role back."""
    dialogue = await dialogue_of(update, context)
    reply = await _page(context, dialogue.prior)
    if reply is None:
        await tell(update, phrases_for(context, dialogue).gaps.away)
        return
    await send(update, reply)


async def tap_editor(update: Update, context: Context, tap: Tap) -> None:
    """Invite somebody to a role, or take a role back; for administrators alone."""
    services, phrases = context.services, context.services.phrasebook[tap.language]
    if await role_of(update, services) != "administrator":
        await tell(update, phrases.callback.stale)
        return
    role = next((role for role in _ROLES if role == tap.about), None)
    if role:
        await _invite(update, context, role, phrases)
        return
    editor = read_id(tap.about)
    if editor is not None:
        await dismiss(services.keeper, editor)
    if reply := await _page(context, tap.language):
        await change(update, reply)
    else:
        await tell(update, phrases.gaps.away)


async def accept_role(update: Update, context: Context, token: str) -> None:
    """Follow an invitation."""
    services, dialogue = context.services, await dialogue_of(update, context)
    words = phrases_for(context, dialogue).admins
    if in_group(update):
        await tell(update, words.only_private)
        return
    role = await accept(services.keeper, token, chat_of(update).id, services.now())
    await tell(update, words.welcome.format(role=words.roles[role]) if role else words.expired)


async def _invite(update: Update, context: Context, role: Named, phrases: Phrases) -> None:
    services, words = context.services, phrases.admins
    token = await invite(services.keeper, role, services.now())
    if token is None:
        await tell(update, phrases.preferences.unkept)
        return
    parameter = f"{EDITOR}{token}"
    text = words.invitation.format(role=words.roles[role], link=private_link(context.bot.username, parameter))
    url = share_link(context.bot.username, parameter, words.roles[role])
    await send(update, Reply(escape(text), ((InlineKeyboardButton(phrases.class_labels.share, url=url),),)))


async def _page(context: Context, language: Language) -> Reply | None:
    services, words = context.services, context.services.phrasebook[language].admins
    known = await editors(services.keeper, services.now())
    if known is None:
        return None
    lines = [
        words.title.format(count=len(services.admins)),
        *(_line(context, words.roles[each.role], each, language) for each in known),
    ]
    dismissals = [
        (button(words.dismiss.format(number=each.id), Tap(Verb.EDITOR, language, str(each.id))),) for each in known
    ]
    invitations = [
        (button(words.invite.format(role=words.roles[role]), Tap(Verb.EDITOR, language, role)),) for role in _ROLES
    ]
    return Reply("\n".join(map(escape, lines)), (*dismissals, *invitations))


def _line(context: Context, role: str, known: Known, language: Language) -> str:
    services = context.services
    words = services.phrasebook[language].admins
    if known.chat_id is None:
        return words.invited.format(number=known.id, role=role)
    mark = mark_of(services.keeper.pseudonyms, known.chat_id)
    return words.line.format(number=known.id, role=role, mark=mark)
