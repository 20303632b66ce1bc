"""A class does something together: a teacher chooses what, sends it to every pupil, and sees what came of it."""

from telegram import Update

from handlers.buttons import Tap, Verb, read_id
from handlers.class_gate import Taught, pass_gate
from handlers.context import Context
from handlers.liking import liked_by
from handlers.replies import Reply
from handlers.round_pages import Shown, phase_menu, round_menu, round_page, topic_menu
from handlers.round_sending import send_round
from handlers.rows import Change, change_row
from handlers.talk import change, send, tell
from knowledge.languages import Language
from knowledge.lessons.rounds import PHASES, Round, RoundKind, as_kind, plan_of, tallied
from knowledge.records.class_material import answers_in_round
from knowledge.records.classes import count_members
from knowledge.records.rounds import close_round, open_round, round_of, rounds_of, taken_in
from knowledge.reports.quizzing import mistakes


async def show_rounds(update: Update, context: Context, taught: Taught) -> None:
    """Offer what the class can do together."""
    services, school_class = context.services, taught.school_class
    held = await rounds_of(services.keeper, school_class.id)
    phrases = services.phrasebook[taught.language]
    last = held[-1] if held else None
    await change(update, round_menu(services.library, phrases, school_class, last, taught.language))


async def plan_round(update: Update, context: Context, tap: Tap) -> None:
    """Ask what a round is to be about, and when it is held."""
    services, phrases = context.services, context.services.phrasebook[tap.language]
    asked = await _read_plan(update, context, tap)
    if asked is None:
        return
    kind, taught, topic = asked
    if kind == "quiz" and topic is None:
        await change(update, topic_menu(services.library, phrases, taught.school_class, tap.language))
    else:
        await change(update, phase_menu(phrases, kind, taught.school_class, topic or 0, tap.language))


async def begin_round(update: Update, context: Context, tap: Tap) -> None:
    """Open a round and send it to every pupil, once."""
    services, phrases = context.services, context.services.phrasebook[tap.language]
    asked = await _read_plan(update, context, tap)
    if asked is None:
        return
    kind, taught, topic = asked
    if not taught.school_class.is_open(services.now()):
        await tell(update, phrases.rounds.class_closed)
        return
    if tap.page >= len(PHASES):
        await tell(update, phrases.callback.unreadable)
        return
    if await change_row(update, {Verb.ROUND_OPEN}, ()) is Change.ALREADY:
        return
    topics = services.library.pack.topics
    topic_id = topics[topic - 1].id if topic and topic <= len(topics) else None
    earlier = await rounds_of(services.keeper, taught.school_class.id)
    plan = plan_of(services.library, kind, topic_id, PHASES[tap.page], earlier)
    if plan is None:
        await tell(update, phrases.rounds.none)
        return
    opened = await open_round(services.keeper, taught.school_class.id, plan, services.now())
    if opened is None:
        await tell(update, phrases.preferences.unkept)
        return
    send_round(context, taught.school_class, opened)
    await send(update, await _page(update, context, opened, tap.language))


async def show_round(update: Update, context: Context, tap: Tap) -> None:
    """Show how a round stands now."""
    held = await _held(update, context, tap)
    if held:
        await change(update, await _page(update, context, held, tap.language))


async def end_round(update: Update, context: Context, tap: Tap) -> None:
    """Close a round, and show what came of it."""
    held = await _held(update, context, tap)
    if held is None:
        return
    if not await close_round(context.services.keeper, held.id, context.services.now()):
        await tell(update, context.services.phrasebook[tap.language].preferences.unkept)
        return
    closed = await round_of(context.services.keeper, held.id)
    await change(update, await _page(update, context, closed or held, tap.language))


async def _page(update: Update, context: Context, held: Round, language: Language) -> Reply:
    services = context.services
    taken = await taken_in(services.keeper, held)
    shown = Shown(
        held,
        len({one.person for one in taken}),
        await count_members(services.keeper, held.class_id) or 0,
        tallied(services.library, held.plan, taken),
        mistakes(await answers_in_round(services.keeper, held.id)),
        (await liked_by(update, context)).plain,
    )
    return round_page(services.library, services.phrasebook[language], shown, language)


async def _read_plan(update: Update, context: Context, tap: Tap) -> tuple[RoundKind, Taught, int | None] | None:
    """Read what a teacher plans, for which class; None if that was refused, and told."""
    kind, class_id, *rest = [*tap.about.split("-"), ""][:3]
    read_kind, known_id = as_kind(kind), read_id(class_id)
    if read_kind is None or known_id is None:
        await tell(update, context.services.phrasebook[tap.language].callback.unreadable)
        return None
    taught = await pass_gate(update, context, known_id, tap.language)
    topic = int(rest[0]) if rest and rest[0].isdecimal() and len(rest[0]) < 4 else None  # noqa: PLR2004
    return (read_kind, taught, topic) if taught else None


async def _held(update: Update, context: Context, tap: Tap) -> Round | None:
    """Find the round of a button for a teacher of its class; None if that was refused, and told."""
    class_id, _, round_id = tap.about.partition("-")
    known, wanted = read_id(class_id), read_id(round_id)
    if known is None or wanted is None:
        await tell(update, context.services.phrasebook[tap.language].callback.unreadable)
        return None
    if await pass_gate(update, context, known, tap.language) is None:
        return None
    held = await round_of(context.services.keeper, wanted)
    if held is None or held.class_id != known:
        await tell(update, context.services.phrasebook[tap.language].rounds.unknown)
        return None
    return held
