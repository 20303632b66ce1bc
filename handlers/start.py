"""/start, also with a start parameter behind it (a deep link), and /help."""

from html import escape

from telegram import Update

from handlers.admins import accept_role
from handlers.browse import topic_page
from handlers.buttons import Tap, Verb
from handlers.cards import open_card
from handlers.class_staff import open_invitation
from handlers.commands import IN_PRIVATE
from handlers.context import Context
from handlers.groups import explain
from handlers.joining import join_by
from handlers.lessons import go
from handlers.liking import as_liked
from handlers.links import CLASS, EDITOR, INVITATION, destination
from handlers.maps import open_map
from handlers.replies import Reply, button, entry_rows
from handlers.spelled_out import choices_under
from handlers.story import open_story
from handlers.talk import Heard, Speaker, conclude, dialogue_of, in_group, offer, phrases_for, send, speaker_of, tell
from knowledge.outcomes import Dialogue, Outcome


async def start(update: Update, context: Context) -> None:
    """Say who this is and where to begin; a link goes straight to its class, answer, card, topic or map."""
    speaker = await speaker_of(update, context)
    wanted = " ".join(context.args or ())
    if wanted.startswith(CLASS):
        await join_by(update, context, wanted.removeprefix(CLASS))
        return
    if wanted.startswith(INVITATION):
        await open_invitation(update, context, wanted.removeprefix(INVITATION))
        return
    if wanted.startswith(EDITOR):
        await accept_role(update, context, wanted.removeprefix(EDITOR))
        return
    leads_to = destination(context.services.library, wanted, speaker.dialogue.prior)
    if leads_to:
        await _arrive(update, context, speaker, leads_to)
    elif in_group(update):
        await explain(update, context)
    else:
        await _welcome(update, context, speaker.dialogue, lost=bool(wanted))


async def _arrive(update: Update, context: Context, speaker: Speaker, leads_to: Tap) -> None:
    """Show what a link leads to."""
    services = context.services
    if leads_to.verb is Verb.ENTRY:
        outcome = Outcome("answer", leads_to.language, entry=leads_to.about)
        await conclude(update, context, speaker, outcome, Heard("link"))
    elif leads_to.verb is Verb.CARD:
        await open_card(update, context, leads_to)
    elif leads_to.verb is Verb.MAP:
        await open_map(update, context, leads_to)
    elif leads_to.verb is Verb.ROUTE:
        await go(update, context, leads_to)
    elif leads_to.verb is Verb.STORY:
        await open_story(update, context, leads_to)
    else:
        phrases = services.phrasebook[leads_to.language]
        page = topic_page(services.library, phrases, leads_to)
        await send(update, await as_liked(update, context, phrases, page))
        await offer(update, context, speaker.dialogue, choices_under(page))


async def _welcome(update: Update, context: Context, dialogue: Dialogue, *, lost: bool) -> None:
    """Say who this is, with questions to begin with; `lost` tells that the link that was followed leads nowhere."""
    language, library = dialogue.prior, context.services.library
    phrases = phrases_for(context, dialogue)
    welcome = escape(library.face(language).welcome)
    if lost:
        welcome = f"{escape(phrases.start.unknown)}\n\n{welcome}"
    topics = button(phrases.buttons.back, Tap(Verb.TOPICS, language))
    reply = Reply(welcome, (*entry_rows(library.starters, language), (topics,)))
    await send(update, await as_liked(update, context, phrases, reply))
    await offer(update, context, dialogue, choices_under(reply))


async def show_help(update: Update, context: Context) -> None:
    """Explain how to ask, what each command does, and what is kept; in a group only how to ask there."""
    if in_group(update):
        await explain(update, context)
        return
    phrases = phrases_for(context, await dialogue_of(update, context))
    commands = "\n".join(f"/{name}: {phrases.commands[name]}" for name in IN_PRIVATE)
    await tell(update, phrases.help.text.format(commands=commands))
