"""Puts a handout into words: titles, answers and sources of the pack, the bot's own sentences around them."""

from handlers.citations import card_source, entry_source, hedge, since_heading
from handlers.links import CARD, TOPIC, private_link
from handlers.phrasebook import Phrases
from knowledge.distinctions import Distinction
from knowledge.entries import Entry
from knowledge.handouts.handout import Answer, Column, Comparison, Handout, Later, Link
from knowledge.handouts.subjects import Kind, Subject
from knowledge.languages import Language
from knowledge.library import Library

_PREFIXES: dict[Kind, str] = {"topic": TOPIC, "distinction": CARD, "entry": ""}


def handout_of(  # noqa: PLR0913  (what it is about, and how it is wanted)
    library: Library,
    phrases: Phrases,
    subject: Subject,
    language: Language,
    username: str | None,
    *,
    simple: bool = False,
) -> Handout:
    """Put a handout into words; `username` is the bot's, for the QR code, and `simple` asks for the simple answers."""
    words = phrases.handout
    return Handout(
        language=language,
        kicker=words.kicker.format(name=library.face(language).name),
        title=subject.titles[language],
        answers=tuple(_answer(library, phrases, entry, language, simple=simple) for entry in subject.entries),
        discuss=words.discuss,
        discussion=tuple(question.texts[language].question for question in subject.discussion),
        notes=words.notes,
        page=words.page,
        comparison=_comparison(library, phrases, subject.card, language) if subject.card else None,
        link=_link(phrases, subject, username) if username else None,
    )


def _answer(library: Library, phrases: Phrases, entry: Entry, language: Language, *, simple: bool) -> Answer:
    text = entry.texts[language]
    later = tuple(
        Later(f"{since_heading(library, phrases, fact)}{hedge(phrases, fact)}", fact.texts[language])
        for fact in entry.since
    )
    source = entry_source(library, phrases, entry, language)
    return Answer(text.question, text.simple if simple else text.answer, () if simple else later, source)


def _comparison(library: Library, phrases: Phrases, card: Distinction, language: Language) -> Comparison:
    text, words = card.texts[language], phrases.card
    columns = tuple(
        Column(
            side.name,
            (
                (words.what, side.what),
                (words.who, side.who),
                (words.whom, side.whom),
                (words.follows, side.follows),
            ),
        )
        for side in text.sides
    )
    return Comparison(words.mixed_up, text.mix_up, columns, card_source(library, phrases, card, language))


def _link(phrases: Phrases, subject: Subject, username: str) -> Link:
    address = private_link(username, f"{_PREFIXES[subject.kind]}{subject.id}")
    return Link(address, phrases.handout.scan, f"@{username}")
