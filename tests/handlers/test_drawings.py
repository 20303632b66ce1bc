"""What is drawn, with the bot's own words around it."""

from handlers.drawings import card_drawing, map_drawing
from handlers.phrasebook import read_phrasebook
from knowledge.languages import Language
from knowledge.library import Library
from tests.support.drawings import assert_sound, words_of

PHRASES = read_phrasebook()


def test_every_card_of_the_own_pack_has_the_bots_words_around_it(library: Library, language: Language) -> None:
    phrases = PHRASES[language]
    for card in library.distinctions.values():
        drawing = card_drawing(library, phrases, card, language)
        words = words_of(drawing).splitlines()
        assert words[0] == phrases.card.kicker.format(name=library.face(language).name)
        assert {phrases.card.mixed_up, phrases.card.what, phrases.card.who, phrases.card.whom} <= {*words}
        assert words[-1].startswith(phrases.answer.source_line.format(source="Leen Vervaeke, Trouw"))
        assert_sound(drawing)


def test_the_map_of_the_own_pack_has_the_bots_words_around_it(library: Library, language: Language) -> None:
    assert library.map
    phrases = PHRASES[language]
    drawing = map_drawing(library, phrases, library.map, language)
    words = words_of(drawing).splitlines()
    assert words[0] == phrases.map.kicker.format(name=library.face(language).name)
    assert words[-1].startswith(phrases.answer.source_line.format(source="Leen Vervaeke, Trouw"))
    assert_sound(drawing)


def test_languages_and_cards_are_told_apart_by_their_digests(library: Library) -> None:
    digests = {
        card_drawing(library, PHRASES[language], card, language).digest
        for card in library.distinctions.values()
        for language in library.pack.languages
    }
    assert len(digests) == len(library.distinctions) * len(library.pack.languages)
