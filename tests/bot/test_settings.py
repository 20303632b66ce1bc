"""Settings from the environment and from a .env file, and what is said of wrong ones."""

import datetime as dt
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from bot.settings import PACKS, Settings, SettingsError, read_settings
from knowledge.retention import USUAL
from tests.support.naming import short

pytestmark = pytest.mark.usefixtures("bare")

TOKEN = "123456:" + "a-B_9" * 7
DATABASE = "sqlite+aiosqlite:////somewhere/else.db"

RIGHT = [
    ("TELEGRAM_API_BASE_URL", "http://localhost:8081/bot", "http://localhost:8081/bot"),
    ("TELEGRAM_API_BASE_URL", "https://example.org", "https://example.org"),
    ("NUANCEBOT_DATA", "/var/lib/nuancebot", Path("/var/lib/nuancebot")),
    ("NUANCEBOT_LOG_LEVEL", "debug", "DEBUG"),
    ("NUANCEBOT_LOG_LEVEL", "ERROR", "ERROR"),
    ("NUANCEBOT_LANGUAGE", "en", "en"),
    ("NUANCEBOT_USERNAME", "nuance_bot", "nuance_bot"),
    ("NUANCEBOT_USERNAME", "@NuanceBot", "NuanceBot"),
    ("NUANCEBOT_ADMINS", "7", {7}),
    ("NUANCEBOT_ADMINS", " 12, 345 ,12,", {12, 345}),
    ("NUANCEBOT_PACK", "other", "other"),
    ("NUANCEBOT_TIMEZONE", "America/New_York", "America/New_York"),
    ("NUANCEBOT_OPERATOR", " School, privacy@school.example ", "School, privacy@school.example"),
    ("NUANCEBOT_KEEP_QUESTIONS_DAYS", "30", 30),
    ("NUANCEBOT_KEEP_CONVERSATIONS_DAYS", "1", 1),
    ("NUANCEBOT_KEEP_WAITING_DAYS", "3650", 3650),
]
WRONG = [
    ("TELEGRAM_BOT_TOKEN", "hunter2-secret"),
    ("TELEGRAM_BOT_TOKEN", TOKEN.replace(":", "")),
    ("TELEGRAM_BOT_TOKEN", "123456:tooshort"),
    ("TELEGRAM_BOT_TOKEN", f"{TOKEN}/../x"),
    ("TELEGRAM_API_BASE_URL", "ftp://example.org/bot"),
    ("TELEGRAM_API_BASE_URL", "https:///bot"),
    ("TELEGRAM_API_BASE_URL", "https://exam ple.org/bot"),
    ("NUANCEBOT_DATABASE_URL", "postgresql://admin:hunter2@example.org/db"),
    ("NUANCEBOT_DATABASE_URL", "sqlite:///plain.db"),
    ("NUANCEBOT_DATABASE_URL", "postgresql+asyncpg:///nuancebot"),
    ("NUANCEBOT_DATABASE_URL", "postgresql+asyncpg://example.org"),
    ("NUANCEBOT_DATABASE_URL", "postgresql+asyncpg://example.org:x/nuancebot"),
    ("NUANCEBOT_DATABASE_URL", "mysql+aiomysql://example.org/nuancebot"),
    ("NUANCEBOT_LOG_LEVEL", "LOUD"),
    ("NUANCEBOT_LANGUAGE", "de"),
    ("NUANCEBOT_LANGUAGE", "🇳🇱"),
    ("NUANCEBOT_USERNAME", "bee"),
    ("NUANCEBOT_USERNAME", "https://t.me/nuance_bot"),
    ("NUANCEBOT_USERNAME", "nuance bot"),
    ("NUANCEBOT_ADMINS", "12,x"),
    ("NUANCEBOT_ADMINS", "-12"),
    ("NUANCEBOT_ADMINS", "²"),
    ("NUANCEBOT_ADMINS", "9" * 5000),
    ("NUANCEBOT_TIMEZONE", "Africa"),
    ("NUANCEBOT_OPERATOR", "x" * 301),
    ("NUANCEBOT_KEEP_QUESTIONS_DAYS", "0"),
    ("NUANCEBOT_KEEP_CONVERSATIONS_DAYS", "for ever"),
    ("NUANCEBOT_KEEP_WAITING_DAYS", "4000"),
    ("NUANCEBOT_TIMEZONE", "Mars/Olympus"),
    ("NUANCEBOT_TIMEZONE", "../../etc/passwd"),
]


def test_everything_has_a_default(bare: Path) -> None:
    settings = read_settings()
    assert settings.telegram_bot_token is None
    assert settings.telegram_api_base_url == "https://api.telegram.org/bot"
    assert str(settings.database_url) == "sqlite+aiosqlite:///data/nuancebot.db"
    assert (settings.nuancebot_language, settings.nuancebot_log_level) == ("nl", "INFO")
    assert settings.nuancebot_admins == frozenset()
    assert settings.pack_folder == PACKS / "social-credit"
    assert str(settings.zone) == "Europe/Amsterdam"
    assert not (bare / "data").exists()


@pytest.mark.parametrize(("name", "written", "read"), RIGHT)
def test_the_environment_is_read(monkeypatch: pytest.MonkeyPatch, name: str, written: str, read: Any) -> None:
    monkeypatch.setenv(name, written)
    assert getattr(read_settings(), name.lower()) == read


@pytest.mark.parametrize(("name", "written", "read"), RIGHT)
def test_an_env_file_is_read(bare: Path, name: str, written: str, read: Any) -> None:
    (bare / ".env").write_text(f"# a remark\n{name}={written}\nSOMETHING_ELSE=1\n", encoding="utf-8")
    assert getattr(read_settings(), name.lower()) == read


def test_secrets_are_read_from_both_and_not_shown(bare: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TELEGRAM_BOT_TOKEN", TOKEN)
    (bare / ".env").write_text(f"NUANCEBOT_DATABASE_URL={DATABASE}\n", encoding="utf-8")
    settings = read_settings()
    assert settings.telegram_bot_token is not None
    assert settings.telegram_bot_token.get_secret_value() == TOKEN
    assert str(settings.database_url) == DATABASE
    assert TOKEN not in f"{settings!r}{settings}"
    assert DATABASE not in f"{settings!r}{settings}"


def test_the_environment_goes_before_the_env_file(bare: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (bare / ".env").write_text("NUANCEBOT_PACK=file\nNUANCEBOT_LANGUAGE=en\n", encoding="utf-8")
    monkeypatch.setenv("NUANCEBOT_PACK", "environment")
    assert read_settings().nuancebot_pack == "environment"
    assert read_settings().nuancebot_language == "en"


@pytest.mark.parametrize("name", [field.upper() for field in Settings.model_fields])
def test_an_empty_value_counts_as_unset(bare: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    unset = read_settings()
    (bare / ".env").write_text(f"{name}=\n", encoding="utf-8")
    assert read_settings() == unset
    monkeypatch.setenv(name, "")
    assert read_settings() == unset


def test_an_empty_value_in_the_environment_leaves_that_of_the_env_file(
    bare: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (bare / ".env").write_text("NUANCEBOT_LANGUAGE=en\n", encoding="utf-8")
    monkeypatch.setenv("NUANCEBOT_LANGUAGE", "")
    assert read_settings().nuancebot_language == "en"


@pytest.mark.parametrize(("name", "written"), WRONG, ids=short)
def test_a_wrong_value_is_one_line_that_names_the_setting_and_not_the_value(
    monkeypatch: pytest.MonkeyPatch, name: str, written: str
) -> None:
    monkeypatch.setenv(name, written)
    with pytest.raises(SettingsError) as refused:
        read_settings()
    [line] = str(refused.value).splitlines()
    assert line.startswith(f"{name}: ")
    assert written not in line
    assert refused.value.__cause__ is None


def test_every_wrong_value_gets_a_line(bare: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (bare / ".env").write_text("NUANCEBOT_LANGUAGE=de\n", encoding="utf-8")
    monkeypatch.setenv("TELEGRAM_BOT_TOKEN", "hunter2")
    with pytest.raises(SettingsError) as refused:
        read_settings()
    names = [line.split(": ")[0] for line in str(refused.value).splitlines()]
    assert sorted(names) == ["NUANCEBOT_LANGUAGE", "TELEGRAM_BOT_TOKEN"]


@pytest.mark.parametrize("contents", ["# één regel\n".encode("latin-1"), b"NUANCEBOT_LANGUAGE=\xff\n"])
def test_an_env_file_in_another_encoding_is_one_clear_line(bare: Path, contents: bytes) -> None:
    (bare / ".env").write_bytes(contents)
    with pytest.raises(SettingsError):
        read_settings()


def test_a_pack_is_found_by_its_folder(tmp_path: Path) -> None:
    assert Settings(_env_file=None, nuancebot_pack=str(tmp_path)).pack_folder == tmp_path


@pytest.mark.parametrize("name", ["../packs/social-credit", "social-credit/../social-credit", "..", "unknown"])
def test_a_name_that_is_no_pack_of_the_bot_is_a_path_from_here(name: str) -> None:
    assert Settings(_env_file=None, nuancebot_pack=name).pack_folder == Path(name)


def test_a_machine_that_knows_no_zones_keeps_to_utc() -> None:
    assert Settings.model_construct(nuancebot_timezone="Nowhere/Land").zone is dt.UTC


def test_settings_do_not_change() -> None:
    settings = Settings(_env_file=None)
    with pytest.raises(ValidationError, match="frozen"):
        settings.nuancebot_language = "en"  # type: ignore[misc]


def test_a_webhook_needs_its_page(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NUANCEBOT_UPDATES", "webhook")
    monkeypatch.setenv("NUANCEBOT_WEB_ADDRESS", "127.0.0.1:8080")
    with pytest.raises(SettingsError) as wrong:
        read_settings()
    assert str(wrong.value) == "NUANCEBOT_UPDATES: webhook needs NUANCEBOT_WEB_ADDRESS and NUANCEBOT_WEB_URL"
    monkeypatch.setenv("NUANCEBOT_WEB_URL", "https://example.org")
    assert read_settings().nuancebot_updates == "webhook"


def test_how_long_what_is_kept_can_be_set() -> None:
    assert Settings(_env_file=None).retention == USUAL
    days: dict[str, Any] = {
        "nuancebot_keep_questions_days": 1,
        "nuancebot_keep_conversations_days": 2,
        "nuancebot_keep_waiting_days": 3,
    }
    assert Settings(_env_file=None, **days).retention == replace(
        USUAL,
        questions=dt.timedelta(days=1),
        conversations=dt.timedelta(days=2),
        waiting=dt.timedelta(days=3),
    )
