"""A route for a class: chosen by a teacher, told to every pupil, and how far they are; and when the lesson begins."""

from html import escape

from telegram import Update

from handlers.buttons import Tap, Verb, read_id
from handlers.class_gate import Taught, pass_gate, refusal
from handlers.class_mailing import Mailing, send_to_class
from handlers.class_settings import teaching
from handlers.context import Context
from handlers.known_routes import route_called
from handlers.phrasebook import Phrases
from handlers.replies import Reply, Row, button
from handlers.rows import Change, change_row
from handlers.talk import change, chat_of, send, tell
from knowledge.classes import FEWEST_SHOWN, Class, Refused
from knowledge.languages import Language
from knowledge.lessons.routes import Route
from knowledge.records.class_routes import class_route, set_class_route, steps_of
from knowledge.records.classes import classes_of, count_members, set_lesson
from knowledge.reports.suppression import heads


async def choose_class(update: Update, context: Context, tap: Tap) -> None:
    """Ask a teacher which class is to follow a route."""
    services, words = context.services, context.services.phrasebook[tap.language].lessons
    route = await route_called(services, tap.about)
    classes = await classes_of(services.keeper, chat_of(update).id, services.now()) or ()
    if route is None or not classes:
        await tell(update, words.gone if route is None else services.phrasebook[tap.language].classes.how)
        return
    rows = tuple(
        (button(each.title, Tap(Verb.CLASS_ROUTE_SET, tap.language, f"{each.id}-{route.id}")),) for each in classes
    )
    question = words.which_class.format(title=route.text_in(tap.language).title)
    await change(update, Reply(escape(question), (*rows, _to_route(words.back, route, tap.language))))


async def set_route(update: Update, context: Context, tap: Tap) -> None:
    """Let a class follow a route, and tell its pupils, once."""
    services, phrases = context.services, context.services.phrasebook[tap.language]
    class_id, _, route_id = tap.about.partition("-")
    known = read_id(class_id)
    if known is None:
        await tell(update, phrases.callback.unreadable)
        return
    taught = await pass_gate(update, context, known, tap.language)
    if taught is None:
        return
    route = await route_called(services, route_id)
    if route is None or not taught.school_class.is_open(services.now()):
        await tell(update, phrases.lessons.gone if route is None else phrases.rounds.class_closed)
        return
    if await change_row(update, {Verb.CLASS_ROUTE_SET}, ()) is Change.ALREADY:
        return
    if not await set_class_route(services.keeper, known, route.id, services.now()):
        await tell(update, phrases.preferences.unkept)
        return
    _tell_pupils(context, taught.school_class, route)
    await send(update, await _standing(context, taught.school_class, route, tap.language))


async def show_standing(update: Update, context: Context, tap: Tap) -> None:
    """Show a teacher how far a class is in its route."""
    services, phrases = context.services, context.services.phrasebook[tap.language]
    known = read_id(tap.about)
    taught = await pass_gate(update, context, known, tap.language) if known else None
    if taught is None:
        if known is None:
            await tell(update, phrases.callback.unreadable)
        return
    route = await route_called(services, await class_route(services.keeper, taught.school_class.id) or "")
    if route is None:
        await tell(update, phrases.lessons.gone)
        return
    await change(update, await _standing(context, taught.school_class, route, tap.language))


async def _standing(context: Context, school_class: Class, route: Route, language: Language) -> Reply:
    services, words = context.services, context.services.phrasebook[language].lessons
    steps = await steps_of(services.keeper, school_class.id, route.id)
    members = max(len(steps), await count_members(services.keeper, school_class.id) or 0)
    finished = sum(step > len(route.steps) for step in steps)
    html = words.of_class.format(title=route.text_in(language).title, class_title=school_class.title)
    lines = [
        _told(words.begun, words.begun_few, words.begun_nearly, len(steps), members),
        _told(words.finished, words.finished_few, words.finished_nearly, finished, members),
    ]
    refresh = (
        button(services.phrasebook[language].rounds.refresh, Tap(Verb.CLASS_STANDING, language, str(school_class.id))),
    )
    return Reply(escape("\n".join([html, *lines])), (refresh,))


def _told(sentence: str, few: str, nearly: str, count: int, of: int) -> str:
    """Say a number of pupils, unless it tells of fewer than five that they did or did not."""
    if count < FEWEST_SHOWN:
        return few
    told = heads(count, of)
    return nearly if told is None else sentence.format(count=told)


def _tell_pupils(context: Context, school_class: Class, route: Route) -> None:
    services = context.services

    def write(language: Language) -> Reply:
        words = services.phrasebook[language].lessons
        text = words.from_class.format(class_title=school_class.title, title=route.text_in(language).title)
        return Reply(escape(text), (_to_route(words.look, route, language),))

    async def is_followed() -> bool:
        return await class_route(services.keeper, school_class.id) == route.id

    send_to_class(context, Mailing(f"lesson of {school_class.id}", school_class.id, write, is_followed))


def class_rows_for(phrases: Phrases, route: Route, language: Language) -> tuple[Row, ...]:
    """Give a teacher the row that lets a class follow a route."""
    return ((button(phrases.lessons.for_class, Tap(Verb.CLASS_ROUTE, language, route.id)),),)


def _to_route(label: str, route: Route, language: Language) -> Row:
    return (button(label, Tap(Verb.ROUTE, language, route.id)),)


async def begin_lesson(update: Update, context: Context, taught: Taught) -> None:
    """Let the lesson of a class begin now: its report tells apart what was asked before it and since."""
    services, phrases = context.services, context.services.phrasebook[taught.language]
    begun = await set_lesson(services.keeper, teaching(update, context, taught))
    if isinstance(begun, Refused):
        await tell(update, refusal(phrases, begun))
        return
    await tell(update, phrases.rounds.lesson_begun.format(time=f"{services.now().astimezone(services.zone):%H:%M}"))
