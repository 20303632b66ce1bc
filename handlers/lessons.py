"""/lesson: the routes that there are, and the way along one: begun, gone on with, stopped and finished."""

from dataclasses import replace
from html import escape

from telegram import Update

from handlers.buttons import Tap, Verb
from handlers.context import Context
from handlers.phrasebook import Phrases
from handlers.quizzing import result_rows, result_text
from handlers.replies import Reply, Row, button
from handlers.round_items import class_rows
from handlers.route_steps import show_step
from handlers.rows import Change, change_row
from handlers.talk import change, chat_of, dialogue_of, send, tell
from handlers.under_way import resume_row
from knowledge.languages import Language
from knowledge.lessons.progress import Progress, route_lesson, route_of
from knowledge.lessons.routes import Route
from knowledge.lessons.scores import score
from knowledge.library import Library
from knowledge.records.lessons import drop_progress, keep_progress, lessons_of, progress_of

# What moves along a route, and goes from under a message that was moved on from.
_MOVES = {Verb.ROUTE, Verb.ROUTE_STOP}


async def lesson(update: Update, context: Context) -> None:
    """List the routes, the one that is under way first."""
    dialogue = await dialogue_of(update, context)
    await send(update, await _list(update, context, dialogue.prior))


async def list_lessons(update: Update, context: Context, tap: Tap) -> None:
    """List the routes in place of what was shown."""
    await change(update, await _list(update, context, tap.language))


async def go(update: Update, context: Context, tap: Tap) -> None:
    """Go to a step of a route, counted from 1; 0 is what the route is about."""
    services = context.services
    route, lesson_name = services.library.routes.get(tap.about), route_lesson(tap.about)
    if route is None:
        reply = await _list(update, context, tap.language)
        gone = escape(services.phrasebook[tap.language].lessons.gone)
        await send(update, Reply(gone, reply.rows) if reply.rows else reply)
        return
    progress = await progress_of(services.keeper, chat_of(update).id, lesson_name) or Progress()
    if tap.page == 0:
        await change(update, route_page(services.phrasebook[tap.language], route, tap.language, progress))
        return
    # Whoever taps twice goes on once.
    if await change_row(update, _MOVES, ()) is Change.ALREADY:
        return
    if tap.page > len(route.steps):
        await _finish(update, context, route, tap.language, progress)
        return
    await keep_progress(services.keeper, chat_of(update).id, lesson_name, progress.at(tap.page))
    await show_step(update, context, route, tap.page, tap.language)


async def stop(update: Update, context: Context, tap: Tap) -> None:
    """Stop for now; where the person is, is kept."""
    services = context.services
    phrases, route = services.phrasebook[tap.language], services.library.routes.get(tap.about)
    if await change_row(update, _MOVES, ()) is Change.ALREADY:
        return
    progress = await progress_of(services.keeper, chat_of(update).id, route_lesson(tap.about))
    if route is None or progress is None:
        await tell(
            update, phrases.lessons.none if route is None and not services.library.routes else phrases.lessons.gone
        )
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
    services = context.services
    begun = await lessons_of(services.keeper, chat_of(update).id)
    page = lessons_page(services.library, services.phrasebook[language], language, begun)
    return replace(page, rows=(*await class_rows(update, context, language), *page.rows))


def lessons_page(library: Library, phrases: Phrases, language: Language, begun: dict[str, Progress]) -> Reply:
    """Render the list of routes; `begun` says where the person stands in which lessons, the latest first."""
    if not library.routes:
        return Reply(escape(phrases.lessons.none))
    going_on = [
        (library.routes[name], progress)
        for lesson, progress in begun.items()
        if (name := route_of(lesson)) and name in library.routes
    ]
    rows = [resume_row(phrases, route, language, progress) for route, progress in going_on[:1]]
    rows += [
        (button(_choice(phrases, route, language), Tap(Verb.ROUTE, language, route.id)),)
        for route in library.routes.values()
    ]
    return Reply(escape(phrases.lessons.title), tuple(rows))


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
