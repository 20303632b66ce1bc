"""Pictures at Telegram: taken, sent again by their ids, and refused."""

from typing import Any

import pytest

from bot.offline.photos import MAX_BYTES, Photos
from bot.offline.refusals import RefusedError
from bot.offline.telegram import OfflineTelegram
from tests.support.pictures import picture

Data = dict[str, Any]

CHAT = 7


def kept(content: bytes) -> list[Data]:
    return Photos().sizes_of("attach://photo", {"photo": content})


def test_a_picture_is_kept_in_sizes_of_the_same_shape() -> None:
    sizes = kept(picture(1080, 2160))
    assert [(size["width"], size["height"]) for size in sizes] == [(45, 90), (160, 320), (640, 1280)]
    assert len({size["file_id"] for size in sizes}) == 3


def test_a_small_picture_is_not_enlarged() -> None:
    assert {(size["width"], size["height"]) for size in kept(picture(8, 6))} == {(8, 6)}


def test_a_picture_is_known_by_the_id_of_each_size_until_it_is_forgotten() -> None:
    photos, content = Photos(), picture()
    sizes = photos.sizes_of("attach://a", {"a": content})
    assert all(photos.sizes_of(size["file_id"], {}) == sizes for size in sizes)
    assert photos.uploads == {sizes[-1]["file_id"]: content}
    photos.forget()
    with pytest.raises(RefusedError, match="wrong file identifier"):
        photos.sizes_of(sizes[-1]["file_id"], {})


def test_the_same_picture_sent_anew_gets_other_ids_and_is_the_same() -> None:
    photos = Photos()
    first, second = (photos.sizes_of("attach://a", {"a": picture()})[-1] for _ in range(2))
    assert first["file_id"] != second["file_id"]
    assert first["file_unique_id"] == second["file_unique_id"]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "file must be non-empty"),
        (b"no picture", "IMAGE_PROCESS_FAILED"),
        (picture()[:40], "IMAGE_PROCESS_FAILED"),
        (picture(1, 21), "PHOTO_INVALID_DIMENSIONS"),
        (picture(5001, 5000), "PHOTO_INVALID_DIMENSIONS"),
        (b"\x89PNG" + bytes(MAX_BYTES), "file is too big"),
    ],
    ids=["empty", "text", "cut", "narrow", "large", "heavy"],
)
def test_what_telegram_does_not_take_is_refused(content: bytes, reason: str) -> None:
    with pytest.raises(RefusedError, match=f"^Bad Request: {reason}$"):
        kept(content)


@pytest.mark.parametrize("size", [(1, 20), (20, 1), (5000, 5000)])
def test_what_is_just_within_the_limits_is_taken(size: tuple[int, int]) -> None:
    assert kept(picture(*size))


@pytest.mark.parametrize("photo", ["", "attach://other", "https://example.org/a.png", "OFFLINE-0-0-0", "../etc"])
def test_what_names_no_picture_is_refused(photo: str) -> None:
    with pytest.raises(RefusedError):
        Photos().sizes_of(photo, {"photo": picture()})


@pytest.mark.usefixtures("person")
async def test_a_refused_picture_leaves_no_message(telegram: OfflineTelegram) -> None:
    before = dict(telegram.messages)
    status, body = await telegram.call("sendPhoto", {"chat_id": str(CHAT)}, {"photo": b"no picture"})
    assert (status, body["description"]) == (400, "Bad Request: IMAGE_PROCESS_FAILED")
    assert (telegram.messages, telegram.calls) == (before, [])
