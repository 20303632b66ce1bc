"""A page in HTML: what is on it, escaped, under a strict policy."""

import pytest

from bot.export.pages import Plan
from bot.export.rendering import Renderer
from handlers.phrasebook import read_phrasebook
from knowledge.languages import LANGUAGES, Language
from knowledge.library import Library
from tests.support.phrases import MARK, hostile_phrasebook

PHRASEBOOK = read_phrasebook()


def rendered(library: Library, username: str | None = None, base: str | None = None) -> dict[str, str]:
    plan = Plan(library, PHRASEBOOK, base)
    renderer = Renderer(plan, username, frozenset())
    return {page.place.path: renderer.render(page) for page in plan.pages()}


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_answer_s_page_tells_all_of_it(rich_library: Library, language: Language) -> None:
    page = rendered(rich_library, "bee_bot")[f"{language}/answers/bees-honey.html"]
    word = {"nl": "honing", "en": "honey"}[language]
    for part in (
        f'<html lang="{language}">',
        {"nl": "Wat is er met honing &lt;&amp; meer&gt;?", "en": "What is it with honey &lt;&amp; more&gt;?"}[language],
        {"nl": f"Simpel: {word}.", "en": f"Simple: {word}."}[language],
        {"nl": "Sindsdien (2021; Journal) naar verluidt:", "en": "Since then (2021; Journal) reportedly:"}[language],
        '<a href="https://example.org/book?a=1&amp;b=2">On &lt;Animals&gt; &amp; Men</a>',
        "Owls revisited",
        "https://t.me/bee_bot?start=bees-honey",
        "bees-sting.html",
        "bees-owls.html",
    ):
        assert part in page
    assert ("Nog meer over honing" in page) == (language == "nl")


def test_without_a_bot_nothing_leads_to_one(rich_library: Library) -> None:
    assert not [path for path, page in rendered(rich_library).items() if "t.me" in page]


def test_every_sentence_of_the_bot_s_own_is_escaped(rich_library: Library) -> None:
    plan = Plan(rich_library, hostile_phrasebook(PHRASEBOOK), "https://example.org/")
    renderer = Renderer(plan, "bee_bot", frozenset({"pictures/map.en.png", "pictures/bees-owls.en.png"}))
    for page in plan.pages():
        assert MARK not in renderer.render(page)


def test_nothing_runs_but_the_site_s_own_script_and_nothing_is_fetched_from_elsewhere(library: Library) -> None:
    for page in rendered(library, "bee_bot", "https://example.org/").values():
        assert "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'" in page
        scripts = page.count("<script")
        assert scripts == page.count('type="application/') + page.count('search.js" defer')
        assert " style=" not in page
        assert " onclick" not in page


def test_canonical_and_other_languages_are_named(rich_library: Library) -> None:
    page = rendered(rich_library, base="https://example.org/n/")["nl/answers/bees-honey.html"]
    assert '<link rel="canonical" href="https://example.org/n/nl/answers/bees-honey.html">' in page
    assert '<link rel="alternate" hreflang="en" href="https://example.org/n/en/answers/bees-honey.html">' in page
    page = rendered(rich_library)["nl/answers/bees-honey.html"]
    assert "canonical" not in page
    assert '<link rel="alternate" hreflang="en" href="../../en/answers/bees-honey.html">' in page
