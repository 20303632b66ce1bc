"""A distinction's card, as whole updates through the real application and as a message."""

from dataclasses import replace
from pathlib import Path

import pytest

from bot.offline.limits import MAX_TEXT
from bot.offline.markup import parse_html, utf16_length
from handlers.cards import CARDS_PER_PAGE, render_card
from handlers.context import Services
from handlers.phrasebook import Phrases
from knowledge.distinctions import Distinction
from knowledge.entries import Pointer
from knowledge.languages import Language
from knowledge.loader import load
from tests.handlers.conftest import Open
from tests.support.extras import write_rich_pack
from tests.support.phrases import MARK, hostile_phrasebook
from tests.support.stage import Stage, buttons, said

_SIDES = [
    {"name": "Bees <&>", "what": "in<s>ects", "who": "<a> queen", "whom": "<flowers", "follows": "hon&lt;ey"},
    {"name": "Owls <&>", "what": "birds", "who": "nobody", "whom": "mice", "follows": "night flights"},
]
_TEXT = {"title": "Bee <&> owl", "mix_up": "Both <fly> & both hunt.", "sides": _SIDES}
CARD = Distinction.model_validate(
    {
        "id": "bee-owl",
        "entries": ["bees-honey", "owls-night"],
        "sources": [{"work": "book", "section": "One", "para": [1]}],
        "texts": {"en": _TEXT, "nl": _TEXT | {"title": "Bij <&> uil"}},
    }
)
TITLE = {"nl": "Bij <&> uil", "en": "Bee <&> owl"}


@pytest.fixture
async def card_stage(open_as: Open, small_services: Services, language: Language) -> Stage:
    """A person in front of the bot with the small pack and one card in it."""
    library = replace(small_services.library, distinctions={CARD.id: CARD})
    return await open_as(language, services=replace(small_services, library=library))


async def test_an_answer_leads_to_the_card_that_concerns_it(
    card_stage: Stage, language: Language, phrases: Phrases
) -> None:
    answer = await card_stage.says("/start bees-honey")
    card = await card_stage.taps(answer, phrases.buttons.compare.format(title=TITLE[language]))
    assert said(card).startswith(f"{TITLE[language]}\n\n{phrases.card.mix_up.format(mix_up='Both <fly> & both hunt.')}")
    assert card["message_id"] > answer["message_id"]


async def test_an_answer_that_no_card_concerns_has_no_such_button(card_stage: Stage) -> None:
    answer = await card_stage.says("/start bees-sting")
    assert not any(data.startswith("c:") for data in buttons(answer).values())


async def test_a_card_shows_every_cell_of_every_side_under_the_same_names(
    card_stage: Stage, language: Language, phrases: Phrases
) -> None:
    card = await card_stage.taps(await card_stage.says("/start"), f"c:{language}:bee-owl")
    names = (phrases.card.what, phrases.card.who, phrases.card.whom, phrases.card.follows)
    for side in _SIDES:
        cells = [f"{name}: {side[key]}" for name, key in zip(names, ("what", "who", "whom", "follows"), strict=True)]
        assert "\n".join([side["name"], *cells]) in said(card)


async def test_a_card_names_its_source_and_leads_to_its_entries(card_stage: Stage, language: Language) -> None:
    card = await card_stage.taps(await card_stage.says("/start"), f"c:{language}:bee-owl")
    assert "A. Writer, Press, “One”, " in said(card).splitlines()[-1]
    for label in [*buttons(card)]:
        assert (await card_stage.taps(card, label))["text"].startswith(f"{label}\n\n")
    assert len(buttons(card)) == 2


async def test_a_card_that_is_gone_says_so(speaker: Stage, language: Language, phrases: Phrases) -> None:
    message = await speaker.taps(await speaker.says("/start"), f"c:{language}:bee-owl")
    assert message["text"] == phrases.callback.stale


async def test_what_is_typed_after_a_card_goes_on_from_the_answer_before_it(
    card_stage: Stage, language: Language
) -> None:
    answer = await card_stage.says("/start bees-honey")
    await card_stage.taps(answer, f"c:{language}:bee-owl")
    typed, said = {"nl": ("eenvoudiger", "Simpel: honing."), "en": ("simpler", "Simple: honey.")}[language]
    assert said in (await card_stage.says(typed))["text"]


def test_every_card_of_the_own_pack_fits_a_message(services: Services, language: Language) -> None:
    assert services.library.distinctions
    for card in services.library.distinctions.values():
        reply = render_card(services.library, services.phrasebook[language], card, language)
        parsed = parse_html(reply.html)
        assert parsed.text.startswith(card.texts[language].title)
        assert utf16_length(parsed.text) <= MAX_TEXT
        assert len(reply.rows) == len(card.entries)


CELLS = "{0}: a\n{1}: b\n{2}: c\n{3}: d"
WRITTEN = {
    "nl": ("Bij of uil?", "Vaak verward: Mensen halen ze door elkaar.", "Bij", "Uil", "alinea 4 · stand van 1990"),
    "en": ("Bee or owl?", "Often mixed up: People mix them up.", "Bee", "Owl", "paragraph 4 · as of 1990"),
}
NAMES = {
    "nl": ("Wat", "Van wie", "Voor wie", "Gevolg"),
    "en": ("What", "Who runs it", "Whom it touches", "What follows"),
}


async def test_a_card_that_was_written_in_a_pack_is_shown_whole(
    open_as: Open, small_services: Services, phrases: Phrases, tmp_path: Path, language: Language
) -> None:
    stage = await open_as(language, services=replace(small_services, library=load(write_rich_pack(tmp_path))))
    title, mix_up, first, second, where = WRITTEN[language]
    card = await stage.taps(await stage.says("/start owls-night"), phrases.buttons.compare.format(title=title))
    cells = CELLS.format(*NAMES[language])
    source = phrases.answer.source_line.format(source=f"A. Writer, Press, “Two”, {where}")
    assert said(card) == "\n\n".join([title, mix_up, f"{first}\n{cells}", f"{second}\n{cells}", source])


def test_the_words_around_a_card_are_escaped(small_services: Services, language: Language) -> None:
    phrases = hostile_phrasebook(small_services.phrasebook)[language]
    text = parse_html(render_card(small_services.library, phrases, CARD, language).html).text
    assert phrases.card.mix_up.format(mix_up="Both <fly> & both hunt.") in text
    for name in (phrases.card.what, phrases.card.who, phrases.card.whom, phrases.card.follows):
        assert MARK in name
        assert text.count(f"{name}: ") == 2
    assert text.endswith(MARK)


async def test_a_tap_on_a_card_is_acknowledged_and_changes_no_message(card_stage: Stage, language: Language) -> None:
    opened = await card_stage.says("/start")
    before = dict(opened)
    await card_stage.taps(opened, f"c:{language}:bee-owl")
    assert opened == before
    assert card_stage.telegram.calls[-2].method == "answercallbackquery"


def test_a_card_from_another_work_is_not_ascribed_to_the_essay(services: Services, language: Language) -> None:
    library = services.library
    work_id, work = next((name, work) for name, work in library.works.items() if name != library.pack.work)
    card = next(iter(library.distinctions.values())).model_copy(update={"sources": (Pointer(work=work_id),)})
    html = render_card(library, services.phrasebook[language], card, language).html
    assert work.publisher in parse_html(html).text
    assert "None" not in html


async def test_all_distinctions_are_buttons_in_pages(open_as: Open, services: Services, language: Language) -> None:
    phrases, library = services.phrasebook[language], services.library
    stage = await open_as(language, services=services)
    first = await stage.says("/distinctions")
    page = phrases.distinctions.page
    titles = [card.texts[language].title for card in library.distinctions.values()]
    pages = -(-len(titles) // CARDS_PER_PAGE)
    assert first["text"] == page.format(title=phrases.distinctions.title, page=1, pages=pages)
    assert library.map
    map_title = library.map.texts[language].title
    labels = [*buttons(first)]
    assert labels == [*titles[:CARDS_PER_PAGE], phrases.buttons.later, map_title]
    second = await stage.taps(first, phrases.buttons.later)
    assert second["message_id"] == first["message_id"]
    shown = [label for label in buttons(second) if label != phrases.buttons.later]
    assert shown == [*titles[CARDS_PER_PAGE : 2 * CARDS_PER_PAGE], phrases.buttons.earlier, map_title]


async def test_a_distinction_opens_below_the_list_which_stays(
    open_as: Open, services: Services, language: Language
) -> None:
    stage = await open_as(language, services=services)
    listed = await stage.says("/distinctions")
    label = next(iter(buttons(listed)))
    card = await stage.taps(listed, label)
    assert said(card).startswith(f"{label}\n\n")
    assert card["message_id"] > listed["message_id"]
    assert label in buttons(listed)


async def test_a_pack_without_distinctions_says_so(speaker: Stage, phrases: Phrases) -> None:
    listed = await speaker.says("/distinctions")
    assert (listed["text"], buttons(listed)) == (phrases.distinctions.none, {})


@pytest.mark.parametrize("page", [1, 7, 999])
async def test_a_page_beyond_the_end_is_the_last(card_stage: Stage, language: Language, page: int) -> None:
    listed = await card_stage.taps(await card_stage.says("/start"), f"d:{language}::{page}")
    assert [*buttons(listed)] == [TITLE[language]]
