"""How a class is joined, as the board shows it."""

from bot.web.joining import joining_of
from knowledge.classes import Class
from tests.support.school import NOW

A_CLASS = Class(7, "BCDFGH", "4V", None, simple=False, created_at=NOW, ends_at=NOW)


def test_it_is_told_by_code_address_and_qr_code() -> None:
    joining = joining_of(A_CLASS, "https://bot.example.org", "nuance_bot")
    assert (joining.code, joining.address) == ("BCDFGH", "bot.example.org")
    assert joining.qr is not None
    assert joining.qr.startswith("<svg")
    assert "style=" not in joining.qr


def test_while_the_bot_does_not_know_its_name_there_is_no_qr_code() -> None:
    assert joining_of(A_CLASS, "http://localhost:8080", None).qr is None
