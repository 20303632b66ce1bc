"""Files at Telegram: taken with their names, sent again by their ids, and refused."""

import pytest
from telegram import InputFile
from telegram.error import BadRequest, TelegramError

from bot.offline import documents
from bot.offline.documents import Documents, Upload
from bot.offline.refusals import RefusedError
from tests.support.http_api import read_form
from tests.support.stage import Stage


def test_a_file_is_kept_under_its_name_and_known_by_its_id() -> None:
    kept = Documents()
    told = kept.document_of("attach://a", {"a": Upload(b"%PDF", "hand out.pdf")})
    assert (told["file_name"], told["file_size"], told["mime_type"]) == ("hand out.pdf", 4, "application/pdf")
    assert kept.document_of(told["file_id"], {}) == told
    assert kept.uploads == {told["file_id"]: b"%PDF"}


@pytest.mark.parametrize("content", [b"x", Upload(b"x", None)])
def test_a_file_without_a_name_has_some(content: bytes) -> None:
    told = Documents().document_of("attach://a", {"a": content})
    assert (told["file_name"], told["mime_type"]) == ("file", "application/octet-stream")


@pytest.mark.parametrize(
    ("document", "reason"),
    [
        ("attach://a", "file must be non-empty"),
        ("attach://b", "file is too big"),
        ("attach://c", "file must be non-empty"),
        ("OFFLINE-DOCUMENT-0", "wrong file identifier/HTTP URL specified"),
    ],
)
def test_what_telegram_does_not_take_is_refused(monkeypatch: pytest.MonkeyPatch, document: str, reason: str) -> None:
    monkeypatch.setattr(documents, "MAX_BYTES", 3)
    with pytest.raises(RefusedError, match=f"^Bad Request: {reason}$"):
        Documents().document_of(document, {"a": b"", "b": b"four"})


async def test_a_file_that_is_sent_arrives_with_its_name_caption_and_bytes(small_stage: Stage) -> None:
    file = InputFile(b"%PDF", filename="a.pdf")
    message = await small_stage.application.bot.send_document(small_stage.person.id, file, caption="Bees")
    assert (message.caption, message.document and message.document.file_name) == ("Bees", "a.pdf")
    assert [*small_stage.telegram.documents.uploads.values()] == [b"%PDF"]


def test_the_name_of_a_file_comes_over_http_too() -> None:
    lines = ["--x", 'Content-Disposition: form-data; name="document"; filename="a.pdf"', "", "%PDF", "--x--", ""]
    _, files = read_form("multipart/form-data; boundary=x", "\r\n".join(lines).encode())
    assert isinstance(files["document"], Upload)
    assert files["document"].name == "a.pdf"


async def test_a_file_that_a_person_sends_can_be_fetched_by_the_bot(small_stage: Stage) -> None:
    update = small_stage.person.hands(b"title = 1", "lesson.toml")
    document = update["message"]["document"]
    assert (document["file_name"], document["file_size"]) == ("lesson.toml", 9)
    file = await small_stage.application.bot.get_file(document["file_id"])
    assert bytes(await file.download_as_bytearray()) == b"title = 1"
    small_stage.telegram.documents.uploads.clear()
    with pytest.raises(TelegramError):
        await file.download_as_bytearray()


@pytest.mark.parametrize(("most", "reason"), [(20, "Invalid file_id"), (3, "File is too big")])
async def test_what_cannot_be_fetched_is_refused(
    small_stage: Stage, monkeypatch: pytest.MonkeyPatch, most: int, reason: str
) -> None:
    monkeypatch.setattr(documents, "MAX_FETCHED", most)
    document = small_stage.person.hands(b"four", "a.toml")["message"]["document"]
    with pytest.raises(BadRequest, match=reason):
        await small_stage.application.bot.get_file(document["file_id"] if most == 3 else "no such")
