"""Outcome to message: pure functions from what is known to text and buttons. All text leaves here escaped."""

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from html import escape

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from handlers.buttons import Tap, Verb
from handlers.citations import full_citations, hedge, since_heading, source_line
from handlers.phrasebook import Phrases
from handlers.prose import TEXT_LIMIT, first_that_fits, folded, heading, led, shortly
from knowledge.distinctions import Distinction
from knowledge.entries import Entry, Since
from knowledge.languages import Language
from knowledge.library import Library
from knowledge.outcomes import Outcome
from knowledge.pack import Topic

# Leaves room for a notice above the answer.
ANSWER_LIMIT = TEXT_LIMIT - 256

Row = tuple[InlineKeyboardButton, ...]
Rows = tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Reply:
    """A message to send: Telegram HTML and rows of buttons."""

    html: str
    rows: Rows = ()

    @property
    def keyboard(self) -> InlineKeyboardMarkup | None:
        """The buttons as Telegram wants them; None if there are none."""
        return InlineKeyboardMarkup(self.rows) if self.rows else None


def button(label: str, tap: Tap) -> InlineKeyboardButton:
    """Make a button that carries a tap."""
    return InlineKeyboardButton(label, callback_data=tap.pack())


def entry_rows(entries: Iterable[Entry], language: Language) -> Rows:
    """Give each entry a row of its own, worded as the question that it answers."""
    return tuple((button(entry.texts[language].question, Tap(Verb.ENTRY, language, entry.id)),) for entry in entries)


def topic_rows(topics: Iterable[Topic], language: Language) -> Rows:
    """Give each topic a row of its own."""
    return tuple((button(topic.titles[language], Tap(Verb.TOPICS, language, topic.id)),) for topic in topics)


def card_row(phrases: Phrases, card: Distinction, language: Language) -> tuple[InlineKeyboardButton, ...]:
    """Give the row of the button that opens a distinction's card."""
    label = phrases.buttons.compare.format(title=card.texts[language].title)
    return (button(label, Tap(Verb.CARD, language, card.id)),)


def answer(library: Library, phrases: Phrases, entry: Entry, language: Language) -> Reply:
    """Render an entry: its question, the answer, what is known since, the source, and where to go from here."""
    text = entry.texts[language]
    above, below = f"{heading(text.question)}\n\n{led(text.answer)}", source_line(library, phrases, entry, language)
    later = _since(library, phrases, entry.since, language)
    html = first_that_fits(
        ["\n\n".join([above, *_folded_since(phrases, later, shown), below]) for shown in range(len(later), -1, -1)],
        ANSWER_LIMIT,
    )
    return Reply(html, (*_ways_on(library, phrases, entry, language), _parts_row(phrases, entry, language)))


def with_alternatives(phrases: Phrases, reply: Reply, alternatives: Iterable[Entry], language: Language) -> Reply:
    """Add what else may have been meant, behind the questions that follow from an answer that is not quite sure."""
    rows = tuple(
        (
            button(
                phrases.buttons.rather.format(question=entry.texts[language].question),
                Tap(Verb.ENTRY, language, entry.id),
            ),
        )
        for entry in alternatives
    )
    return replace(reply, rows=(*reply.rows[:-1], *rows, *reply.rows[-1:]))


def simpler(library: Library, phrases: Phrases, entry: Entry, language: Language) -> Reply:
    """Render the answer for a twelve-year-old."""
    text = entry.texts[language]
    html = "\n\n".join([heading(text.question), led(text.simple), source_line(library, phrases, entry, language)])
    return Reply(html, (_parts_row(phrases, entry, language, leave_out=Verb.SIMPLER),))


def simple_first(library: Library, phrases: Phrases, entry: Entry, language: Language) -> Reply:
    """Render an entry for who wants the simple answer first: the whole one is a button away."""
    whole = button(phrases.buttons.whole, Tap(Verb.WHOLE, language, entry.id))
    parts_row = _parts_row(phrases, entry, language, leave_out=Verb.SIMPLER)
    rows = (*_ways_on(library, phrases, entry, language), (whole,), parts_row)
    return replace(simpler(library, phrases, entry, language), rows=rows)


def more(library: Library, phrases: Phrases, entry: Entry, language: Language) -> Reply:
    """Render what there is to say beyond the answer; if nothing, say so and offer the follow-ups."""
    text = entry.texts[language]
    body = (
        f"{shortly(text.more)}\n\n{source_line(library, phrases, entry, language)}"
        if text.more
        else escape(phrases.answer.no_more)
    )
    parts_row = _parts_row(phrases, entry, language, leave_out=Verb.MORE)
    rows = (*_ways_on(library, phrases, entry, language), parts_row)
    return Reply(f"{heading(text.question)}\n\n{body}", rows)


def source(library: Library, phrases: Phrases, entry: Entry, language: Language) -> Reply:
    """Render where an answer comes from: the works in full, the places in them, whose claim it is."""
    works = full_citations(library, phrases, entry.sources, language)
    whose = phrases.answer.whose.format(voice=phrases.voices[entry.voice])
    html = "\n\n".join(
        [heading(entry.texts[language].question), escape(phrases.answer.full_source), *works, escape(whose)]
    )
    return Reply(html, (_parts_row(phrases, entry, language, leave_out=Verb.SOURCE),))


def clarify(phrases: Phrases, options: Iterable[Entry], language: Language, apart: Sequence[str] = ()) -> Reply:
    """Ask which of the options is meant; what sets an option apart stands first, where a phone does not cut it off."""
    rows = []
    for entry, word in zip(options, itertools.chain(apart, itertools.repeat("")), strict=False):
        label = entry.texts[language].question
        if word and not label.startswith(word):
            label = f"{word[:1].upper()}{word[1:]}: {label}"
        rows.append((button(label, Tap(Verb.ENTRY, language, entry.id)),))
    return Reply(escape(phrases.ask.clarify), tuple(rows))


def fallback(phrases: Phrases, nearest: Iterable[Entry], language: Language) -> Reply:
    """Say that the essay does not cover it, with the questions that come closest, if any do, and the way to all."""
    rows = entry_rows(nearest, language)
    if not rows:
        return Reply(escape(phrases.ask.fallback_bare))
    topics = button(phrases.buttons.back, Tap(Verb.TOPICS, language))
    return Reply(escape(phrases.ask.fallback), (*rows, (topics,)))


def noted(library: Library, phrases: Phrases, outcome: Outcome, reply: Reply) -> Reply:
    """Put the sentence that an outcome asks for around or in the place of the message that shows it."""
    match outcome.note:
        case None:
            return reply
        case "lost":
            return Reply(escape(phrases.ask.lost), topic_rows(library.pack.topics, outcome.language))
        case "nothing-yet":
            return replace(reply, html=escape(phrases.ask.nothing_yet))
        case "withheld" if outcome.entry is None:
            return replace(reply, html=escape(phrases.ask.withheld))
        case "nothing-before":
            sentence = phrases.ask.nothing_before
        case "onward":
            sentence = phrases.ask.onward
        case "again":
            sentence = phrases.ask.again
        case "withheld":
            sentence = phrases.ask.withheld
    return replace(reply, html=f"<i>{escape(sentence)}</i>\n\n{reply.html}")


def _ways_on(library: Library, phrases: Phrases, entry: Entry, language: Language) -> Rows:
    """Give a row for each follow-up, and one for the first distinction that concerns the entry."""
    following = entry_rows((library.entries[step.entry] for step in entry.next), language)
    cards = library.distinctions_of(entry.id)[:1]
    return (*following, *(card_row(phrases, card, language) for card in cards))


def _since(library: Library, phrases: Phrases, since: Iterable[Since], language: Language) -> list[str]:
    blocks = []
    for later in since:
        title = f"<b>{escape(since_heading(library, phrases, later))}</b>{escape(hedge(phrases, later))}"
        blocks.append(f"{title}\n{escape(later.texts[language])}")
    return blocks


def _folded_since(phrases: Phrases, later: Sequence[str], shown: int) -> list[str]:
    """Fold the first blocks of what is known since into one quotation, and say how many are left out."""
    left_out = len(later) - shown
    notice = [f"<i>{escape(phrases.answer.since_left_out.format(count=left_out))}</i>"] if left_out else []
    return [folded("\n\n".join([*later[:shown], *notice]))] if later else []


def _parts_row(
    phrases: Phrases, entry: Entry, language: Language, leave_out: Verb | None = None
) -> tuple[InlineKeyboardButton, ...]:
    labels = {
        Verb.SIMPLER: phrases.buttons.simpler,
        Verb.MORE: phrases.buttons.more,
        Verb.SOURCE: phrases.buttons.source,
    }
    if not entry.texts[language].more:
        labels.pop(Verb.MORE)
    return tuple(
        button(label, Tap(verb, language, entry.id)) for verb, label in labels.items() if verb is not leave_out
    )
