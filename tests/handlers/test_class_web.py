"""/class page: the way to the page of a class."""

from dataclasses import replace

import pytest

from handlers.context import Services
from handlers.page_links import PageLink
from handlers.phrasebook import Phrases
from knowledge.languages import Language
from tests.handlers.conftest import Open
from tests.support.school import begins_a_class, shows_the_class, somebody
from tests.support.stage import buttons, links, said


class Links:
    """Links that say for whom they are."""

    def __init__(self, *, https: bool) -> None:
        self._https = https

    @property
    def url(self) -> str:
        return "https://bot.example.org"

    def to_class(self, class_id: int, teacher: int) -> PageLink:
        browser = f"http{'s' * self._https}://bot.example.org/{class_id}/{teacher}"
        app = f"https://bot.example.org/app?class={class_id}" if self._https else None
        return PageLink(browser, app, f"https://bot.example.org/board/{class_id}")

    def to_usage(self, person: int) -> str:
        return f"http{'s' * self._https}://bot.example.org/usage/open?key={person}"


@pytest.fixture
def with_pages(small_services: Services) -> Services:
    """The services of a bot that has pages."""
    return replace(small_services, page_links=Links(https=True))


async def test_a_teacher_gets_both_ways_to_the_page(
    open_as: Open, with_pages: Services, language: Language, phrases: Phrases
) -> None:
    teacher = await open_as(language, services=with_pages)
    await begins_a_class(teacher, "4V")
    message = await teacher.says(f"/class {phrases.classes.words['page']}")
    words, board = phrases.class_page, "https://bot.example.org/board/1"
    assert said(message) == f"{words.here.format(title='4V')}\n\n{words.board}\n{board}"
    assert links(message) == {phrases.class_page.open_browser: f"https://bot.example.org/1/{teacher.person.id}"}
    [[app], *_] = message["reply_markup"]["inline_keyboard"]
    assert (app["text"], app["web_app"]["url"]) == (phrases.class_page.open_app, "https://bot.example.org/app?class=1")


async def test_without_https_the_link_stands_in_the_text(open_as: Open, small_services: Services) -> None:
    teacher = await open_as("en", services=replace(small_services, page_links=Links(https=False)))
    await begins_a_class(teacher)
    message = await teacher.says("/class page")
    assert f"http://bot.example.org/1/{teacher.person.id}" in said(message).splitlines()
    assert links(message) == {}


async def test_the_class_has_a_button_for_it_only_where_there_are_pages(
    open_as: Open, with_pages: Services, phrases: Phrases, language: Language
) -> None:
    for services, there in (with_pages, True), (replace(with_pages, page_links=None), False):
        teacher = await open_as(language, services=services)
        await begins_a_class(teacher)
        message = (await teacher.hear(teacher.person.says("/class list")))[-1]
        shown = await teacher.hear(teacher.person.taps(message, next(iter(buttons(message).values()))))
        assert (phrases.class_page.page in buttons(shown[-1])) is there


async def test_where_there_are_no_pages_it_says_so(open_as: Open) -> None:
    teacher = await open_as("en")
    await begins_a_class(teacher)
    assert said(await teacher.says("/class page")).startswith("There is no class page")
    assert await shows_the_class(teacher)


async def test_who_does_not_teach_the_class_gets_no_link(open_as: Open, with_pages: Services) -> None:
    teacher = await open_as("en", services=with_pages)
    await begins_a_class(teacher)
    stranger = somebody(teacher, 99, "en")
    assert links(await stranger.says("/class page")) == {}
    message = await stranger.says("/help")
    [forged] = await stranger.hear(stranger.person.taps(message, "g:en:page-1"))
    assert links(forged) == {}


async def test_where_there_are_pages_pupils_can_join_without_telegram(
    open_as: Open, with_pages: Services, language: Language, phrases: Phrases
) -> None:
    told = phrases.classes.in_browser.format(address="https://bot.example.org")
    for services, there in (with_pages, True), (replace(with_pages, page_links=None), False):
        teacher = await open_as(language, services=services)
        assert (told in said(await teacher.says("/class new 4V")).splitlines()) is there
