"""/handout: choosing with buttons, and the sheet that comes, as whole updates."""

from dataclasses import replace

import pytest

from handlers.context import Services
from handlers.handing_out import CARDS_PER_PAGE
from handlers.phrasebook import Phrases
from knowledge.languages import Language
from knowledge.library import Library
from tests.handlers.conftest import Open
from tests.support.handouts import pages_of
from tests.support.stage import Data, Stage, buttons, said


@pytest.fixture
async def reader(open_as: Open, small_services: Services, rich_library: Library, language: Language) -> Stage:
    """A person in front of the bot whose pack has distinctions and questions to discuss."""
    return await open_as(language, services=replace(small_services, library=rich_library))


def sheet_of(stage: Stage, message: Data) -> str:
    """Read the PDF that a message carries."""
    return " ".join(pages_of(stage.telegram.documents.uploads[message["document"]["file_id"]]))


async def test_a_topic_comes_as_a_pdf_to_print(reader: Stage, language: Language, phrases: Phrases) -> None:
    page = await reader.says("/handout")
    title = {"nl": "Bijen", "en": "Bees"}[language]
    assert [*buttons(page)] == [phrases.handout.distinctions, title, {"nl": "Uilen", "en": "Owls"}[language]]
    message = await reader.taps(page, title)
    assert message["document"]["file_name"] == f"bees.{language}.pdf"
    assert message["document"]["mime_type"] == "application/pdf"
    assert title in said(message)
    text = sheet_of(reader, message)
    assert {"nl": "Het boek zegt iets over honing", "en": "The book says something of honey"}[language] in text
    assert "@nuance_offline_bot" in text


async def test_a_distinction_is_chosen_from_a_list_of_its_own(
    reader: Stage, language: Language, phrases: Phrases
) -> None:
    page = await reader.says("/handout")
    page = await reader.taps(page, phrases.handout.distinctions)
    title = {"nl": "Bij of uil?", "en": "Bee or owl?"}[language]
    assert [*buttons(page)] == [title, phrases.buttons.back]
    assert {"nl": "Mensen halen ze", "en": "People mix them up"}[language] in sheet_of(
        reader, await reader.taps(page, title)
    )
    page = await reader.taps(page, phrases.buttons.back)
    assert phrases.handout.distinctions in buttons(page)


async def test_who_wants_simple_answers_gets_a_simple_sheet(reader: Stage, language: Language) -> None:
    await reader.says("/simple")
    message = await reader.taps(await reader.says("/handout"), f"o:{language}:t-bees")
    text = sheet_of(reader, message)
    assert {"nl": "Simpel: honing.", "en": "Simple: honey."}[language] in text
    assert "Journal" not in text


@pytest.mark.parametrize("about", ["t-wasps", "c-wasps", "wasps", "t-", "c-", "bees-honey"])
async def test_what_is_not_there_any_more_is_said(
    reader: Stage, language: Language, phrases: Phrases, about: str
) -> None:
    page = await reader.says("/handout")
    assert said(await reader.taps(page, f"o:{language}:{about}")) == phrases.callback.stale


async def test_without_distinctions_there_are_only_topics(speaker: Stage, phrases: Phrases) -> None:
    page = await speaker.says("/handout")
    assert phrases.handout.distinctions not in buttons(page)
    assert len(buttons(page)) == 2


async def test_what_the_typeface_lacks_comes_as_a_page(
    open_as: Open, small_services: Services, rich_library: Library, language: Language
) -> None:
    card = rich_library.distinctions["bees-owls"]
    texts = {code: text.model_copy(update={"title": "社会"}) for code, text in card.texts.items()}
    foreign = replace(rich_library, distinctions={card.id: card.model_copy(update={"texts": texts})})
    stage = await open_as(language, services=replace(small_services, library=foreign))
    message = await stage.taps(await stage.says("/handout"), f"o:{language}:c-bees-owls")
    assert message["document"]["file_name"] == f"bees-owls.{language}.html"
    assert "社会" in stage.telegram.documents.uploads[message["document"]["file_id"]].decode()


async def test_every_topic_and_distinction_of_the_own_pack_can_be_chosen(
    open_as: Open, services: Services, language: Language, phrases: Phrases
) -> None:
    stage = await open_as(language, services=services)
    page = await stage.says("/handout")
    topics = [data for data in buttons(page).values() if ":t-" in data]
    page = await stage.taps(page, phrases.handout.distinctions)
    cards = [data for data in buttons(page).values() if ":c-" in data]
    page = await stage.taps(page, phrases.buttons.later)
    cards += [data for data in buttons(page).values() if ":c-" in data]
    assert len(topics) == len(services.library.pack.topics)
    assert len(cards) == min(len(services.library.distinctions), 2 * CARDS_PER_PAGE)


async def test_in_a_group_it_comes_where_it_was_asked(
    open_as: Open, small_services: Services, language: Language
) -> None:
    stage = await open_as(language, group=-1001)
    page = await stage.says("/handout")
    message = await stage.taps(page, f"o:{language}:t-bees")
    assert message["chat"]["id"] == -1001
    assert small_services.library.topic("bees")
