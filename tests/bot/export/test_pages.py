"""Which pages there are: every answer, topic and card in every language, each with its other languages."""

from dataclasses import replace

import pytest

from bot.export.pages import Page, Plan
from handlers.phrasebook import read_phrasebook
from knowledge.library import Library

PHRASEBOOK = read_phrasebook()
BASE = "https://example.org/n/"


def pages_of(library: Library, base: str | None = BASE) -> dict[str, Page]:
    return {page.place.path: page for page in Plan(library, PHRASEBOOK, base).pages()}


def test_everything_has_a_page_in_every_language(rich_library: Library) -> None:
    pages = pages_of(rich_library)
    expected = {"index.html", "404.html"}
    for code in ("nl", "en"):
        expected |= {f"{code}/{name}.html" for name in ("index", "search", "sources", "distinctions", "map")}
        expected |= {f"{code}/answers/{entry}.html" for entry in rich_library.entries}
        expected |= {f"{code}/topics/{topic.id}.html" for topic in rich_library.pack.topics}
        expected |= {f"{code}/distinctions/{card}.html" for card in rich_library.distinctions}
    assert pages.keys() == expected


def test_what_the_pack_has_not_has_no_page(small_library: Library) -> None:
    assert not [path for path in pages_of(small_library) if "distinctions" in path or "map" in path]


def test_a_topic_without_answers_has_no_page(rich_library: Library) -> None:
    bees = {name: entry for name, entry in rich_library.entries.items() if entry.topic == "bees"}
    paths = pages_of(replace(rich_library, entries=bees, distinctions={}, map=None))
    assert "en/topics/bees.html" in paths
    assert "en/topics/owls.html" not in paths


def test_each_page_names_itself_in_its_other_languages(library: Library) -> None:
    pages = pages_of(library)
    for page in pages.values():
        assert page.place.versions.keys() == {"nl", "en"}
        for code, path in page.place.versions.items():
            assert pages[path].language == code
        if page.place.path.startswith(("nl/", "en/")):
            assert page.place.versions[page.language] == page.place.path


def test_titles_are_there_and_tell_pages_of_a_language_apart(library: Library) -> None:
    pages = [page for path, page in pages_of(library).items() if "/answers/" in path or "/topics/" in path]
    assert len({(page.language, page.template, page.title) for page in pages}) == len(pages)
    assert all(page.title and page.description for page in pages_of(library).values())


@pytest.mark.parametrize(
    ("path", "start"),
    [
        ("en/answers/bees-honey.html", "bees-honey"),
        ("nl/topics/bees.html", "t-bees"),
        ("en/distinctions/bees-owls.html", "c-bees-owls"),
        ("nl/map.html", "map"),
        ("en/sources.html", ""),
    ],
)
def test_the_bot_opens_at_the_same_thing(rich_library: Library, path: str, start: str) -> None:
    assert pages_of(rich_library)[path].start == start
