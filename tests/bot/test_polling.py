"""The bot as a process of its own, polling a Bot API server over HTTP."""

from collections.abc import AsyncIterator
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from bot.offline.person import Person
from bot.offline.telegram import TOKEN
from knowledge.drawing.sheet import WIDTH
from tests.support.extras import write_rich_pack
from tests.support.http_api import HttpApi, serve_http_api
from tests.support.processes import start_bot, stop_bot


@pytest.fixture
async def api() -> AsyncIterator[HttpApi]:
    """A Bot API server on loopback."""
    async with serve_http_api() as served:
        yield served


async def test_questions_are_answered_and_sigterm_stops_cleanly(api: HttpApi, tmp_path: Path) -> None:
    process = await start_bot(tmp_path, api.base_url)
    await api.until_called("setmycommands", times=3)
    person = Person(api.telegram, language_code="en")
    person.says("tell me of honey comb")
    person.queries("tell me of honey comb")
    await api.until_called("sendmessage")
    await api.until_called("answerinlinequery")
    log = await stop_bot(process)
    assert "The book says something of honey" in api.said()[0]
    assert TOKEN not in log
    assert "tell me of honey" not in log


async def test_a_picture_goes_over_the_wire_once(api: HttpApi, tmp_path: Path) -> None:
    process = await start_bot(tmp_path, api.base_url, write=write_rich_pack)
    await api.until_called("setmycommands", times=3)
    person = Person(api.telegram, language_code="en")
    for times in (1, 2):
        person.says("/map")
        await api.until_called("sendphoto", times)
    await stop_bot(process)
    [content] = api.telegram.photos.uploads.values()
    with Image.open(BytesIO(content)) as image:
        assert (image.format, image.width) == ("PNG", WIDTH)
    captions = [call.result["caption"] for call in api.telegram.calls if call.method == "sendphoto"]
    assert len(captions) == 2
    assert all(caption.startswith("All animals") for caption in captions)


async def test_what_was_fetched_before_sigterm_is_still_answered(api: HttpApi, tmp_path: Path) -> None:
    process = await start_bot(tmp_path, api.base_url)
    await api.until_called("setmycommands", times=3)
    api.seconds_per_message = 0.05
    people = [Person(api.telegram, id=number, language_code="en") for number in range(1, 21)]
    for person in people:
        person.says("tell me of honey comb")
    await api.until_called("sendmessage")
    await stop_bot(process)
    assert len(api.said()) == len(people)


async def test_an_unknown_token_is_one_clear_line(api: HttpApi, tmp_path: Path) -> None:
    process = await start_bot(tmp_path, api.base_url, token="1:" + "x" * 35)
    _, log = await process.communicate()
    assert process.returncode == 1
    assert log.decode().endswith("Error: TELEGRAM_BOT_TOKEN: Telegram does not know this token\n")
    assert "Traceback" not in log.decode()


async def test_an_unreachable_telegram_is_tried_again_until_told_to_stop(tmp_path: Path) -> None:
    process = await start_bot(tmp_path, "http://127.0.0.1:9/bot")
    assert process.stderr is not None
    while b"can't be reached" not in (line := await process.stderr.readline()):
        assert line
    assert "Traceback" not in await stop_bot(process)
