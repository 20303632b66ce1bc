"""/lesson: the routes that there are, and the way along one: begun, gone on with, stopped and finished."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from html import escape

from telegram import Update

from handlers.buttons import Tap, Verb
from handlers.context import Context
from handlers.known_routes import made_by, route_called, route_of_class
from handlers.own_lessons import note_for_class, rename, rows_of_maker
from handlers.phrasebook import Phrases
from handlers.quizzing import result_rows, result_text
from handlers.replies import Reply, Row, button
from handlers.round_items import class_rows
from handlers.route_steps import show_step
from handlers.rows import Change, change_row
from handlers.talk import change, chat_of, dialogue_of, in_group, send, tell
from handlers.under_way import resume_row
from knowledge.classes import Class
from knowledge.languages import Language
from knowledge.lessons.progress import Progress, route_lesson
from knowledge.lessons.routes import Route
from knowledge.lessons.scores import score
from knowledge.records.lessons import drop_progress, keep_progress, lessons_of, progress_of

# What moves along a route, and goes from under a message that was moved on from.
_MOVES = {Verb.ROUTE, Verb.ROUTE_STOP}


async def lesson(update: Update, context: Context) -> None:
    """List the routes, the one that is under way first; what is typed behind the command names one's latest own."""
    dialogue = await dialogue_of(update, context)
    if context.args and not in_group(update):
        await rename(update, context, " ".join(context.args), dialogue.prior)
        return
    await send(update, await _list(update, context, dialogue.prior))


async def list_lessons(update: Update, context: Context, tap: Tap) -> None:
    """List the routes in place of what was shown."""
    await change(update, await _list(update, context, tap.language))


async def go(update: Update, context: Context, tap: Tap) -> None:
    """Go to a step of a route, counted from 1; 0 is what the route is about."""
    services = context.services
    route, lesson_name = await route_called(services, tap.about), route_lesson(tap.about)
    if route is None:
        reply = await _list(update, context, tap.language)
        gone = escape(services.phrasebook[tap.language].lessons.gone)
        await send(update, replace(reply, html=f"{gone}\n\n{reply.html}"))
        return
    progress = await progress_of(services.keeper, chat_of(update).id, lesson_name) or Progress()
    if tap.page == 0:
        page = route_page(services.phrasebook[tap.language], route, tap.language, progress)
        await change(
            update, replace(page, rows=(*page.rows, *await rows_of_maker(update, context, route, tap.language)))
        )
        return
    # Whoever taps twice goes on once.
    if await change_row(update, _MOVES, ()) is Change.ALREADY:
        return
    await note_for_class(update, context, route, tap.page)
    if tap.page > len(route.steps):
        await _finish(update, context, route, tap.language, progress)
        return
    await keep_progress(services.keeper, chat_of(update).id, lesson_name, progress.at(tap.page))
    await show_step(update, context, route, tap.page, tap.language)


async def stop(update: Update, context: Context, tap: Tap) -> None:
    """Stop for now; where the person is, is kept."""
    services = context.services
    phrases, route = services.phrasebook[tap.language], await route_called(services, tap.about)
    if await change_row(update, _MOVES, ()) is Change.ALREADY:
        return
    progress = await progress_of(services.keeper, chat_of(update).id, route_lesson(tap.about))
    if route is None or progress is None:
        await tell(update, phrases.lessons.gone)
        return
    await tell(update, phrases.lessons.stopped.format(number=progress.step, count=len(route.steps)))


async def _finish(update: Update, context: Context, route: Route, language: Language, progress: Progress) -> None:
    """Say what came of a route, and forget where the person is in it."""
    services = context.services
    phrases = services.phrasebook[language]
    await drop_progress(services.keeper, chat_of(update).id, route_lesson(route.id))
    found = score(services.library, progress.answers)
    parts = [phrases.lessons.done.format(title=route.text_in(language).title)]
    parts += [result_text(phrases, found)] if found.answered else []
    rows = (*result_rows(services.library, phrases, found, language), _others(phrases, language))
    await send(update, Reply(escape("\n\n".join(parts)), rows))


async def _list(update: Update, context: Context, language: Language) -> Reply:
    services, phrases = context.services, context.services.phrasebook[language]
    own = await made_by(services, update)
    begun = await lessons_of(services.keeper, chat_of(update).id)
    page = lessons_page(phrases, (*services.library.routes.values(), *own), language, begun)
    of_class = await route_of_class(services, update)
    first = (class_row(phrases, *of_class, language),) if of_class else ()
    last = () if in_group(update) else ((button(phrases.own.begin, Tap(Verb.DRAFT, language)),),)
    return replace(page, rows=(*first, *await class_rows(update, context, language), *page.rows, *last))


def lessons_page(phrases: Phrases, routes: Sequence[Route], language: Language, begun: Mapping[str, Progress]) -> Reply:
    """Render the list of routes; `begun` says where the person stands in which lessons, the latest first."""
    if not routes:
        return Reply(escape(phrases.lessons.none))
    known = {route_lesson(route.id): route for route in routes}
    going_on = [(known[lesson], progress) for lesson, progress in begun.items() if lesson in known]
    rows = [resume_row(phrases, route, language, progress) for route, progress in going_on[:1]]
    rows += [(button(_choice(phrases, route, language), Tap(Verb.ROUTE, language, route.id)),) for route in routes]
    return Reply(escape(phrases.lessons.title), tuple(rows))


def class_row(phrases: Phrases, school_class: Class, route: Route, language: Language) -> Row:
    """Give the row of the route that the person's class follows."""
    title = route.text_in(language).title
    label = phrases.lessons.class_lesson.format(class_title=school_class.title, title=title)
    return (button(label, Tap(Verb.ROUTE, language, route.id)),)


def route_page(phrases: Phrases, route: Route, language: Language, progress: Progress) -> Reply:
    """Say what a route is about, with a button to begin it or to go on."""
    text = route.text_in(language)
    size = phrases.lessons.overview.format(minutes=route.minutes, count=len(route.steps))
    label = phrases.lessons.again if progress.step else phrases.lessons.begin
    rows = [resume_row(phrases, route, language, progress)] if progress.step else []
    rows += [(button(label, Tap(Verb.ROUTE, language, route.id, 1)),), _others(phrases, language)]
    return Reply(f"<b>{escape(text.title)}</b>\n\n{escape(text.intro)}\n\n<i>{escape(size)}</i>", tuple(rows))


def _choice(phrases: Phrases, route: Route, language: Language) -> str:
    return phrases.lessons.choice.format(minutes=route.minutes, title=route.text_in(language).title)


def _others(phrases: Phrases, language: Language) -> Row:
    return (button(phrases.lessons.others, Tap(Verb.LESSONS, language)),)
