"""The log of what maintainers changed beside the pack's files. No person: authors are marks that only the key makes."""

import datetime as dt

from sqlmodel import Field, SQLModel

from knowledge.records.tables import Moment, now


class ChangeRow(SQLModel, table=True):
    """One revision; rows are only added, and a number is never given twice."""

    __tablename__ = "changes"
    __table_args__ = {"sqlite_autoincrement": True}

    id: int | None = Field(default=None, primary_key=True)
    made_at: dt.datetime = Field(default_factory=now, sa_type=Moment)
    author: str = Field(max_length=16)
    reason: str
    kind: str = Field(max_length=16)
    language: str | None = Field(default=None, max_length=8)
    text: str | None = Field(default=None)
    entry: str | None = Field(default=None, max_length=64)
    target: int | None = Field(default=None)
