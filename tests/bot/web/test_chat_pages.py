"""The chat over real HTTP: typed, tapped, voted, streamed, and refused to who is not in the class."""

import asyncio
import json
import re
from collections.abc import AsyncIterator
from html import unescape
from http import HTTPStatus

import httpx
import pytest

from knowledge.classes import Class
from tests.support.browsing import School, come_in, token_in, visitor
from tests.support.rows import rows_of

HONEY = "tell me of honey comb"
ANSWER = "The book says something of honey"


@pytest.fixture
async def pupil(the_school: School, a_class: Class) -> AsyncIterator[httpx.AsyncClient]:
    """A pupil of the class, in the chat."""
    async with visitor(the_school.address) as client:
        await come_in(client, a_class.code)
        await client.get("/chat")
        yield client


async def does(client: httpx.AsyncClient, what: str, **fields: str | list[str]) -> str:
    """Send a form of the chat; give the page as it is then."""
    page = await client.get("/chat")
    answer = await client.post(f"/chat/{what}", data={"token": token_in(page), **fields})
    assert answer.status_code in {HTTPStatus.SEE_OTHER, HTTPStatus.TOO_MANY_REQUESTS}
    return unescape((await client.get("/chat")).text)


def buttons(page: str) -> dict[str, str]:
    """Give what the buttons of a page carry, by their labels."""
    return {label: value for value, label in re.findall(r'name="tap" value="([^"]+)">([^<]+)<', page)}


async def test_what_is_typed_is_answered_by_the_same_handlers_and_noted_for_the_class(
    pupil: httpx.AsyncClient, the_school: School
) -> None:
    page = await does(pupil, "say", text=HONEY)
    assert HONEY in page
    assert ANSWER in page
    [(class_id, text)] = await rows_of(the_school.services, "class_id, text", "class_questions")
    assert (class_id, text) == (1, HONEY)
    assert [call for call in the_school.telegram.calls if call.method == "sendmessage"] == []


async def test_a_button_is_followed(pupil: httpx.AsyncClient) -> None:
    page = await does(pupil, "say", text=HONEY)
    carried = buttons(page)
    page = await does(pupil, "tap", tap=carried["Source"])
    assert page.count('class="bubble theirs"') == 3


@pytest.mark.parametrize("junk", ["", ":", "1", "1:e:en:honey-comb", "x:y", "9" * 400 + ":s:en:x", "²:x"])
async def test_a_button_that_is_not_there_does_nothing(pupil: httpx.AsyncClient, junk: str) -> None:
    before = await does(pupil, "say", text=HONEY)
    after = await does(pupil, "tap", tap=junk)
    assert after.count("<article") == before.count("<article")


async def test_what_a_button_of_another_message_carries_is_not_taken(pupil: httpx.AsyncClient) -> None:
    page = await does(pupil, "say", text=HONEY)
    number = buttons(page)["Source"].split(":")[0]
    before = page.count("<article")
    assert (await does(pupil, "tap", tap=f"{number}:g:en:wipe-1")).count("<article") == before


async def sends_a_quiz(the_school: School, **more: object) -> None:
    [(chat,)] = await rows_of(the_school.services, "chat_id", "class_members")
    await the_school.application.bot.send_poll(
        chat,
        "Who made it?",
        ["bees", "bears"],
        type="quiz",
        correct_option_ids=[0],
        explanation="Bees did.",
        is_anonymous=False,
        api_kwargs=more or None,
    )


async def test_a_quiz_is_a_form_that_says_after_the_vote_what_was_right(
    pupil: httpx.AsyncClient, the_school: School
) -> None:
    await sends_a_quiz(the_school)
    page = unescape((await pupil.get("/chat")).text)
    assert "Bees did." not in page
    assert "Right answer" not in page
    poll = re.search(r'name="poll" value="(\d+)"', page)
    assert poll
    page = await does(pupil, "vote", poll=poll[1], option="1")
    assert "Bees did." in page
    assert "Your answer: not right" in page
    again = await does(pupil, "vote", poll=poll[1], option="0")
    assert "Your answer: not right" in again


@pytest.mark.parametrize("options", [[], ["2"], ["0", "1"], ["-1"], ["x"], ["999"]], ids=str)
async def test_a_vote_that_can_not_be_changes_nothing(
    pupil: httpx.AsyncClient, the_school: School, options: list[str]
) -> None:
    await sends_a_quiz(the_school)
    poll = re.search(r'name="poll" value="(\d+)"', (await pupil.get("/chat")).text)
    assert poll
    page = await does(pupil, "vote", poll=poll[1], option=options)
    assert "Bees did." not in page


@pytest.mark.parametrize("path", ["", "/say", "/tap", "/vote", "/leave", "/news", "/picture/x", "/file/x"])
async def test_who_is_in_no_class_sees_and_does_nothing(the_school: School, path: str) -> None:
    async with visitor(the_school.address) as stranger:
        token = token_in(await stranger.get("/"))
        post = path in {"/say", "/tap", "/vote", "/leave"}
        answer = await stranger.request(
            "POST" if post else "GET", f"/chat{path}", data={"token": token, "text": "x"} if post else None
        )
    assert answer.status_code == HTTPStatus.UNAUTHORIZED
    assert len(the_school.rooms) == 0


@pytest.mark.parametrize("what", ["say", "tap", "vote", "leave"])
async def test_what_no_page_of_ours_sent_is_refused(pupil: httpx.AsyncClient, the_school: School, what: str) -> None:
    for sent in {"text": HONEY}, {"text": HONEY, "token": "0" * 64}:
        assert (await pupil.post(f"/chat/{what}", data=sent)).status_code == HTTPStatus.FORBIDDEN
    assert await rows_of(the_school.services, "text", "class_questions") == []
    assert len(await rows_of(the_school.services, "*", "class_members")) == 1


@pytest.mark.parametrize("text", ["", "  \n ", "\x00\x01\u200b"], ids=repr)
async def test_nothing_typed_is_nothing_asked(pupil: httpx.AsyncClient, text: str) -> None:
    assert (await does(pupil, "say", text=text)).count("<article") == 1


@pytest.mark.parametrize(
    "text",
    ["<script>alert(1)</script>", "\ud800".encode("utf-8", "surrogatepass").decode("latin-1"), "a" * 9000, "/help\0"],
)
async def test_hostile_text_is_shown_as_text(pupil: httpx.AsyncClient, text: str) -> None:
    answer = await pupil.post("/chat/say", data={"token": token_in(await pupil.get("/chat")), "text": text})
    assert answer.status_code == HTTPStatus.SEE_OTHER
    page = (await pupil.get("/chat")).text
    assert "<script>alert" not in page
    assert page.count("<article") == 3


async def test_what_needs_a_chat_that_stays_is_to_be_had_in_telegram(
    pupil: httpx.AsyncClient, the_school: School
) -> None:
    page = await does(pupil, "say", text="/class new mine")
    assert "only in Telegram" in page
    assert len(await rows_of(the_school.services, "*", "classes")) == 1


async def test_who_types_too_fast_is_told_so(pupil: httpx.AsyncClient) -> None:
    token = token_in(await pupil.get("/chat"))
    answers = [await pupil.post("/chat/say", data={"token": token, "text": "hi"}) for _ in range(14)]
    assert {answer.status_code for answer in answers[:12]} == {HTTPStatus.SEE_OTHER}
    assert answers[-1].status_code == HTTPStatus.TOO_MANY_REQUESTS
    assert int(answers[-1].headers["retry-after"]) >= 1


async def test_who_leaves_is_out_and_the_next_one_sees_nothing(pupil: httpx.AsyncClient, the_school: School) -> None:
    seat = pupil.cookies["seat"]
    answer = await pupil.post("/chat/leave", data={"token": token_in(await pupil.get("/chat"))})
    assert (answer.status_code, answer.headers["location"]) == (HTTPStatus.SEE_OTHER, "/")
    assert "seat" not in pupil.cookies
    assert await rows_of(the_school.services, "*", "class_members") == []
    pupil.cookies.set("seat", seat, path="/chat")
    assert (await pupil.get("/chat")).status_code == HTTPStatus.UNAUTHORIZED


async def test_leaving_by_the_button_in_the_chat_ends_it_too(pupil: httpx.AsyncClient) -> None:
    carried = buttons(unescape((await pupil.get("/chat")).text))
    token = token_in(await pupil.get("/chat"))
    await pupil.post("/chat/tap", data={"token": token, "tap": carried["Leave the class"]})
    assert (await pupil.get("/chat")).status_code == HTTPStatus.UNAUTHORIZED


async def events(answer: httpx.Response, count: int) -> list[dict[str, str]]:
    found: list[dict[str, str]] = []
    async for line in answer.aiter_lines():
        if line.startswith("data: "):
            found.append(json.loads(line.removeprefix("data: ")))
        if len(found) == count:
            break
    return found


async def test_answers_come_as_they_are_made(pupil: httpx.AsyncClient) -> None:
    token = token_in(await pupil.get("/chat"))
    async with asyncio.timeout(30), pupil.stream("GET", "/chat/news?after=1") as news:
        said = await pupil.post("/chat/say", data={"token": token, "text": HONEY}, headers={"X-Quiet": "1"})
        assert said.status_code == HTTPStatus.NO_CONTENT
        mine, theirs = await events(news, 2)
    assert HONEY in mine["html"]
    assert ANSWER in theirs["html"]
    assert f'id="{theirs["id"]}"' in theirs["html"]


async def test_who_comes_back_hears_what_was_missed(pupil: httpx.AsyncClient) -> None:
    await does(pupil, "say", text=HONEY)
    async with asyncio.timeout(30), pupil.stream("GET", "/chat/news", headers={"Last-Event-ID": "2"}) as news:
        [missed] = await events(news, 1)
    assert ANSWER in missed["html"]


async def test_two_pupils_do_not_see_each_other(pupil: httpx.AsyncClient, the_school: School, a_class: Class) -> None:
    await does(pupil, "say", text=HONEY)
    async with visitor(the_school.address) as another:
        await come_in(another, a_class.code)
        page = await another.get("/chat")
    assert HONEY not in page.text
    assert len(await rows_of(the_school.services, "*", "class_members")) == 2


async def test_a_file_of_the_room_can_be_kept_and_no_other(
    pupil: httpx.AsyncClient, the_school: School, a_class: Class
) -> None:
    [(chat,)] = await rows_of(the_school.services, "chat_id", "class_members")
    await the_school.application.bot.send_document(chat, b"%PDF", filename='hand "out"é.pdf')
    page = (await pupil.get("/chat")).text
    address = re.search(r'href="(/chat/file/[^"]+)"', page)
    assert address
    answer = await pupil.get(address[1])
    assert (answer.content, answer.headers["content-type"]) == (b"%PDF", "application/pdf")
    assert answer.headers["content-disposition"] == "attachment; filename*=UTF-8''hand%20%22out%22%C3%A9.pdf"
    async with visitor(the_school.address) as another:
        await come_in(another, a_class.code)
        assert (await another.get(address[1])).status_code == HTTPStatus.NOT_FOUND
        assert (await another.get("/chat/file/nothing")).status_code == HTTPStatus.NOT_FOUND


async def test_thirty_pupils_at_once_are_all_answered(the_school: School, a_class: Class) -> None:
    async def one(number: int) -> str:
        async with visitor(the_school.address) as client:
            await come_in(client, a_class.code)
            return await does(client, "say", text=f"/ask {number} {HONEY}")

    pages = await asyncio.gather(*(one(number) for number in range(30)))
    assert all(ANSWER in page and f"/ask {number} {HONEY}" in page for number, page in enumerate(pages))
    assert len(await rows_of(the_school.services, "distinct person", "class_questions")) == 30
