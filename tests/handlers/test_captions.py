"""What stands under pictures: the same in words, within what Telegram allows."""

from pathlib import Path

import pytest

from bot.offline.limits import MAX_CAPTION, MAX_TEXT, caption_text, message_text
from bot.offline.markup import Parsed
from handlers.captions import card_caption, map_caption, map_in_words
from handlers.phrasebook import read_phrasebook
from knowledge.distinctions import Distinction
from knowledge.entries import Pointer
from knowledge.languages import Language
from knowledge.library import Library
from knowledge.loader import load
from knowledge.maps import Map
from tests.support.extras import write_rich_pack

PHRASES = read_phrasebook()


@pytest.fixture
def rich(tmp_path: Path) -> Library:
    """The small pack with a card and a map."""
    return load(write_rich_pack(tmp_path))


def parsed(html: str) -> Parsed:
    """Read a caption as Telegram does, which refuses one that is too long."""
    return caption_text({"caption": html, "parse_mode": "HTML"})


def test_every_caption_of_the_own_pack_fits_and_tells_every_side(library: Library, language: Language) -> None:
    for card in library.distinctions.values():
        text = parsed(card_caption(library, PHRASES[language], card, language)).text
        told = card.texts[language]
        assert text.startswith(f"{told.title}\n\n{PHRASES[language].card.mix_up.format(mix_up=told.mix_up)}\n\n")
        assert all(f"{side.name}\n{PHRASES[language].card.what}: {side.what}" in text for side in told.sides)
        assert "Leen Vervaeke" in text.splitlines()[-1]


def test_the_caption_of_the_own_map_fits_and_tells_every_node(library: Library, language: Language) -> None:
    assert library.map
    text = parsed(map_caption(library, PHRASES[language], library.map, language)).text
    for node in library.map.in_order:
        assert f"{node.texts[language].name}: {node.texts[language].text}" in text
    assert "Leen Vervaeke" in text.splitlines()[-1]


def test_the_sides_are_folded_and_the_title_is_bold(rich: Library) -> None:
    [card] = rich.distinctions.values()
    read = parsed(card_caption(rich, PHRASES["en"], card, "en"))
    assert [mark["type"] for mark in read.entities] == ["bold", "expandable_blockquote", "bold", "bold", "italic"]
    assert "Bee\nWhat: a\nWho runs it: b\nWhom it touches: c\nWhat follows: d\n\nOwl\nWhat: a" in read.text


def longer(card: Distinction, **cells: str) -> Distinction:
    """Give a card with other texts in every side; not validated, so that they can be longer than a pack allows."""
    text = card.texts["en"]
    sides = tuple(side.model_copy(update=cells) for side in text.sides)
    return card.model_copy(update={"texts": {"en": text.model_copy(update={"sides": sides})}})


@pytest.mark.parametrize(
    ("cells", "kept", "left_out"),
    [
        ({"follows": "<f>" * 200}, "Whom it touches: c", "What follows"),
        ({"whom": "<f>" * 200}, "Who runs it: b", "Whom it touches"),
        ({"who": "<f>" * 200}, "What: a", "Who runs it"),
        ({"what": "<f>" * 200}, "Bee\n\nOwl", "What: "),
    ],
)
def test_cells_give_way_where_there_is_no_room(rich: Library, cells: dict[str, str], kept: str, left_out: str) -> None:
    [card] = rich.distinctions.values()
    text = parsed(card_caption(rich, PHRASES["en"], longer(card, **cells), "en")).text
    assert kept in text
    assert left_out not in text
    assert "A. Writer" in text


def test_a_caption_comes_down_to_the_title_if_it_must(rich: Library) -> None:
    [card] = rich.distinctions.values()
    text = card.texts["en"].model_copy(update={"mix_up": "m" * MAX_CAPTION})
    too_long = card.model_copy(update={"texts": {"en": text}})
    assert parsed(card_caption(rich, PHRASES["en"], too_long, "en")).text == "Bee or owl?"
    assert rich.map
    lead = rich.map.texts["en"].model_copy(update={"lead": "m" * MAX_TEXT})
    whole = told(rich.map, name="n" * MAX_TEXT).model_copy(update={"texts": {"en": lead}})
    assert parsed(map_caption(rich, PHRASES["en"], whole, "en")).text == "All animals"
    assert parsed(map_in_words(rich, PHRASES["en"], whole, "en")).text == "All animals"


def test_the_map_says_how_things_relate_as_long_as_there_is_room(rich: Library) -> None:
    whole = rich.map
    assert whole
    assert "Bees: They buzz (make: Honey; fear: Owls)\nHoney: Is sweet\nOwls: " in caption_of(rich, whole)
    assert "Bees: They buzz\nHoney: Is sweet\nOwls: " in caption_of(rich, told(whole, link="<l>" * 200))
    without_lead = caption_of(rich, told(whole, text="<t>" * 100))
    assert without_lead.startswith("All animals\n\nBees: <t>")
    assert "Bees\nHoney\nOwls" in caption_of(rich, told(whole, text="<t>" * 200))
    assert caption_of(rich, told(whole, name="<n>" * 200)).endswith("This is how they relate.")


def told(whole: Map, *, link: str | None = None, **texts: str) -> Map:
    """Give a map with other texts; not validated, so that they can be longer than a pack allows."""
    nodes = {
        name: node.model_copy(update={"texts": {"en": node.texts["en"].model_copy(update=texts)}})
        for name, node in whole.nodes.items()
    }
    links = tuple(one.model_copy(update={"texts": {"en": link}}) if link else one for one in whole.links)
    return whole.model_copy(update={"nodes": nodes, "links": links})


def caption_of(library: Library, whole: Map) -> str:
    return parsed(map_caption(library, PHRASES["en"], whole, "en")).text


def test_the_map_in_words_is_a_message(library: Library, language: Language) -> None:
    assert library.map
    html = map_in_words(library, PHRASES[language], library.map, language)
    text = message_text({"text": html, "parse_mode": "HTML"}).text
    for link in library.map.links:
        assert f"{link.texts[language]}: {library.map.nodes[link.ends[1]].texts[language].name}" in text


def test_a_source_that_leaves_no_room_gives_way_with_the_rest(rich: Library) -> None:
    [card] = rich.distinctions.values()
    many = card.model_copy(update={"sources": (Pointer(work="book", section="s" * 1100, para=(1,)),)})
    text = parsed(card_caption(rich, PHRASES["en"], many, "en")).text
    assert text == "Bee or owl?\n\nOften mixed up: People mix them up."
