"""The live board: what is kept of it, and what may be reached from it."""

from collections.abc import AsyncIterator
from urllib.parse import urlsplit

import httpx
import pytest

from bot.web import boards as module
from knowledge.classes import Class
from tests.support.browsing import School, visitor
from tests.support.school import PUPIL, TEACHER, somebody


@pytest.fixture
async def teacher(the_school: School, a_class: Class) -> AsyncIterator[httpx.AsyncClient]:
    """A teacher who came by both links."""
    links = the_school.services.page_links
    assert links is not None
    link = links.to_class(a_class.id, TEACHER)
    async with visitor(the_school.address) as client:
        for parts in map(urlsplit, (link.browser, link.board)):
            await client.get(f"{parts.path}?{parts.query}")
        yield client


async def test_boards_are_kept_for_so_many_classes_and_no_more(
    teacher: httpx.AsyncClient, the_school: School, a_class: Class, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MOST_KEPT", 1)
    pupil = somebody(the_school.teacher, PUPIL, "en")
    for text in f"/join {a_class.code}", "tell me of honey comb":
        await pupil.hear(pupil.person.says(text))
    for lang in "nl", "en", "nl":
        page = (await teacher.get(f"/class/{a_class.id}", params={"lang": lang})).text
        assert the_school.services.phrasebook[lang].class_page.questions in page


async def test_a_board_alone_leads_nowhere_else(teacher: httpx.AsyncClient, a_class: Class) -> None:
    whole = (await teacher.get(f"/class/{a_class.id}")).text
    alone = (await teacher.get(f"/board/{a_class.id}")).text
    assert f'href="/class/{a_class.id}/report"' in whole
    assert f'data-news="/class/{a_class.id}/news"' in whole
    assert "/class" not in alone
    assert f'data-news="/board/{a_class.id}/news"' in alone
