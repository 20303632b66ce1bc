"""/story: one scene at a time; a choice shows what would come of it, and the whole ends on the map."""

from functools import partial

from telegram import Update

from handlers.buttons import Tap, Verb
from handlers.context import Context
from handlers.liking import liked_by
from handlers.maps import open_map
from handlers.replies import Reply, Rows, button
from handlers.rows import Change, change_row, rows_with
from handlers.spelled_out import unfolded
from handlers.story_pages import cover, ending, other_choices, scene_page, scene_tap, verdict_page
from handlers.talk import change, chat_of, dialogue_of, offer, send, tell
from handlers.under_way import back_to_route
from knowledge.languages import Language
from knowledge.lessons.progress import STORY, Progress
from knowledge.lessons.stories import Scene, Story
from knowledge.records.lessons import drop_progress, keep_progress, progress_of

# What moves through the story, and goes from under a scene that was moved on from.
_MOVES = {Verb.SCENE, Verb.STORY_END}
# What belongs to the route of which a scene is a step.
ROUTE_MOVES = {Verb.ROUTE, Verb.ROUTE_STOP}


async def story(update: Update, context: Context) -> None:
    """Show what the story is about."""
    dialogue = await dialogue_of(update, context)
    await open_story(update, context, Tap(Verb.STORY, dialogue.prior))


async def open_story(update: Update, context: Context, tap: Tap) -> None:
    """Show what the story is about in the language of a tap; if the pack has none, say so."""
    services, language = context.services, tap.language
    phrases, told = services.phrasebook[language], services.library.story
    if told is None:
        await tell(update, phrases.story.none)
        return
    progress = await progress_of(services.keeper, chat_of(update).id, STORY)
    await send(update, cover(phrases, told, language, progress))


async def scene(update: Update, context: Context, tap: Tap) -> None:
    """Show a scene, or what comes of the choice at place `page` in it, from 1."""
    services = context.services
    phrases, told = services.phrasebook[tap.language], services.library.story
    place = told.place_of(tap.about) if told else None
    if told is None or place is None or tap.page > len(told.scenes[place].choices):
        await tell(update, phrases.story.gone if told else phrases.story.none)
    elif tap.page:
        await _choose(update, context, told, told.scenes[place], tap)
    elif await change_row(update, _MOVES, ()) is not Change.ALREADY:
        progress = await progress_of(services.keeper, chat_of(update).id, STORY) or Progress()
        await keep_progress(services.keeper, chat_of(update).id, STORY, progress.at(place + 1))
        page = scene_page(phrases, told, told.scenes[place], tap.language, taking(told.scenes[place], tap.language))
        await send(update, page)


async def end_story(update: Update, context: Context, tap: Tap) -> None:
    """Say how the story ends, and show the map."""
    services = context.services
    phrases, told = services.phrasebook[tap.language], services.library.story
    if await change_row(update, _MOVES, ()) is Change.ALREADY:
        return
    if told is None:
        await tell(update, phrases.story.none)
        return
    progress = await progress_of(services.keeper, chat_of(update).id, STORY) or Progress()
    await drop_progress(services.keeper, chat_of(update).id, STORY)
    page = ending(phrases, told, tap.language, progress.answers)
    back = await back_to_route(update, context, tap.language)
    await send(update, Reply(page.html, (*back, *page.rows)))
    if services.library.map:
        await open_map(update, context, Tap(Verb.MAP, tap.language))


async def _choose(update: Update, context: Context, told: Story, at: Scene, tap: Tap) -> None:
    """Show what comes of a choice in place of the scene; the first choice is the one that counts at the end."""
    services, number = context.services, tap.page - 1
    phrases = services.phrasebook[tap.language]
    around = rows_with(update, ROUTE_MOVES)
    if not around:
        progress = await progress_of(services.keeper, chat_of(update).id, STORY) or Progress()
        await keep_progress(services.keeper, chat_of(update).id, STORY, progress.with_answer(at.id, number))
    page = verdict_page(services.library, phrases, told, (at, number), tap.language)
    if (await liked_by(update, context)).plain:
        page = unfolded(page)
    others = other_choices(phrases, at, number, tap.language, taking(at, tap.language))
    onward = around or _onward(context, told, at, tap.language)
    await change(update, Reply(page.html, (*others, *page.rows, *onward)))
    await offer(update, context, await dialogue_of(update, context), at.entries)


def taking(at: Scene, language: Language) -> partial[Tap]:
    """Give what makes the taps of a scene's choices."""
    return partial(_take, at.id, language)


def _take(scene_id: str, language: Language, number: int) -> Tap:
    return Tap(Verb.SCENE, language, scene_id, number + 1)


def _onward(context: Context, told: Story, at: Scene, language: Language) -> Rows:
    words, place, count = context.services.phrasebook[language].story, told.place_of(at.id) or 0, len(told.scenes)
    if place + 1 < count:
        label = words.next.format(number=place + 2, count=count)
        return ((button(label, scene_tap(told, place + 1, language)),),)
    return ((button(words.finish, Tap(Verb.STORY_END, language)),),)
