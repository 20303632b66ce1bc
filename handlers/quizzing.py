"""Quiz questions as Telegram's own polls, or written out; and what came of the answers."""

from html import escape

from telegram import InputPollOption, Poll, Update
from telegram.error import BadRequest

from handlers.buttons import Tap, Verb
from handlers.context import Context
from handlers.phrasebook import Phrases
from handlers.prose import folded
from handlers.replies import Reply, Rows, button
from handlers.talk import chat_of, in_group, place_of, send
from knowledge.languages import Language
from knowledge.lessons.scores import Score
from knowledge.library import Library
from knowledge.quizzes import QuizQuestion
from knowledge.records.polls import Asked, keep_poll

# How many things to read again are named under a result.
READ_AGAIN = 3


async def ask_by_poll(update: Update, context: Context, asked: Asked, rows: Rows) -> None:
    """Ask a question of the bank; in a group nobody sees who chose what, and nothing of it is kept."""
    question = context.services.library.quiz[asked.question]
    poll_id = await post_poll(update, context, question, asked.language, rows)
    if poll_id and not in_group(update):
        await keep_poll(context.services.keeper, chat_of(update).id, poll_id, asked)


async def post_poll(
    update: Update, context: Context, question: QuizQuestion, language: Language, rows: Rows
) -> str | None:
    """Send a question as a poll, and give the poll's id; where Telegram takes none it is written out: None."""
    text = question.texts[language]
    try:
        message = await chat_of(update).send_poll(
            text.question,
            [InputPollOption(option) for option in text.options],
            type=Poll.QUIZ,
            correct_option_ids=[question.correct],  # type: ignore[list-item]  # PTB names the numbers 0 to 11
            explanation=text.explanation,
            is_anonymous=in_group(update),
            reply_markup=Reply("", rows).keyboard,
            **place_of(update),
        )
    except BadRequest:
        await send(update, in_words(context.services.phrasebook[language], question, language, rows))
        return None
    return message.poll.id if message.poll else None


def in_words(phrases: Phrases, question: QuizQuestion, language: Language, rows: Rows) -> Reply:
    """Render a question that Telegram takes no poll of; its answer unfolds with a tap."""
    text = question.texts[language]
    options = "\n".join(f"{number}. {option}" for number, option in enumerate(text.options, start=1))
    answer = phrases.quiz.answer.format(answer=text.options[question.correct])
    parts = [
        f"<b>{escape(text.question)}</b>",
        escape(options),
        escape(phrases.quiz.written),
        # Telegram folds a quotation from its fourth line on.
        folded(escape(f"…\n…\n…\n{answer}\n{text.explanation}")),
    ]
    return Reply("\n\n".join(parts), rows)


def result_text(phrases: Phrases, found: Score) -> str:
    """Say how many answers were right, and what there is to read again."""
    if not found.answered:
        return phrases.quiz.nothing
    result = phrases.quiz.result.format(right=found.right, answered=found.answered)
    return f"{result} {phrases.quiz.read_again if found.again else phrases.quiz.praise}"


def result_rows(library: Library, phrases: Phrases, found: Score, language: Language) -> Rows:
    """Give a button to each thing that is worth reading again."""
    rows = []
    for name in found.again[:READ_AGAIN]:
        if card := library.distinctions.get(name):
            label = phrases.buttons.compare.format(title=card.texts[language].title)
            rows.append((button(label, Tap(Verb.CARD, language, name)),))
        elif entry := library.entries.get(name):
            rows.append((button(entry.texts[language].question, Tap(Verb.ENTRY, language, name)),))
    return tuple(rows)
