"""What other programs read of a page keeps to schema.org."""

from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from bot.export import addresses
from bot.export.addresses import Place
from bot.export.linked_data import breadcrumbs, faq_page, web_site
from knowledge.languages import LANGUAGES, Language
from knowledge.library import Library

BASE = "https://example.org/n/"
PLACE = Place(addresses.answer("en", "bees-honey"), BASE)
# https://schema.org: the properties of each type that is used here, own and inherited, and what may stand in them.
VOCABULARY: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "FAQPage": {"inLanguage": ("text",), "isBasedOn": ("Article",), "mainEntity": ("Question",), "url": ("text",)},
    "Question": {"name": ("text",), "acceptedAnswer": ("Answer",)},
    "Answer": {"text": ("text",), "dateModified": ("text",)},
    "Article": {"headline": ("text",), "author": ("Person",), "publisher": ("Organization",), "url": ("text",)},
    "Person": {"name": ("text",)},
    "Organization": {"name": ("text",)},
    "BreadcrumbList": {"itemListElement": ("ListItem",)},
    "ListItem": {"position": ("number",), "name": ("text",), "item": ("text",)},
    "WebSite": {
        "name": ("text",),
        "description": ("text",),
        "inLanguage": ("text",),
        "about": ("Article",),
        "url": ("text",),
    },
}
# What search engines want to see of each.
NEEDED = {"FAQPage": {"mainEntity"}, "Question": {"name", "acceptedAnswer"}, "Answer": {"text"}}


def faults(thing: Any) -> Iterator[str]:
    """Yield what is against the vocabulary in a piece of linked data."""
    kind = thing["@type"]
    yield from (f"{kind} lacks {name}" for name in NEEDED.get(kind, set()) - thing.keys())
    for name, value in thing.items():
        if name in {"@type", "@context"}:
            continue
        allowed = VOCABULARY[kind].get(name, ())
        for one in value if isinstance(value, list) else [value]:
            found = one["@type"] if isinstance(one, dict) else {str: "text", int: "number"}[type(one)]
            if found not in allowed or one == "":
                yield f"{kind}.{name} is {found}"
            if isinstance(one, dict):
                yield from faults(one)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_answer_of_the_own_pack_keeps_to_the_vocabulary(library: Library, language: Language) -> None:
    for entry in library.entries.values():
        page: Any = faq_page(library, [entry], language, PLACE)
        assert [*faults(page)] == []
        assert (page["@context"], page["inLanguage"]) == ("https://schema.org", language)
        [question] = page["mainEntity"]
        assert question["name"] == entry.texts[language].question
        assert question["acceptedAnswer"]["text"].startswith(entry.texts[language].answer)


def test_the_site_and_the_way_down_to_a_page_keep_to_the_vocabulary(library: Library) -> None:
    assert [*faults(web_site(library, "nl", PLACE))] == []
    way: Any = breadcrumbs([("Home", addresses.home("en")), ("Honey", PLACE.path)], PLACE)
    assert [*faults(way)] == []
    assert [item["position"] for item in way["itemListElement"]] == [1, 2]
    assert way["itemListElement"][1]["item"] == PLACE.canonical


def test_without_the_site_s_address_nothing_pretends_to_know_it(library: Library) -> None:
    somewhere = Place(PLACE.path)
    assert breadcrumbs([("Home", addresses.home("en"))], somewhere) is None
    assert "url" not in faq_page(library, [], "en", somewhere)
    assert "url" not in web_site(library, "en", somewhere)


def test_what_breaks_the_vocabulary_is_found() -> None:
    assert [*faults({"@type": "Question", "name": "", "answer": "x"})] == [
        "Question lacks acceptedAnswer",
        "Question.name is text",
        "Question.answer is text",
    ]
