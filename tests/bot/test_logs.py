"""What is logged, at which level, and that no secret is in it."""

import json
import logging

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.logs import SecretFilter, set_up_logs

TOKEN = "123456:" + "a-B_9" * 7

pytestmark = pytest.mark.usefixtures("kept_logging")


class Careless:
    """A thing that tells the token when it is shown."""

    def __repr__(self) -> str:
        """Show what is called."""
        return f"<request to /bot{TOKEN}/getMe>"


def test_a_line_names_level_and_logger(capsys: pytest.CaptureFixture[str]) -> None:
    set_up_logs("INFO")
    logging.getLogger("bot.polling").info("serving %s", "people")
    [line] = capsys.readouterr().err.splitlines()
    assert line.endswith(" INFO bot.polling: serving people")


@pytest.mark.parametrize(
    ("message", "arguments"),
    [
        (f"POST https://api.telegram.org/bot{TOKEN}/sendMessage", ()),
        ("POST %s", (f"https://api.telegram.org/bot{TOKEN}/sendMessage",)),
        ("POST %r", (Careless(),)),
        ("POST %(url)s", ({"url": TOKEN},)),
        ("%s%s", (TOKEN[:10], TOKEN[10:])),
        (f"{TOKEN} {TOKEN}", ()),
    ],
)
def test_the_token_is_taken_out_of_messages_and_arguments(
    capsys: pytest.CaptureFixture[str], message: str, arguments: tuple[object, ...]
) -> None:
    set_up_logs("INFO", [TOKEN])
    logging.getLogger("httpx").warning(message, *arguments)
    written = capsys.readouterr().err
    assert TOKEN not in written
    assert "(secret)" in written


def fail_twice() -> None:
    try:
        raise ValueError(TOKEN)  # noqa: TRY301
    except ValueError as error:
        msg = f"/bot{TOKEN}/getMe failed"
        raise ConnectionError(msg) from error


def test_the_token_is_taken_out_of_tracebacks_and_their_causes(capsys: pytest.CaptureFixture[str]) -> None:
    set_up_logs("INFO", [TOKEN])
    try:
        fail_twice()
    except ConnectionError:
        logging.getLogger("telegram.ext").exception("a call failed")
    written = capsys.readouterr().err
    assert "Traceback" in written
    assert written.count("(secret)") >= 2
    assert TOKEN not in written


def test_every_secret_is_taken_out_and_an_empty_one_is_none(capsys: pytest.CaptureFixture[str]) -> None:
    set_up_logs("INFO", ["", TOKEN, "pass phrase"])
    logging.getLogger("bot").warning("abc %s pass phrase", TOKEN)
    assert capsys.readouterr().err.endswith(": abc (secret) (secret)\n")


@pytest.mark.parametrize("name", ["httpx", "httpcore", "telegram.ext.Application", "aiosqlite", "asyncio"])
@pytest.mark.parametrize("level", ["DEBUG", "INFO"])
def test_the_code_of_others_is_silent_below_warning(capsys: pytest.CaptureFixture[str], name: str, level: str) -> None:
    set_up_logs(level)
    logging.getLogger(name).info("HTTP Request: POST https://api.telegram.org/bot…/getMe")
    assert capsys.readouterr().err == ""
    logging.getLogger(name).warning("worth knowing")
    assert "worth knowing" in capsys.readouterr().err


@pytest.mark.parametrize("layer", ["bot.app", "handlers.ask", "knowledge.records.keeper"])
@pytest.mark.parametrize(
    ("level", "heard"),
    [
        ("DEBUG", ["debug", "info", "warning", "error"]),
        ("INFO", ["info", "warning", "error"]),
        ("WARNING", ["warning", "error"]),
        ("ERROR", ["error"]),
    ],
)
def test_our_own_code_is_heard_from_the_level_that_was_set(
    capsys: pytest.CaptureFixture[str], layer: str, level: str, heard: list[str]
) -> None:
    set_up_logs(level)
    for spoken in ("debug", "info", "warning", "error"):
        logging.getLogger(layer).log(getattr(logging, spoken.upper()), spoken)
    assert [line.rsplit(": ", 1)[1] for line in capsys.readouterr().err.splitlines()] == heard


def test_nothing_is_logged_twice_after_a_second_set_up(capsys: pytest.CaptureFixture[str]) -> None:
    set_up_logs("INFO")
    set_up_logs("INFO")
    logging.getLogger("bot").warning("once")
    assert len(capsys.readouterr().err.splitlines()) == 1


@given(st.text(), st.text())
def test_whatever_stands_around_a_secret_stays(before: str, after: str) -> None:
    record = logging.LogRecord("bot", logging.INFO, "", 0, "%s%s%s", (before, TOKEN, after), None)
    assert SecretFilter([TOKEN]).filter(record)
    assert record.getMessage() == f"{before}(secret){after}"


def test_a_record_that_does_not_fit_its_arguments_does_not_stop_the_one_who_logs() -> None:
    set_up_logs("INFO", [TOKEN])
    logging.getLogger("telegram").warning("%d apples", "some")


def test_for_machines_a_record_is_one_object_without_secrets(capsys: pytest.CaptureFixture[str]) -> None:
    set_up_logs("INFO", ["s3cret"], "json")
    try:
        raise ValueError("s3cret")  # noqa: TRY301
    except ValueError:
        logging.getLogger("bot.x").exception("it said %s\nand more", "s3cret")
    [line] = capsys.readouterr().err.splitlines()
    told = json.loads(line)
    assert (told["level"], told["from"], told["message"]) == ("ERROR", "bot.x", "it said (secret)\nand more")
    assert "ValueError: (secret)" in told["traceback"]
    assert "s3cret" not in line
