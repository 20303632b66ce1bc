"""What becomes of a proposal: a maintainer makes it live or refuses it, and its author is told."""

from collections.abc import Callable
from dataclasses import replace
from html import escape

from telegram import Update

from handlers.buttons import Tap, Verb, read_id
from handlers.context import Context
from handlers.delivery import deliver, spoken_to
from handlers.phrasebook import Phrases
from handlers.replies import Reply, button
from handlers.roles import is_at_least, role_of
from handlers.talk import change, chat_of, send, tell
from handlers.teach_pages import refusal_of, tried_page
from knowledge.languages import Language
from knowledge.proposals import Proposal
from knowledge.records.changes import add_changes, mark_of
from knowledge.records.editors import editors
from knowledge.records.proposals import move, proposal_of
from knowledge.upkeep.teaching import refused


async def make_live(update: Update, context: Context, tap: Tap) -> None:
    """Make a proposal live that makes no old question worse."""
    proposal = await _found(context, tap)
    if proposal is None:
        await tell(update, context.services.phrasebook[tap.language].callback.stale)
        return
    await go_live(update, context, proposal, tap.language)


async def tap_refuse(update: Update, context: Context, tap: Tap) -> None:
    """Refuse a proposal without saying why."""
    proposal = await _found(context, tap)
    if proposal is None:
        await tell(update, context.services.phrasebook[tap.language].callback.stale)
        return
    await refuse(update, context, proposal, tap.language)


async def show(update: Update, context: Context, tap: Tap) -> None:
    """Show a proposal to who may decide, or whose it is."""
    services, proposal = context.services, await _found(context, tap)
    role = await role_of(update, services)
    allowed = proposal and role and (is_at_least(role, "maintainer") or proposal.chat_id == chat_of(update).id)
    if proposal is None or not allowed:
        await tell(update, services.phrasebook[tap.language].callback.stale)
        return
    await send(update, tried_page(services.library, services.phrasebook[tap.language], proposal, role, tap.language))


async def go_live(  # noqa: PLR0913
    update: Update, context: Context, proposal: Proposal, language: Language, reason: str = "", *, anyway: bool = False
) -> None:
    """Make a proposal live. One that makes old questions worse needs a maintainer's word (`anyway`) and reason."""
    services, phrases = context.services, context.services.phrasebook[language]
    if not is_at_least(await role_of(update, services), "maintainer"):
        await tell(update, phrases.callback.stale)
        return
    if proposal.effect is None or (proposal.effect.worse and not anyway):
        await tell(update, phrases.teach.worse.format(number=proposal.id))
        return
    if why := next(filter(None, (refused(services.library, each) for each in proposal.changes)), None):
        await tell(update, refusal_of(phrases, why))
        return
    done = replace(proposal, state="live", reason=reason)
    if not await move(services.keeper, done, "tried", "open"):
        await tell(update, phrases.callback.stale)
        return
    mark = mark_of(services.keeper.pseudonyms, chat_of(update).id)
    said = reason or phrases.teach.reason.format(number=proposal.id)
    revision = await add_changes(services.keeper, proposal.changes, mark, said, services.now())
    if revision is None:
        await move(services.keeper, proposal, "live")
        await tell(update, phrases.preferences.unkept)
        return
    services.findings.forget()
    await change(update, Reply(escape(phrases.teach.done.format(revision=revision))))
    await _tell_author(update, context, done, lambda words: words.teach.accepted.format(number=done.id))


async def refuse(update: Update, context: Context, proposal: Proposal, language: Language, reason: str = "") -> None:
    """Refuse a proposal, with a reason for its author."""
    services, phrases = context.services, context.services.phrasebook[language]
    allowed = is_at_least(await role_of(update, services), "maintainer")
    done = replace(proposal, state="refused", reason=reason)
    if not allowed or not await move(services.keeper, done, "open"):
        await tell(update, phrases.callback.stale)
        return
    await change(update, Reply(escape(phrases.teach.refused.format(number=done.id))))
    await _tell_author(update, context, done, lambda words: words.teach.unwanted.format(number=done.id, reason=reason))


async def to_reviewers(update: Update, context: Context, proposal: Proposal) -> None:
    """Tell everybody who may decide that a proposal waits."""
    services = context.services
    named = await editors(services.keeper, services.now()) or ()
    maintainers = {each.chat_id for each in named if each.chat_id and each.role == "maintainer"}
    for chat in sorted((maintainers | services.admins) - {chat_of(update).id}):
        language = await spoken_to(services, chat)
        words = services.phrasebook[language].teach
        look = button(words.look, Tap(Verb.TEACH_SHOW, language, str(proposal.id)))
        await deliver(context.bot, chat, Reply(escape(words.comes.format(number=proposal.id)), ((look,),)))


async def _tell_author(update: Update, context: Context, proposal: Proposal, say: Callable[[Phrases], str]) -> None:
    services = context.services
    if proposal.chat_id == chat_of(update).id:
        return
    language = await spoken_to(services, proposal.chat_id)
    await deliver(context.bot, proposal.chat_id, Reply(escape(say(services.phrasebook[language]))))


async def _found(context: Context, tap: Tap) -> Proposal | None:
    number = read_id(tap.about)
    return None if number is None else await proposal_of(context.services.keeper, number)
