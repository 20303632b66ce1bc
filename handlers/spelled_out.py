"""What a screen reader needs: the choices as a numbered list in the text, and sources without abbreviation."""

from dataclasses import replace
from html import escape

from handlers.buttons import Verb, read_tap
from handlers.citations import card_source_line, dated, numbered, source_line
from handlers.phrasebook import Phrases
from handlers.prose import TEXT_LIMIT, first_that_fits, folded
from handlers.replies import Reply
from knowledge.distinctions import Distinction
from knowledge.entries import Entry, Pointer
from knowledge.languages import Language
from knowledge.library import Library
from knowledge.maps import Map

# What a list leads to besides answers.
PLACES = frozenset({Verb.TOPICS, Verb.CARD, Verb.CARDS, Verb.MAP, Verb.WORKS})


def with_choices(reply: Reply, phrases: Phrases) -> Reply:
    """Say in the text what can be chosen under a message, with the numbers by which that can be typed."""
    labels = [label for label, _ in _choices(reply)]
    if not labels:
        return reply
    lines = [f"{number}. {label}" for number, label in enumerate(labels, start=1)]
    listed = escape("\n".join([phrases.plain.choices, *lines]))
    return replace(reply, html=first_that_fits([f"{reply.html}\n\n{listed}", reply.html], TEXT_LIMIT))


def choices_under(reply: Reply) -> tuple[str, ...]:
    """Give what can be chosen under a message, in the order of the numbers: ids of entries, and taps to places."""
    return tuple(choice for _, choice in _choices(reply))


def _choices(reply: Reply) -> list[tuple[str, str]]:
    """Give the label of each button that leads to an entry or a place, and to which."""
    buttons = (button for row in reply.rows for button in row if isinstance(button.callback_data, str))
    taps = ((button.text, read_tap(str(button.callback_data))) for button in buttons)
    return [
        (label, tap.about if tap.verb is Verb.ENTRY else tap.pack())
        for label, tap in taps
        if tap.verb is Verb.ENTRY or tap.verb in PLACES
    ]


def unfolded(reply: Reply) -> Reply:
    """Open the quotations that wait for a tap."""
    return replace(reply, html=reply.html.replace(folded("").removesuffix("</blockquote>"), "<blockquote>"))


def with_full_source(library: Library, phrases: Phrases, entry: Entry, language: Language, reply: Reply) -> Reply:
    """Put the source of an entry, spelled out, in the place of the line that packs it together."""
    voice = phrases.answer.whose.format(voice=phrases.voices[entry.voice])
    full = _spelled(library, phrases, entry.sources, language, voice)
    return replace(reply, html=reply.html.replace(source_line(library, phrases, entry, language), full))


def card_spelled_out(
    library: Library, phrases: Phrases, card: Distinction | Map, language: Language, reply: Reply
) -> Reply:
    """Spell out the sources and the choices of a card or a map."""
    packed = card_source_line(library, phrases, card, language)
    full = _spelled(library, phrases, card.sources, language)
    return with_choices(replace(reply, html=reply.html.replace(packed, full)), phrases)


def _spelled(library: Library, phrases: Phrases, pointers: tuple[Pointer, ...], language: Language, *voice: str) -> str:
    essay = [pointer for pointer in pointers if pointer.work == library.pack.work]
    others = [library.works[pointer.work] for pointer in pointers if pointer.work != library.pack.work]
    lines = [f"{library.essay.author}, {library.essay.publisher}"] if essay else []
    lines += [numbered(phrases, pointer, pointer.para) for pointer in essay]
    lines += [f"{work.publisher}, {dated(work, language)}" for work in others]
    lines += voice
    if essay:
        lines.append(library.face(language).as_of)
    return escape(phrases.answer.source_line.format(source="\n".join(dict.fromkeys(lines))))
