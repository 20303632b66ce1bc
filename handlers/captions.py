"""What stands under a picture: the same in words, for who can't see it, within what Telegram allows there."""

from collections.abc import Iterable
from html import escape

from handlers.citations import card_source_line
from handlers.phrasebook import Phrases
from handlers.prose import CAPTION_LIMIT, TEXT_LIMIT, first_that_fits, folded
from knowledge.distinctions import Distinction, Side
from knowledge.languages import Language
from knowledge.library import Library
from knowledge.maps import Map


def card_caption(library: Library, phrases: Phrases, card: Distinction, language: Language) -> str:
    """Give a card's title and mix-up, its sides with as many cells as there is room for, and its source."""
    text, source = card.texts[language], card_source_line(library, phrases, card, language)
    title = f"<b>{escape(text.title)}</b>"
    above = f"{title}\n\n{escape(phrases.card.mix_up.format(mix_up=text.mix_up))}"
    candidates = [
        "\n\n".join([above, folded("\n\n".join(side_in_words(phrases, side, cells) for side in text.sides)), source])
        for cells in (4, 3, 2, 1, 0)
    ]
    return first_that_fits([*candidates, above, title], CAPTION_LIMIT)


def side_in_words(phrases: Phrases, side: Side, cells: int = 4) -> str:
    """Give a side's name and the first of its cells, a line each."""
    named = [
        (phrases.card.what, side.what),
        (phrases.card.who, side.who),
        (phrases.card.whom, side.whom),
        (phrases.card.follows, side.follows),
    ]
    lines = [f"{escape(name)}: {escape(cell)}" for name, cell in named[:cells]]
    return "\n".join([f"<b>{escape(side.name)}</b>", *lines])


def map_caption(library: Library, phrases: Phrases, whole: Map, language: Language) -> str:
    """Give the map's title, what it says, and its source, as much as there is room for under a picture."""
    title, lead, source = _around(library, phrases, whole, language)
    candidates = [
        "\n\n".join([above, folded("\n".join(lines)), source])
        for lines in _renderings(whole, language)
        for above in (f"{title}\n\n{lead}", title)
    ]
    return first_that_fits([*candidates, f"{title}\n\n{lead}", title], CAPTION_LIMIT)


def map_in_words(library: Library, phrases: Phrases, whole: Map, language: Language) -> str:
    """Give the whole map as a message."""
    title, lead, source = _around(library, phrases, whole, language)
    candidates = ["\n\n".join([title, lead, *lines, source]) for lines in _renderings(whole, language)]
    return first_that_fits([*candidates, title], TEXT_LIMIT)


def _around(library: Library, phrases: Phrases, whole: Map, language: Language) -> tuple[str, str, str]:
    text = whole.texts[language]
    source = card_source_line(library, phrases, whole, language)
    return f"<b>{escape(text.title)}</b>", escape(text.lead), source


def _renderings(whole: Map, language: Language) -> Iterable[list[str]]:
    """Yield the nodes in words: with how they lead on, without that, and by name alone."""
    nodes = [(name, whole.nodes[name].texts[language]) for row in whole.rows for name in row]
    told = [f"<b>{escape(text.name)}</b>: {escape(text.text)}" for _, text in nodes]
    leading = [_leads(whole, name, language) for name, _ in nodes]
    yield [f"{line} {escape(leads)}".rstrip() for line, leads in zip(told, leading, strict=True)]
    yield told
    yield [f"<b>{escape(text.name)}</b>" for _, text in nodes]


def _leads(whole: Map, name: str, language: Language) -> str:
    """Say where the arrows from a node lead, and what they mean."""
    arrows = [
        f"{link.texts[language]}: {whole.nodes[link.ends[1]].texts[language].name}"
        for link in whole.links
        if link.ends[0] == name
    ]
    return f"({'; '.join(arrows)})" if arrows else ""
