"""Addresses in the settings: what is taken, and what is said of the rest."""

from typing import Any

import pytest

from bot.settings import SettingsError, read_settings
from bot.web.address import ListenAt

pytestmark = pytest.mark.usefixtures("bare")

RIGHT = [
    ("WEB_ADDRESS", "127.0.0.1:8080", ListenAt("127.0.0.1", 8080)),
    ("WEB_ADDRESS", " localhost:0 ", ListenAt("localhost", 0)),
    ("WEB_ADDRESS", "[::1]:8080", ListenAt("::1", 8080)),
    ("WEB_URL", "https://bot.example.org/", "https://bot.example.org"),
    ("WEB_URL", "http://[::1]:8080", "http://[::1]:8080"),
    ("WEB_PROXIES", "10.0.0.0/8, ::1", ("10.0.0.0/8", "::1")),
]
WRONG = [
    ("WEB_ADDRESS", "8080"),
    ("WEB_ADDRESS", "host:"),
    ("WEB_ADDRESS", "host:99999"),
    ("WEB_ADDRESS", "host:²"),
    ("WEB_ADDRESS", "http://host:80"),
    ("WEB_URL", "bot.example.org"),
    ("WEB_URL", "https://bot.example.org/some/path"),
    ("WEB_URL", "javascript:alert(1)"),
    ("WEB_PROXIES", "*"),
    ("WEB_PROXIES", "10.0.0.1/8"),
]


@pytest.mark.parametrize(("name", "written", "read"), RIGHT, ids=str)
def test_what_is_right_is_read(monkeypatch: pytest.MonkeyPatch, name: str, written: str, read: Any) -> None:
    monkeypatch.setenv(f"NUANCEBOT_{name}", written)
    assert getattr(read_settings(), f"nuancebot_{name.lower()}") == read


@pytest.mark.parametrize(("name", "written"), WRONG, ids=str)
def test_what_is_wrong_is_one_clear_line(monkeypatch: pytest.MonkeyPatch, name: str, written: str) -> None:
    monkeypatch.setenv(f"NUANCEBOT_{name}", written)
    with pytest.raises(SettingsError, match=rf"^NUANCEBOT_{name}: (is not|must be) "):
        read_settings()


def test_there_are_no_pages_unless_they_are_wanted() -> None:
    settings = read_settings()
    assert settings.nuancebot_web_address is None
    assert settings.web_url is None


def test_links_lead_to_the_public_address_or_else_to_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NUANCEBOT_WEB_ADDRESS", "[::1]:8080")
    assert read_settings().web_url == "http://[::1]:8080"
    monkeypatch.setenv("NUANCEBOT_WEB_URL", "https://bot.example.org")
    assert read_settings().web_url == "https://bot.example.org"
