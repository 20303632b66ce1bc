"""/sort: which of the things that are mixed up is this? Quick, with buttons, in one message that changes."""

import random
from collections.abc import Callable
from functools import partial
from html import escape

from telegram import Update

from handlers.buttons import Tap, Verb
from handlers.context import Context
from handlers.phrasebook import Phrases
from handlers.quizzing import result_rows, result_text
from handlers.replies import Reply, button
from handlers.talk import change, chat_of, dialogue_of, send, tell
from knowledge.languages import Language
from knowledge.lessons.progress import SORTING, Progress
from knowledge.lessons.scores import score
from knowledge.lessons.series import SORTED_KIND, SORTING_LENGTH, begin, current, of_kind, passed, still_there
from knowledge.library import Library
from knowledge.quizzes import QuizQuestion
from knowledge.records.lessons import drop_progress, keep_progress, progress_of


async def sort(update: Update, context: Context) -> None:
    """Begin a round."""
    dialogue = await dialogue_of(update, context)
    if reply := await _begun(update, context, dialogue.prior):
        await send(update, reply)


async def sort_again(update: Update, context: Context, tap: Tap) -> None:
    """Begin another round."""
    if reply := await _begun(update, context, tap.language):
        await send(update, reply)


async def put(update: Update, context: Context, tap: Tap) -> None:
    """Take what was tapped as the answer, the first time, and say whether it is right and why."""
    services = context.services
    question = services.library.quiz.get(tap.about)
    progress = await progress_of(services.keeper, chat_of(update).id, SORTING)
    if question is None or progress is None or current(progress) != tap.about:
        await tell(update, services.phrasebook[tap.language].sorting.over)
        return
    if not 1 <= tap.page <= len(question.texts[tap.language].options):
        await tell(update, services.phrasebook[tap.language].callback.unreadable)
        return
    progress = progress.with_answer(tap.about, tap.page - 1)
    await keep_progress(services.keeper, chat_of(update).id, SORTING, progress)
    await _show(update, context, still_there(services.library, progress), tap.language)


async def sort_next(update: Update, context: Context, tap: Tap) -> None:
    """Show the question after the one that was left; behind the last, say what came of the round."""
    services = context.services
    found = await progress_of(services.keeper, chat_of(update).id, SORTING)
    if found is None or tap.about not in found.items:
        await tell(update, services.phrasebook[tap.language].sorting.over)
        return
    progress = still_there(services.library, passed(found, tap.about))
    if current(progress) is None:
        await drop_progress(services.keeper, chat_of(update).id, SORTING)
        await change(update, round_result(services.library, services.phrasebook[tap.language], progress, tap.language))
        return
    await keep_progress(services.keeper, chat_of(update).id, SORTING, progress)
    await _show(update, context, progress, tap.language)


async def _begun(update: Update, context: Context, language: Language) -> Reply | None:
    """Begin a round and give its first question; None if that was told to be impossible."""
    services = context.services
    phrases, questions = services.phrasebook[language], of_kind(services.library, SORTED_KIND)
    if not questions:
        await tell(update, phrases.sorting.none)
        return None
    progress = begin(questions, SORTING_LENGTH, random.SystemRandom())
    if not await keep_progress(services.keeper, chat_of(update).id, SORTING, progress):
        await tell(update, phrases.preferences.unkept)
        return None
    return sorting_page(services.library, phrases, progress, language)


async def _show(update: Update, context: Context, progress: Progress, language: Language) -> None:
    phrases = context.services.phrasebook[language]
    await change(update, sorting_page(context.services.library, phrases, progress, language))


def sorting_page(library: Library, phrases: Phrases, progress: Progress, language: Language) -> Reply:
    """Render the question at which one stands: to answer, or with its answer and the way on."""
    question = library.quiz[progress.items[progress.step - 1]]
    place = progress.step, len(progress.items)
    page = question_page(phrases, question, place, language, partial(_put, question.id, language))
    if question.id not in progress.answers:
        return page
    words, found = phrases.sorting, score(library, progress.answers)
    below = words.so_far.format(right=found.right, answered=found.answered)
    onward = words.next if progress.step < len(progress.items) else words.finish
    verdict = verdict_html(phrases, question, progress.answers[question.id], language)
    html = f"{page.html}\n\n{verdict}\n\n<i>{escape(below)}</i>"
    return Reply(html, ((button(onward, Tap(Verb.SORT_NEXT, language, question.id)),),))


def question_page(
    phrases: Phrases, question: QuizQuestion, place: tuple[int, int], language: Language, taking: Callable[[int], Tap]
) -> Reply:
    """Render a question with a button for each option; `place` is its number and how many there are."""
    number, count = place
    text = question.texts[language]
    above = phrases.sorting.place.format(number=number, count=count)
    rows = tuple((button(option, taking(at)),) for at, option in enumerate(text.options))
    return Reply(f"<i>{escape(above)}</i>\n\n<b>{escape(text.question)}</b>", rows)


def round_result(library: Library, phrases: Phrases, progress: Progress, language: Language) -> Reply:
    """Render what came of a round."""
    found = score(library, progress.answers)
    again = (button(phrases.sorting.again, Tap(Verb.SORTING, language)),)
    return Reply(escape(result_text(phrases, found)), (*result_rows(library, phrases, found, language), again))


def verdict_html(phrases: Phrases, question: QuizQuestion, option: int, language: Language) -> str:
    """Say whether an option is right, which is, and why."""
    text, words = question.texts[language], phrases.sorting
    sentence = words.right if option == question.correct else words.wrong
    said = sentence.format(answer=text.options[question.correct], chosen=text.options[option])
    return f"{escape(said)}\n{escape(text.explanation)}"


def _put(question_id: str, language: Language, option: int) -> Tap:
    return Tap(Verb.SORT, language, question_id, option + 1)
