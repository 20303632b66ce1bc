"""Everything that can be set, read once from the environment or a `.env` file; the only reader of either."""

import datetime as dt
import re
from pathlib import Path
from typing import Annotated, Literal, Self
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict
from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from bot.database import DRIVERS
from bot.web.address import Address, Proxies, WebUrl
from knowledge.languages import Language
from knowledge.retention import Retention

PACKS = Path(__file__).parent.parent / "knowledge" / "packs"

_BASE_URL = re.compile(r"https?://[^\s/]+(/\S*)?")
_USERNAME = re.compile(r"[A-Za-z]\w{3,30}[A-Za-z0-9]", re.ASCII)
_TOKEN = re.compile(r"\d+:[A-Za-z0-9_-]{30,}")


# How long something is kept.
Days = Annotated[int, Field(ge=1, le=3650)]


class SettingsError(Exception):
    """A setting has a wrong value; the message is one clear line per setting."""


class Settings(BaseSettings):
    """The settings. Field names are the names in the environment, in lower case."""

    model_config = SettingsConfigDict(env_file=".env", frozen=True, extra="ignore", env_ignore_empty=True)

    telegram_bot_token: SecretStr | None = None
    telegram_api_base_url: str = "https://api.telegram.org/bot"
    nuancebot_data: Path = Path("data")
    nuancebot_database_url: SecretStr | None = None
    nuancebot_log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"
    nuancebot_username: str | None = None
    nuancebot_language: Language = "nl"
    nuancebot_admins: Annotated[frozenset[int], NoDecode] = frozenset()
    nuancebot_agreeing: Annotated[int, Field(ge=2, le=100)] = 3
    nuancebot_pack: str = "social-credit"
    nuancebot_timezone: str = "Europe/Amsterdam"
    nuancebot_meaning: str | None = None
    nuancebot_operator: Annotated[str, Field(max_length=300)] | None = None
    nuancebot_keep_questions_days: Days = 90
    nuancebot_keep_conversations_days: Days = 180
    nuancebot_keep_waiting_days: Days = 365
    nuancebot_refresh_seconds: Annotated[float, Field(ge=0, le=3600)] = 2.0
    nuancebot_most_a_minute: Annotated[int, Field(ge=0, le=10_000)] = 60
    nuancebot_most_a_minute_of_class: Annotated[int, Field(ge=0, le=100_000)] = 600
    nuancebot_most_a_second: Annotated[float, Field(ge=0, le=1000)] = 30
    nuancebot_metrics_key: SecretStr | None = None
    nuancebot_log_format: Literal["text", "json"] = "text"
    nuancebot_updates: Literal["polling", "webhook"] = "polling"
    nuancebot_web_address: Address = None
    nuancebot_web_url: WebUrl | None = None
    nuancebot_web_proxies: Proxies = ("127.0.0.1", "::1")

    @field_validator("*", mode="before")
    @classmethod
    def _without_spaces_around(cls, written: object) -> object:
        return written.strip() if isinstance(written, str) else written

    @field_validator("telegram_api_base_url")
    @classmethod
    def _base_url_has_its_form(cls, url: str) -> str:
        if not _BASE_URL.fullmatch(url):
            msg = "is not an address like http://localhost:8081/bot"
            raise ValueError(msg)
        return url

    @field_validator("nuancebot_pack")
    @classmethod
    def _pack_can_be_a_path(cls, pack: str) -> str:
        if "\0" in pack:
            msg = "is neither the name of a pack nor a folder"
            raise ValueError(msg)
        return pack

    @field_validator("nuancebot_language", mode="before")
    @classmethod
    def _language_in_any_case(cls, code: object) -> object:
        return code.lower() if isinstance(code, str) else code

    @field_validator("telegram_bot_token")
    @classmethod
    def _token_has_its_form(cls, token: SecretStr | None) -> SecretStr | None:
        if token and not _TOKEN.fullmatch(token.get_secret_value()):
            msg = "is not a bot token; @BotFather gives one, like 123456:ABC-def"
            raise ValueError(msg)
        return token

    @field_validator("nuancebot_username")
    @classmethod
    def _username_has_its_form(cls, name: str | None) -> str | None:
        name = name and name.removeprefix("@")
        if name and not _USERNAME.fullmatch(name):
            msg = "is not a bot's name at Telegram, like nuance_bot"
            raise ValueError(msg)
        return name

    @field_validator("nuancebot_database_url")
    @classmethod
    def _database_is_known(cls, url: SecretStr | None) -> SecretStr | None:
        if url and not is_database(url.get_secret_value()):
            msg = "must be like sqlite+aiosqlite:///path or postgresql+asyncpg://user:password@host/database"
            raise ValueError(msg)
        return url

    @model_validator(mode="after")
    def _webhook_has_its_page(self) -> Self:
        if self.nuancebot_updates == "webhook" and not (self.nuancebot_web_address and self.nuancebot_web_url):
            msg = "NUANCEBOT_UPDATES: webhook needs NUANCEBOT_WEB_ADDRESS and NUANCEBOT_WEB_URL"
            raise ValueError(msg)
        return self

    @field_validator("nuancebot_log_level", mode="before")
    @classmethod
    def _any_case(cls, level: object) -> object:
        return level.upper() if isinstance(level, str) else level

    @field_validator("nuancebot_admins", mode="before")
    @classmethod
    def _ids(cls, written: object) -> object:
        if not isinstance(written, str):
            return written
        parts = [part.strip() for part in written.split(",") if part.strip()]
        if not all(part.isdecimal() for part in parts):
            msg = "must be Telegram user ids, separated by commas: 123,456"
            raise ValueError(msg)
        return frozenset(map(int, parts))

    @field_validator("nuancebot_timezone")
    @classmethod
    def _zone_is_known(cls, name: str) -> str:
        try:
            ZoneInfo(name)
        except (KeyError, OSError, ValueError):
            msg = "is not a time zone that this machine knows, like Europe/Amsterdam"
            raise ValueError(msg) from None
        return name

    @property
    def zone(self) -> dt.tzinfo:
        """The time zone of the hours that people choose; UTC where the machine does not even know the default."""
        try:
            return ZoneInfo(self.nuancebot_timezone)
        except ZoneInfoNotFoundError:
            return dt.UTC

    @property
    def retention(self) -> Retention:
        """How long what is kept."""
        return Retention(
            questions=dt.timedelta(days=self.nuancebot_keep_questions_days),
            conversations=dt.timedelta(days=self.nuancebot_keep_conversations_days),
            waiting=dt.timedelta(days=self.nuancebot_keep_waiting_days),
        )

    @property
    def secrets(self) -> list[str]:
        """What no line of the log may have in it."""
        held = (self.telegram_bot_token, self.nuancebot_metrics_key)
        return [secret.get_secret_value() for secret in held if secret]

    @property
    def pack_folder(self) -> Path:
        """Where the pack is: a folder, or the name of a pack that comes with the bot."""
        named = PACKS / self.nuancebot_pack
        return named if re.fullmatch(r"[\w-]+", self.nuancebot_pack) and named.is_dir() else Path(self.nuancebot_pack)

    @property
    def model_folder(self) -> Path:
        """Where fitted models are kept."""
        return self.nuancebot_data / "cache"

    @property
    def web_url(self) -> str | None:
        """The address of the web pages that links to them begin with; None if there are none."""
        return self.nuancebot_web_url or (self.nuancebot_web_address and self.nuancebot_web_address.url)

    @property
    def database_url(self) -> URL:
        """Where records are kept: a file in the data folder unless it was set."""
        if self.nuancebot_database_url:
            return make_url(self.nuancebot_database_url.get_secret_value())
        return URL.create("sqlite+aiosqlite", database=(self.nuancebot_data / "nuancebot.db").as_posix())


def is_database(url: str) -> bool:
    """Tell an address of one of the two databases, with all that it needs."""
    try:
        parts = make_url(url)
    except ArgumentError:
        return False
    server = parts.drivername == "postgresql+asyncpg"
    return parts.drivername in DRIVERS and bool(parts.database) and server == bool(parts.host)


def read_settings() -> Settings:
    """Read the settings.

    Raises:
        SettingsError: a value is wrong; one line for each, without the value of a secret.
    """
    try:
        return Settings()
    except ValidationError as error:
        lines = [
            ": ".join([*(str(part).upper() for part in detail["loc"]), detail["msg"].removeprefix("Value error, ")])
            for detail in error.errors(include_input=False, include_url=False)
        ]
        raise SettingsError("\n".join(lines)) from None
    except UnicodeDecodeError:
        raise SettingsError(".env: is not text in UTF-8") from None
