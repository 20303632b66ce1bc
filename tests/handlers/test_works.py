"""/sources: the essay and pages of other works, as whole updates through the real application."""

from dataclasses import replace

from handlers.buttons import Tap, Verb
from handlers.context import Services
from handlers.phrasebook import Phrases
from handlers.works import works_page
from knowledge.languages import Language
from tests.handlers.conftest import Open
from tests.support.stage import Data, Stage, buttons

DATED = {"nl": "Press, geschat 1990", "en": "Press, estimated 1990"}


def links(message: Data) -> list[str]:
    """List the addresses that a message links to."""
    return [entity["url"] for entity in message["entities"] if entity["type"] == "text_link"]


async def test_sources_cites_the_essay_and_the_other_works(
    speaker: Stage, language: Language, phrases: Phrases
) -> None:
    message = await speaker.says("/sources")
    said = message["text"].split("\n\n")
    assert said[0] == phrases.sources.title
    assert said[1] == f"{phrases.sources.essay}\nA. Writer, On <Animals> & Men, {DATED[language]}"
    assert said[2] == phrases.sources.later
    assert said[3].startswith("B. Later, Owls revisited, Journal, 2021-05 (")
    assert "example.net" in said[3]


async def test_works_are_linked_to_where_they_can_be_read(small_stage: Stage) -> None:
    message = await small_stage.says("/sources")
    assert links(message) == ["https://example.org/book?a=1&b=2", "https://example.org/paper"]


async def test_one_page_of_works_has_no_buttons(small_stage: Stage) -> None:
    assert buttons(await small_stage.says("/sources")) == {}


async def test_the_pages_cite_every_work_once_with_the_essay_on_top(
    open_as: Open, services: Services, language: Language
) -> None:
    stage = await open_as(language, services=services)
    later = services.phrasebook[language].buttons.later
    page = await stage.says("/sources")
    number, essay, seen = page["message_id"], links(page)[0], links(page)[1:]
    while later in buttons(page):
        page = await stage.taps(page, later)
        assert page["message_id"] == number
        assert links(page)[0] == essay == services.library.essay.address
        seen += links(page)[1:]
    others = {key: work for key, work in services.library.works.items() if key != services.library.pack.work}
    assert seen == [work.address for work in others.values()]


async def test_earlier_leads_back_to_the_first_page(stage: Stage) -> None:
    first = await stage.says("/sources")
    shown = first["text"]
    second = await stage.taps(first, "Further")
    assert second["text"] != shown
    back = await stage.taps(second, "Earlier")
    assert back["text"] == shown
    assert [*buttons(back)] == ["Further"]


async def test_a_page_beyond_the_end_is_the_last(stage: Stage) -> None:
    page = await stage.taps(await stage.says("/sources"), "w:en::999")
    assert [*buttons(page)] == ["Earlier"]


async def test_a_page_for_a_language_other_than_the_chats_keeps_its_own_language(small_stage: Stage) -> None:
    page = await small_stage.taps(await small_stage.says("/sources"), "w:nl:")
    assert page["text"].startswith("Waar mijn antwoorden op steunen")


def test_without_other_works_it_says_that_all_rests_on_the_essay(
    small_services: Services, language: Language, phrases: Phrases
) -> None:
    library = small_services.library
    alone = replace(library, works={library.pack.work: library.essay})
    assert works_page(alone, phrases, Tap(Verb.WORKS, language)).html.endswith(phrases.sources.none_later)


async def test_sources_in_a_group_is_answered(group_stage: Stage, phrases: Phrases) -> None:
    assert (await group_stage.says("/sources"))["text"].startswith(phrases.sources.title)
