"""A pupil on the way through a round of the class: one item after the other, and what came of it."""

from functools import partial
from html import escape

from telegram import Update

from handlers.buttons import Tap, Verb, read_id
from handlers.context import Context
from handlers.maps import open_map
from handlers.phrasebook import Phrases
from handlers.quizzing import post_poll, result_rows, result_text
from handlers.replies import Reply, Row, Rows, button
from handlers.round_pages import kind_name
from handlers.rows import Change, change_row
from handlers.sorting import question_page, verdict_html
from handlers.story_pages import ending, other_choices, scene_page, verdict_page
from handlers.talk import change, chat_of, in_group, send, tell
from knowledge.languages import Language
from knowledge.lessons.rounds import Round, judged, option_count
from knowledge.lessons.scores import score
from knowledge.records.pupils import class_of
from knowledge.records.round_polls import keep_round_poll
from knowledge.records.rounds import Answer, answers_of, keep_answer, round_of, rounds_of


async def show_item(update: Update, context: Context, tap: Tap) -> None:
    """Show the item at place `page` of a round, from 1; behind the last, what came of it."""
    held = await _of_my_class(update, context, tap.about, tap.language)
    if held is None or await change_row(update, {Verb.ROUND_ITEM}, ()) is Change.ALREADY:
        return
    number = _still_there(context, held, max(tap.page, 1))
    item = held.item(number)
    if item is None:
        await _finish(update, context, held, tap.language)
    elif held.plan.kind == "quiz":
        await _ask(update, context, held, number, tap.language)
    else:
        await send(update, _open_item(context, held, number, tap.language))


async def put_item(update: Update, context: Context, tap: Tap) -> None:
    """Take an option of an item, the first time, and show what comes of it."""
    round_id, _, place = tap.about.partition("-")
    held = await _of_my_class(update, context, round_id, tap.language)
    if held is None:
        return
    number = read_id(place) or 0
    item, option = held.item(number), tap.page - 1
    services, phrases = context.services, context.services.phrasebook[tap.language]
    if item is None or not 0 <= option < option_count(services.library, held.plan, item):
        await tell(update, phrases.callback.unreadable)
        return
    right, mistake = judged(services.library, held.plan, item, option)
    answer = Answer(chat_of(update).id, held, item, option, right, mistake, services.now())
    if not await keep_answer(services.keeper, answer):
        await tell(update, phrases.preferences.unkept)
        return
    taken = await answers_of(services.keeper, chat_of(update).id, held)
    shown = option if held.plan.kind == "story" else taken.get(item, option)
    await change(update, _answered_item(context, held, number, shown, tap.language))


async def note_round_answer(context: Context, chat: int, round_id: int, item: str, option: int) -> None:
    """Keep what a pupil answered in a poll of a round that is still open."""
    services = context.services
    held = await round_of(services.keeper, round_id)
    if held is None or held.closed_at or not 0 <= option < option_count(services.library, held.plan, item):
        return
    mine = await class_of(services.keeper, chat, services.now())
    if mine is None or mine.id != held.class_id:
        return
    right, mistake = judged(services.library, held.plan, item, option)
    await keep_answer(services.keeper, Answer(chat, held, item, option, right, mistake, services.now()))


async def class_rows(update: Update, context: Context, language: Language) -> Rows:
    """Give a row that leads to what the person's class is doing, at the first item without an answer; or none."""
    services, chat = context.services, chat_of(update).id
    mine = await class_of(services.keeper, chat, services.now()) if not in_group(update) else None
    held = [each for each in await rounds_of(services.keeper, mine.id) if each.closed_at is None] if mine else []
    if not held:
        return ()
    taken = await answers_of(services.keeper, chat, held[-1])
    items = held[-1].plan.items
    number = next((place for place, item in enumerate(items, start=1) if item not in taken), len(items) + 1)
    if number > len(items):
        return ()
    phrases = services.phrasebook[language]
    name = kind_name(services.library, phrases, held[-1].plan.kind, language)
    tap = Tap(Verb.ROUND_ITEM, language, str(held[-1].id), number)
    return ((button(phrases.rounds.from_class.format(name=name), tap),),)


async def _of_my_class(update: Update, context: Context, about: str, language: Language) -> Round | None:
    """Find an open round of the class that the person is in; None if there is none, which is told."""
    services, words = context.services, context.services.phrasebook[language].rounds
    round_id = read_id(about)
    held = await round_of(services.keeper, round_id) if round_id and not in_group(update) else None
    mine = await class_of(services.keeper, chat_of(update).id, services.now()) if held else None
    if held is None or mine is None or mine.id != held.class_id:
        await tell(update, words.not_yours)
        return None
    if held.closed_at:
        await tell(update, words.over)
        return None
    return held


def _still_there(context: Context, held: Round, number: int) -> int:
    """Give the place of the first item from `number` on that the pack still has."""
    while (item := held.item(number)) and not option_count(context.services.library, held.plan, item):
        number += 1
    return number


async def _ask(update: Update, context: Context, held: Round, number: int, language: Language) -> None:
    """Ask a question of a quiz by a poll of the pupil's own."""
    services = context.services
    question = services.library.quiz[held.plan.items[number - 1]]
    rows = (_onward(services.phrasebook[language], held, number, language),)
    if poll_id := await post_poll(update, context, question, language, rows):
        await keep_round_poll(services.keeper, chat_of(update).id, poll_id, held, question.id)


def _open_item(context: Context, held: Round, number: int, language: Language) -> Reply:
    """Render an item that waits for a tap."""
    services = context.services
    phrases, item = services.phrasebook[language], held.plan.items[number - 1]
    taking = partial(_take, held.id, number, language)
    if held.plan.kind == "sort":
        return question_page(phrases, services.library.quiz[item], (number, len(held.plan.items)), language, taking)
    story = services.library.story
    place = story.place_of(item) if story else None
    if story is None or place is None:
        return Reply(escape(phrases.story.gone))
    return scene_page(phrases, story, story.scenes[place], language, taking)


def _answered_item(context: Context, held: Round, number: int, option: int, language: Language) -> Reply:
    """Render an item with what comes of an option, and the way on."""
    services = context.services
    library, phrases, item = services.library, services.phrasebook[language], held.plan.items[number - 1]
    onward: Rows = (_onward(phrases, held, number, language),)
    if held.plan.kind == "sort":
        question = library.quiz[item]
        taking = partial(_take, held.id, number, language)
        page = question_page(phrases, question, (number, len(held.plan.items)), language, taking)
        return Reply(f"{page.html}\n\n{verdict_html(phrases, question, option, language)}", onward)
    place = library.story.place_of(item) if library.story else None
    if library.story is None or place is None:
        return Reply(escape(phrases.story.gone), onward)
    scene = library.story.scenes[place]
    page = verdict_page(library, phrases, library.story, (scene, option), language)
    others = other_choices(phrases, scene, option, language, partial(_take, held.id, number, language))
    return Reply(page.html, (*others, *onward))


async def _finish(update: Update, context: Context, held: Round, language: Language) -> None:
    """Thank the pupil, and show what came of it for them."""
    services = context.services
    library, phrases = services.library, services.phrasebook[language]
    taken = await answers_of(services.keeper, chat_of(update).id, held)
    thanks = escape(phrases.rounds.thanks)
    if held.plan.kind == "story" and library.story:
        page = ending(phrases, library.story, language, taken)
        await send(update, Reply(f"{thanks}\n\n{page.html}"))
        if library.map:
            await open_map(update, context, Tap(Verb.MAP, language))
        return
    found = score(library, taken)
    html = f"{thanks}\n\n{escape(result_text(phrases, found))}"
    await send(update, Reply(html, result_rows(library, phrases, found, language)))


def _onward(phrases: Phrases, held: Round, number: int, language: Language) -> Row:
    count = len(held.plan.items)
    label = phrases.rounds.next.format(number=number + 1, count=count) if number < count else phrases.rounds.finish
    return (button(label, Tap(Verb.ROUND_ITEM, language, str(held.id), number + 1)),)


def _take(round_id: int, number: int, language: Language, option: int) -> Tap:
    return Tap(Verb.ROUND_PUT, language, f"{round_id}-{number}", option + 1)
