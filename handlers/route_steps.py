"""One step of a route as messages: what is said above it, what it shows, and the way on below."""

from dataclasses import dataclass
from functools import partial
from html import escape

from telegram import Update

from handlers.buttons import Tap, Verb
from handlers.cards import card_told_with
from handlers.context import Context
from handlers.drawings import card_drawing
from handlers.liking import liked_by
from handlers.phrasebook import Phrases
from handlers.pictures import show
from handlers.prose import TEXT_LIMIT, folded, visible_length
from handlers.quizzing import ask_by_poll
from handlers.rendering import render_alone
from handlers.replies import Reply, Row, Rows, button
from handlers.story import taking
from handlers.story_pages import cover, scene_page
from handlers.talk import dialogue_of, keep, offer, send
from knowledge.discussion import Discussion
from knowledge.languages import Language
from knowledge.lessons.progress import route_lesson
from knowledge.lessons.routes import Route
from knowledge.lessons.rules import step_problem
from knowledge.outcomes import Outcome
from knowledge.records.polls import Asked


@dataclass(frozen=True, slots=True)
class Around:
    """What is around a step: what stands above it, and the ways on below it."""

    language: Language
    above: str
    ways: Rows


async def show_step(update: Update, context: Context, route: Route, number: int, language: Language) -> None:
    """Show a step of a route, counted from 1, with the way on; one that the pack has not any more is passed over."""
    services = context.services
    phrases, step = services.phrasebook[language], route.steps[number - 1]
    around = Around(language, _above(phrases, route, number, language), ways_on(phrases, route, number, language))
    if step_problem(services.library, step):
        await send(update, Reply(f"{around.above}\n\n{escape(phrases.lessons.step_gone)}", around.ways))
        return
    match step.kind:
        case "entry":
            await _entry(update, context, step.about, around)
        case "discussion":
            await _discussion(update, context, step.about, around)
        case "card":
            await send(update, Reply(around.above))
            await _card(update, context, step.about, around)
        case "quiz":
            await send(update, Reply(around.above))
            await ask_by_poll(update, context, Asked(step.about, route_lesson(route.id), language), around.ways)
        case "story":
            await _story(update, context, step.about, around)


async def _entry(update: Update, context: Context, name: str, around: Around) -> None:
    services, language = context.services, around.language
    preferences = await liked_by(update, context)
    entry = services.library.entries[name]
    reply = render_alone(services.library, services.phrasebook[language], entry, language, preferences)
    html = f"{around.above}\n\n{reply.html}"
    if visible_length(html) > TEXT_LIMIT:
        await send(update, Reply(around.above))
        html = reply.html
    await send(update, Reply(html, (*reply.rows, *around.ways)))
    # So that "why?" and "who says so?" can be typed here too.
    dialogue = await dialogue_of(update, context)
    await keep(update, context, services.answerer.after(dialogue, Outcome("answer", language, entry=name), None))


async def _discussion(update: Update, context: Context, name: str, around: Around) -> None:
    question = context.services.library.discussion_at(name)
    if question:
        html = discussion_html(context.services.phrasebook[around.language], question, around.language)
        await send(update, Reply(f"{around.above}\n\n{html}", around.ways))


async def _card(update: Update, context: Context, name: str, around: Around) -> None:
    library, phrases = context.services.library, context.services.phrasebook[around.language]
    card = library.distinctions[name]
    telling = card_told_with(library, phrases, card, around.language, around.ways)
    await show(update, context, partial(card_drawing, library, phrases, card, around.language), telling)
    await offer(update, context, await dialogue_of(update, context), card.entries)


async def _story(update: Update, context: Context, name: str, around: Around) -> None:
    """Show the cover of the story, or one scene of it."""
    phrases, told = context.services.phrasebook[around.language], context.services.library.story
    if told is None:
        return
    place = told.place_of(name)
    if place is None:
        page = cover(phrases, told, around.language, None)
    else:
        at = told.scenes[place]
        page = scene_page(phrases, told, at, around.language, taking(at, around.language))
    await send(update, Reply(f"{around.above}\n\n{page.html}", (*page.rows, *around.ways)))


def discussion_html(phrases: Phrases, question: Discussion, language: Language) -> str:
    """Set a question to talk about; what it touches on unfolds with a tap."""
    text = question.texts[language]
    touches = f"{escape(phrases.lessons.touches)}\n{escape(text.touches)}"
    return f"<b>{escape(phrases.lessons.discuss)}</b>\n{escape(text.question)}\n\n{folded(touches)}"


def ways_on(phrases: Phrases, route: Route, number: int, language: Language) -> Rows:
    """Give the rows that lead on from a step, back from it, and out of the route."""
    words, count = phrases.lessons, len(route.steps)
    to = partial(Tap, Verb.ROUTE, language, route.id)
    onward = words.next.format(number=number + 1, count=count) if number < count else words.finish
    back: Row = (button(words.previous, to(number - 1)),) if number > 1 else ()
    stop = button(words.stop, Tap(Verb.ROUTE_STOP, language, route.id))
    return ((button(onward, to(number + 1)),), (*back, stop))


def _above(phrases: Phrases, route: Route, number: int, language: Language) -> str:
    title = route.text_in(language).title
    place = phrases.lessons.step.format(title=title, number=number, count=len(route.steps))
    guidance = route.steps[number - 1].texts.get(language)
    return f"<i>{escape(place)}</i>" + (f"\n{escape(guidance)}" if guidance else "")
