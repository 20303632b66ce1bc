"""What people answer in quiz polls: kept for the lesson, or for the round of their class."""

from telegram import Update

from handlers.context import Context
from handlers.round_items import note_round_answer
from knowledge.lessons.scores import mistake
from knowledge.records.lessons import keep_progress, progress_of
from knowledge.records.polls import Answered, asked_by, keep_answer
from knowledge.records.round_polls import take_round_poll


async def note_answer(update: Update, context: Context) -> None:
    """Keep what somebody answered in a poll of their own; a forwarded poll brings answers of others, which are not."""
    answer = update.poll_answer
    if answer is None or answer.user is None or len(answer.option_ids) != 1:
        return
    [option] = answer.option_ids
    if in_round := await take_round_poll(context.services.keeper, answer.user.id, answer.poll_id):
        await note_round_answer(context, answer.user.id, in_round.round_id, in_round.item, option)
    else:
        await _note_own(context, answer.user.id, answer.poll_id, option)


async def _note_own(context: Context, person: int, poll_id: str, option: int) -> None:
    """Keep an answer outside of rounds: with the poll, and where the person stands in the lesson."""
    keeper, library = context.services.keeper, context.services.library
    asked = await asked_by(keeper, person, poll_id)
    question = library.quiz.get(asked.question) if asked else None
    if asked is None or question is None or option >= len(question.texts[asked.language].options):
        return
    wrong = mistake(library, question, option) if option != question.correct else None
    await keep_answer(keeper, poll_id, Answered(option, wrong))
    progress = await progress_of(keeper, person, asked.lesson)
    if progress:
        await keep_progress(keeper, person, asked.lesson, progress.with_answer(question.id, option))
