"""Inline mode: `@bot question` in the field of any chat, and what was chosen of the results."""

from collections.abc import Sequence
from dataclasses import replace

from telegram import InlineQuery, InlineQueryResultArticle, InlineQueryResultsButton, Update, User
from telegram.error import BadRequest

from handlers.articles import entry_article, nothing_article, read_result_id, topic_article
from handlers.context import Context, Services
from handlers.links import TOPICS
from knowledge.languages import Language, as_language
from knowledge.matching.decision import OFFERED
from knowledge.outcomes import Dialogue, Outcome
from knowledge.text import words

# How long Telegram may give the same results for the same query, in seconds.
CACHE_SECONDS = 300
# How many topics follow the starters when nothing was typed yet.
TOPICS_TO_BEGIN_WITH = 3
# Queries arrive while people type: of shorter ones, which are mostly beginnings, the text is not kept; and a single
# word that fits nothing is no question yet.
FINISHED_WORDS = 3
BEGUN_WORDS = 1


async def inline(update: Update, context: Context) -> None:
    """Offer the entries that fit what was typed after the bot's name; to begin with, the starters and some topics."""
    query = update.inline_query
    if query is None:
        return
    if query.offset:
        await _answer(query, [])
        return
    services, username = context.services, context.bot.username
    outcome, personal = understand(services, query.query, expected_language(services, query.from_user))
    phrases = services.phrasebook[outcome.language]
    typed = len(words(query.query))
    await _answer(
        query,
        results(services, outcome, username, finished=typed > BEGUN_WORDS),
        personal=personal,
        button=InlineQueryResultsButton(phrases.inline.browse, start_parameter=TOPICS),
    )
    if offered(outcome) or typed > BEGUN_WORDS:
        text = query.query if typed >= FINISHED_WORDS and not offered(outcome) else None
        await services.keeper.record(
            query.from_user.id, _as_shown(outcome), via="inline", text=text, base=services.library.digest
        )


async def _answer(
    query: InlineQuery,
    found: Sequence[InlineQueryResultArticle],
    *,
    personal: bool = False,
    button: InlineQueryResultsButton | None = None,
) -> None:
    try:
        await query.answer(found, cache_time=CACHE_SECONDS, is_personal=personal, button=button)
    except BadRequest as error:
        # Whoever types on does not wait for the results of what was typed before.
        if "query is too old" not in error.message.lower():
            raise


async def chosen(update: Update, context: Context) -> None:
    """Write down that a result was chosen: that is the answer which the person got."""
    result = update.chosen_inline_result
    read = read_result_id(result.result_id) if result else None
    if result is None or read is None or read[1] not in context.services.library.entries:
        return
    outcome = Outcome("answer", read[0], entry=read[1])
    await context.services.keeper.record(
        result.from_user.id, outcome, via="inline", base=context.services.library.digest
    )


def expected_language(services: Services, user: User) -> Language:
    """Give the language to expect of a person of whom only their Telegram's language is known."""
    return services.library.spoken(as_language(user.language_code) or services.default_language)


def understand(services: Services, text: str, expected: Language) -> tuple[Outcome, bool]:
    """Read a query on its own; tell too whether somebody of another language would be shown something else."""
    if not words(text):
        return Outcome("fallback", expected), True
    outcomes = {
        language: services.answerer.answer(text, Dialogue(language))[0] for language in services.library.pack.languages
    }
    shown = {(outcome.language, offered(outcome)) for outcome in outcomes.values()}
    return outcomes[expected], len(shown) > 1


def offered(outcome: Outcome) -> tuple[str, ...]:
    """List the entries that are likely enough to be shown, best first; none for small talk and refusals."""
    if outcome.act == "clarify":
        return outcome.options[:OFFERED]
    if outcome.act == "answer" and outcome.entry:
        return (outcome.entry, *outcome.options)[:OFFERED]
    return ()


def results(services: Services, outcome: Outcome, username: str, *, finished: bool) -> list[InlineQueryResultArticle]:
    """Make the results for what was understood; one honest result if nothing fits a query that is `finished`."""
    library, language = services.library, outcome.language
    phrases = services.phrasebook[language]
    if entries := offered(outcome):
        return [entry_article(library, phrases, library.entries[entry], language, username) for entry in entries]
    if finished and outcome.act == "fallback" and outcome.tongue is None:
        return [nothing_article(phrases, language, username)]
    return beginnings(services, language, username)


def beginnings(services: Services, language: Language, username: str) -> list[InlineQueryResultArticle]:
    """Make the results to begin with: the starters, then some topics."""
    library, phrases = services.library, services.phrasebook[language]
    topics = library.pack.topics[:TOPICS_TO_BEGIN_WITH]
    return [
        *(entry_article(library, phrases, entry, language, username) for entry in library.starters),
        *(topic_article(library, phrases, topic, language, username) for topic in topics),
    ]


def _as_shown(outcome: Outcome) -> Outcome:
    """Give what a query led to: an offer; it becomes an answer when a result is chosen."""
    entries = offered(outcome)
    return replace(outcome, act="clarify", entry=None, options=entries) if entries else outcome
