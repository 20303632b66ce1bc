"""/quiz: a few questions of the bank, one at a time on request, and what came of them."""

import random
from dataclasses import replace
from html import escape

from telegram import Update

from handlers.buttons import Tap, Verb
from handlers.context import Context
from handlers.phrasebook import Phrases
from handlers.quizzing import ask_by_poll, result_rows, result_text
from handlers.replies import Reply, Rows, button
from handlers.round_items import class_rows
from handlers.rows import Change, change_row
from handlers.talk import change, chat_of, dialogue_of, in_group, phrases_for, send, tell
from knowledge.languages import Language
from knowledge.lessons.progress import QUIZ, Progress
from knowledge.lessons.scores import score
from knowledge.lessons.series import QUIZ_LENGTH, begin, current, of_topic, passed, still_there
from knowledge.library import Library
from knowledge.records.lessons import drop_progress, keep_progress, progress_of
from knowledge.records.polls import Asked

# What moves through a quiz, and goes from under a question that was moved on from.
_MOVES = {Verb.QUIZ_NEXT, Verb.QUIZ_END}


async def quiz(update: Update, context: Context) -> None:
    """Offer the topics that there are questions on."""
    dialogue = await dialogue_of(update, context)
    page = quiz_page(context.services.library, phrases_for(context, dialogue), dialogue.prior)
    await send(update, replace(page, rows=(*await class_rows(update, context, dialogue.prior), *page.rows)))


async def list_quizzes(update: Update, context: Context, tap: Tap) -> None:
    """Offer the topics again."""
    await send(update, quiz_page(context.services.library, context.services.phrasebook[tap.language], tap.language))


async def begin_quiz(update: Update, context: Context, tap: Tap) -> None:
    """Begin a quiz on a topic, or on everything."""
    services = context.services
    questions = of_topic(services.library, tap.about) if tap.about else [*services.library.quiz.values()]
    if not questions:
        await change(update, quiz_page(services.library, services.phrasebook[tap.language], tap.language))
        return
    if await change_row(update, {Verb.QUIZ}, ()) is Change.ALREADY:
        return
    progress = begin(questions, QUIZ_LENGTH, random.SystemRandom())
    if await keep_progress(services.keeper, chat_of(update).id, QUIZ, progress):
        await _ask(update, context, progress, tap.language)
    else:
        await tell(update, services.phrasebook[tap.language].preferences.unkept)


async def go_on(update: Update, context: Context, tap: Tap) -> None:
    """Ask the question after the one under which the button stood; behind the last, say what came of it."""
    services = context.services
    if await change_row(update, _MOVES, ()) is Change.ALREADY:
        return
    found = await progress_of(services.keeper, chat_of(update).id, QUIZ)
    if found is None or current(found) != tap.about:
        await _say_over(update, context, tap.language)
        return
    progress = still_there(services.library, passed(found, tap.about))
    if current(progress) is None:
        await _end(update, context, progress, tap.language)
        return
    await keep_progress(services.keeper, chat_of(update).id, QUIZ, progress)
    await _ask(update, context, progress, tap.language)


async def end(update: Update, context: Context, tap: Tap) -> None:
    """Stop, and say what came of it so far."""
    services = context.services
    if await change_row(update, _MOVES, ()) is Change.ALREADY:
        return
    progress = await progress_of(services.keeper, chat_of(update).id, QUIZ)
    if progress is None or tap.about not in progress.items:
        await _say_over(update, context, tap.language)
    else:
        await _end(update, context, progress, tap.language)


async def _ask(update: Update, context: Context, progress: Progress, language: Language) -> None:
    question = current(progress)
    if question:
        rows = ways_on(context.services.phrasebook[language], progress, question, language)
        await ask_by_poll(update, context, Asked(question, QUIZ, language), rows)


async def _end(update: Update, context: Context, progress: Progress, language: Language) -> None:
    services = context.services
    phrases = services.phrasebook[language]
    await drop_progress(services.keeper, chat_of(update).id, QUIZ)
    found = score(services.library, progress.answers)
    # Of a group's polls the bot hears nothing.
    text = phrases.quiz.together if in_group(update) else result_text(phrases, found)
    again = button(phrases.quiz.new, Tap(Verb.QUIZZES, language))
    await send(update, Reply(escape(text), (*result_rows(services.library, phrases, found, language), (again,))))


async def _say_over(update: Update, context: Context, language: Language) -> None:
    await tell(update, context.services.phrasebook[language].quiz.over)


def ways_on(phrases: Phrases, progress: Progress, question: str, language: Language) -> Rows:
    """Give the rows that lead on from a question, and out of the quiz."""
    count = len(progress.items)
    last = progress.step >= count
    onward = phrases.quiz.finish if last else phrases.quiz.next.format(number=progress.step + 1, count=count)
    rows: Rows = ((button(onward, Tap(Verb.QUIZ_NEXT, language, question)),),)
    return rows if last else (*rows, (button(phrases.quiz.stop, Tap(Verb.QUIZ_END, language, question)),))


def quiz_page(library: Library, phrases: Phrases, language: Language) -> Reply:
    """Render the list of topics with questions."""
    if not library.quiz:
        return Reply(escape(phrases.quiz.none))
    rows = [(button(phrases.quiz.everything, Tap(Verb.QUIZ, language)),)]
    for topic in library.pack.topics:
        if count := len(of_topic(library, topic.id)):
            label = phrases.quiz.topic.format(title=topic.titles[language], count=count)
            rows.append((button(label, Tap(Verb.QUIZ, language, topic.id)),))
    return Reply(escape(phrases.quiz.title.format(count=QUIZ_LENGTH)), tuple(rows))
