"""/teach and the taps under gaps: from what was missed to a change, tried out, proposed, and live."""

import asyncio
from dataclasses import replace
from html import escape

from telegram import Update

from handlers.buttons import Tap, read_id
from handlers.context import Context, Services
from handlers.entry_files import send_form
from handlers.gaps import gap_of
from handlers.replies import Reply
from handlers.reviewing import go_live, refuse, to_reviewers
from handlers.roles import is_at_least, role_of
from handlers.talk import change, chat_of, dialogue_of, send, tell
from handlers.teach_pages import NEW, NONE, choose_page, effect_of, refusal_of, tried_page, waiting_page
from knowledge.changes import Change, ChangeKind
from knowledge.languages import Language
from knowledge.outcomes import Dialogue
from knowledge.proposals import Proposal
from knowledge.records.proposals import begin, move, open_proposals, proposal_of
from knowledge.upkeep.teaching import sorted_out

# Of a wording that is typed, in characters.
LONGEST = 200
# How many entries are offered to choose from.
CHOICES = 4


async def teach(update: Update, context: Context) -> None:
    """Begin with a wording; with a proposal's number look for an entry, or decide; with nothing list what waits."""
    services, dialogue = context.services, await dialogue_of(update, context)
    phrases = services.phrasebook[dialogue.prior]
    number, *rest = context.args or [""]
    wanted = read_id(number)
    proposal = None if wanted is None else await proposal_of(services.keeper, wanted)
    if not number:
        waiting = await open_proposals(services.keeper)
        await send(update, waiting_page(services.library, phrases, waiting, dialogue.prior))
    elif proposal is None:
        text = " ".join(context.args or ())[:LONGEST]
        language = services.answerer.answer(text, Dialogue(dialogue.prior))[0].language
        await _begin(update, context, ((language, text),), None, dialogue.prior)
    elif rest[:1] == [phrases.teach.anyway] and rest[1:]:
        await go_live(update, context, proposal, dialogue.prior, " ".join(rest[1:]), anyway=True)
    elif rest[:1] == [phrases.teach.no] and rest[1:]:
        await refuse(update, context, proposal, dialogue.prior, " ".join(rest[1:]))
    elif rest and proposal.state == "begun" and proposal.chat_id == chat_of(update).id:
        await _look_for(update, context, proposal, " ".join(rest), dialogue.prior)
    else:
        role = await role_of(update, services)
        await send(update, tried_page(services.library, phrases, proposal, role, dialogue.prior))


async def teach_gap(update: Update, context: Context, tap: Tap) -> None:
    """Begin with the wordings of a gap; what people picked of what was offered is the first choice."""
    phrases = context.services.phrasebook[tap.language]
    gap = await gap_of(update, context, tap)
    if gap is None:
        return
    whole = tuple((wording.language, wording.text) for wording in gap.wordings if wording.whole)
    if not whole:
        await tell(update, phrases.teach.unshown)
        return
    options = tuple(dict.fromkeys([*gap.meant, *(near.entry for near in gap.losing.nearest)]))
    await _begin(update, context, whole, gap.key, tap.language, options)


async def pick(update: Update, context: Context, tap: Tap) -> None:
    """Take the entry that was chosen, and try out what it would do."""
    services, phrases = context.services, context.services.phrasebook[tap.language]
    number, _, choice = tap.about.partition("-")
    proposal = await _own(update, services, number)
    if proposal is None or proposal.state != "begun":
        await tell(update, phrases.callback.stale)
        return
    if choice == NEW:
        await send_form(update, context, proposal, tap.language)
        return
    entry = proposal.options[int(choice)] if choice.isdecimal() and int(choice) < len(proposal.options) else None
    if entry is None and choice != NONE:
        await tell(update, phrases.callback.stale)
        return
    kind: ChangeKind = "not-ours" if entry is None else "phrasing"
    changes = tuple(Change(kind, language, text, entry) for language, text in proposal.texts)
    await try_it(update, context, replace(proposal, changes=changes), tap.language)


async def propose(update: Update, context: Context, tap: Tap) -> None:
    """Put a proposal before the maintainers."""
    services, phrases = context.services, context.services.phrasebook[tap.language]
    proposal = await _own(update, services, tap.about)
    opened = replace(proposal, state="open") if proposal else None
    if opened is None or not await move(services.keeper, opened, "tried"):
        await tell(update, phrases.callback.stale)
        return
    await to_reviewers(update, context, opened)
    await change(update, Reply(escape(phrases.teach.proposed.format(number=opened.id))))


async def drop(update: Update, context: Context, tap: Tap) -> None:
    """Leave a proposal of one's own."""
    services, phrases = context.services, context.services.phrasebook[tap.language]
    proposal = await _own(update, services, tap.about)
    if proposal is None or not await move(services.keeper, replace(proposal, state="dropped"), "begun", "tried"):
        await tell(update, phrases.callback.stale)
        return
    await change(update, Reply(escape(phrases.teach.dropped)))


async def try_it(update: Update, context: Context, proposal: Proposal, language: Language) -> None:
    """Try out what a proposal would do, and show it; what can't be done is said at once."""
    services, phrases = context.services, context.services.phrasebook[language]
    library = services.library
    # Aside: each is compared with everything that the base has.
    made, refusals = await asyncio.to_thread(sorted_out, library, proposal.changes)
    if not made or services.try_out is None:
        reasons = dict.fromkeys(refusal_of(phrases, why) for _, why in refusals)
        await tell(update, "\n".join(reasons) or phrases.gaps.away)
        return
    await change(update, Reply(escape(phrases.teach.trying)))
    tried = await asyncio.to_thread(services.try_out, library, made)
    done = replace(proposal, state="tried", changes=tuple(made), effect=effect_of(tried))
    if not await move(services.keeper, done, "begun", "tried"):
        await tell(update, phrases.callback.stale)
        return
    await send(update, tried_page(library, phrases, done, await role_of(update, services), language))


async def _begin(  # noqa: PLR0913, PLR0917
    update: Update,
    context: Context,
    texts: tuple[tuple[Language, str], ...],
    gap: str | None,
    language: Language,
    options: tuple[str, ...] = (),
) -> None:
    services, phrases = context.services, context.services.phrasebook[language]
    near = options or _nearest(services, texts[0][1])
    drafted = Proposal(0, chat_of(update).id, "begun", texts, near[:CHOICES], gap)
    proposal = await begin(services.keeper, drafted, services.now())
    if proposal is None:
        await tell(update, phrases.preferences.unkept)
        return
    await send(update, choose_page(services.library, phrases, proposal, language))


async def _look_for(update: Update, context: Context, proposal: Proposal, typed: str, language: Language) -> None:
    services = context.services
    found = replace(proposal, options=_nearest(services, typed))
    await move(services.keeper, found, "begun")
    await send(update, choose_page(services.library, services.phrasebook[language], found, language))


def _nearest(services: Services, text: str) -> tuple[str, ...]:
    """Give the entries that are nearest to a text; one whose id was typed comes first."""
    entries = services.library.entries
    found = [candidate.label for candidate in services.answerer.explain(text).candidates]
    return tuple(name for name in dict.fromkeys([text.strip(), *found]) if name in entries)[:CHOICES]


async def _own(update: Update, services: Services, number: str) -> Proposal | None:
    """Find a proposal of who taps, if they may teach at all (any more)."""
    wanted = read_id(number)
    if wanted is None or not is_at_least(await role_of(update, services), "contributor"):
        return None
    proposal = await proposal_of(services.keeper, wanted)
    return proposal if proposal and proposal.chat_id == chat_of(update).id else None
