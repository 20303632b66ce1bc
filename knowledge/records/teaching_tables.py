"""The tables of teaching in chat: who may, what is proposed, and which gaps are set aside."""

import datetime as dt
from typing import Any

from sqlalchemy import JSON, BigInteger, Column
from sqlmodel import Field, SQLModel

from knowledge.records.tables import Moment, now


class Editor(SQLModel, table=True):
    """Somebody who keeps the base in chat; the id of their chat, to write to them. Nobody's yet while invited."""

    __tablename__ = "editors"

    id: int | None = Field(default=None, primary_key=True)
    role: str = Field(max_length=16)
    chat_id: int | None = Field(default=None, sa_column=Column(BigInteger, unique=True, index=True, nullable=True))
    token: str | None = Field(default=None, max_length=32, unique=True)
    expires_at: dt.datetime | None = Field(default=None, sa_type=Moment)
    since: dt.datetime = Field(default_factory=now, sa_type=Moment)


class ProposalRow(SQLModel, table=True):
    """A change on its way into the base; `chat_id` is its author's, to tell them what became of it."""

    __tablename__ = "proposals"
    __table_args__ = {"sqlite_autoincrement": True}

    id: int | None = Field(default=None, primary_key=True)
    made_at: dt.datetime = Field(default_factory=now, sa_type=Moment, index=True)
    chat_id: int = Field(sa_column=Column(BigInteger, index=True, nullable=False))
    state: str = Field(max_length=16, index=True)
    content: dict[str, Any] = Field(default_factory=dict, sa_column=Column(JSON, nullable=False))


class GapMark(SQLModel, table=True):
    """A gap that is not shown until a moment."""

    __tablename__ = "gap_marks"

    key: str = Field(primary_key=True, max_length=16)
    until: dt.datetime = Field(sa_type=Moment, index=True)
