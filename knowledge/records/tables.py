"""The tables. No name; text only of what was not answered; a chat's id only where the chat asked to be written to."""

import datetime as dt
from typing import Any

from sqlalchemy import JSON, BigInteger, Column, DateTime, Dialect
from sqlalchemy.types import TypeDecorator
from sqlmodel import Field, SQLModel


class Moment(TypeDecorator[dt.datetime]):
    """A moment in UTC that stays aware of its zone, also on SQLite, which forgets zones."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> dt.datetime | None:  # noqa: ANN401, ARG002
        """Give a moment of any zone as the database is to hold it: in UTC."""
        moment: dt.datetime | None = value
        return moment.astimezone(dt.UTC) if moment and moment.tzinfo else moment

    def process_result_value(self, value: Any, dialect: Dialect) -> dt.datetime | None:  # noqa: ANN401, ARG002
        """Give what the database holds as an aware moment."""
        moment: dt.datetime | None = value
        return moment.replace(tzinfo=dt.UTC) if moment and moment.tzinfo is None else moment


def now() -> dt.datetime:
    """Give this moment in UTC."""
    return dt.datetime.now(dt.UTC)


class Question(SQLModel, table=True):
    """One thing that was asked and what came of it; `text` only where nothing was found or it was not clear.

    `base` is the digest of the base that it was answered from, changes of maintainers included.
    """

    __tablename__ = "questions"

    id: int | None = Field(default=None, primary_key=True)
    asked_at: dt.datetime = Field(default_factory=now, sa_type=Moment, index=True)
    chat: str = Field(max_length=32, index=True)
    via: str = Field(max_length=16)
    language: str = Field(max_length=8)
    act: str = Field(max_length=16)
    entry: str | None = Field(default=None, max_length=64, index=True)
    confidence: float
    text: str | None = Field(default=None)
    base: str | None = Field(default=None, max_length=16)


class Conversation(SQLModel, table=True):
    """Where one chat stands, in a group one person in it, so that a restart goes on where it was.

    `person` is empty in a private chat. `thread` has what of a `Dialogue` has no column of its own.
    """

    __tablename__ = "conversations"

    chat: str = Field(primary_key=True, max_length=32)
    person: str = Field(default="", primary_key=True, max_length=32)
    language: str = Field(max_length=8)
    choice: str | None = Field(default=None, max_length=8)
    entry: str | None = Field(default=None, max_length=64)
    offered: list[str] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))
    thread: dict[str, Any] = Field(default_factory=dict, sa_column=Column(JSON, nullable=False))
    updated_at: dt.datetime = Field(default_factory=now, sa_type=Moment)


class Picture(SQLModel, table=True):
    """Under which id Telegram has a picture; `digest` is that of what is drawn, which says its language too."""

    __tablename__ = "pictures"

    digest: str = Field(primary_key=True, max_length=32)
    file_id: str
    sent_at: dt.datetime = Field(default_factory=now, sa_type=Moment)


class Pick(SQLModel, table=True):
    """Which of the options a person took that were to clear up a question: a lesson in what `text` meant."""

    __tablename__ = "picks"

    id: int | None = Field(default=None, primary_key=True)
    picked_at: dt.datetime = Field(default_factory=now, sa_type=Moment, index=True)
    chat: str = Field(max_length=32, index=True)
    via: str = Field(max_length=16)
    language: str = Field(max_length=8)
    offered: list[str] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))
    entry: str = Field(max_length=64, index=True)
    text: str


class Preference(SQLModel, table=True):
    """How one person likes to be answered; a person without a row has no such wishes."""

    __tablename__ = "preferences"

    person: str = Field(primary_key=True, max_length=32)
    plain: bool
    simple: bool


class Group(SQLModel, table=True):
    """How the bot behaves in one group; a group without a row is lively."""

    __tablename__ = "groups"

    chat: str = Field(primary_key=True, max_length=32)
    quiet: bool
    updated_at: dt.datetime = Field(default_factory=now, sa_type=Moment)


class Daily(SQLModel, table=True):
    """A chat that wants a distinction a day; its id is needed to write to it, and goes with the row."""

    __tablename__ = "daily"

    chat_id: int = Field(sa_column=Column(BigInteger, primary_key=True, autoincrement=False))
    hour: int
    language: str = Field(max_length=8)
    chosen_at: dt.datetime = Field(sa_type=Moment)
    seen: list[str] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))
    sent_on: dt.date | None = Field(default=None)


class Feedback(SQLModel, table=True):
    """What an answer was worth to one person; `text` only where the person says that it answered nothing."""

    __tablename__ = "feedback"

    person: str = Field(primary_key=True, max_length=32)
    message: int = Field(sa_column=Column(BigInteger, primary_key=True, autoincrement=False))
    given_at: dt.datetime = Field(default_factory=now, sa_type=Moment)
    entry: str = Field(max_length=64, index=True)
    verdict: str = Field(max_length=16)
    language: str = Field(max_length=8)
    via: str | None = Field(default=None, max_length=16)
    text: str | None = Field(default=None)


class Waiting(SQLModel, table=True):
    """A question whose asker wants to hear when it has an answer; the chat's id goes with the row."""

    __tablename__ = "waiting"

    id: str = Field(primary_key=True, max_length=16)
    chat_id: int = Field(sa_column=Column(BigInteger, index=True, nullable=False))
    asked_at: dt.datetime = Field(default_factory=now, sa_type=Moment)
    language: str = Field(max_length=8)
    text: str
