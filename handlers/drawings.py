"""What is drawn, with the bot's own words around it."""

from handlers.citations import card_source
from handlers.phrasebook import Phrases
from knowledge.distinctions import Distinction
from knowledge.drawing.cards import Cells, draw_card
from knowledge.drawing.maps import draw_map
from knowledge.drawing.shapes import Drawing
from knowledge.drawing.sheet import Frame
from knowledge.languages import Language
from knowledge.library import Library
from knowledge.maps import Map


def card_drawing(library: Library, phrases: Phrases, card: Distinction, language: Language) -> Drawing:
    """Draw a distinction.

    Raises:
        UndrawableError: the typeface lacks a character of it.
    """
    text, words = card.texts[language], phrases.card
    kicker = words.kicker.format(name=library.face(language).name)
    frame = Frame(kicker, text.title, text.mix_up, card_source(library, phrases, card, language), words.mixed_up)
    return draw_card(text, Cells(words.what, words.who, words.whom, words.follows), frame)


def map_drawing(library: Library, phrases: Phrases, whole: Map, language: Language) -> Drawing:
    """Draw the map of the whole.

    Raises:
        UndrawableError: the typeface lacks a character of it.
    """
    text = whole.texts[language]
    kicker = phrases.map.kicker.format(name=library.face(language).name)
    return draw_map(
        whole, language, Frame(kicker, text.title, text.lead, card_source(library, phrases, whole, language))
    )
