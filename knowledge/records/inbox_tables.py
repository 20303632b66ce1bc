"""The table of updates: each as it came until it is answered, then only that it was."""

import datetime as dt

from sqlalchemy import BigInteger, Column, Integer
from sqlmodel import Field, SQLModel

from knowledge.records.tables import Moment, now

# SQLite gives numbers by itself only to what it calls INTEGER, which is as large there.
NUMBER = BigInteger().with_variant(Integer, "sqlite")


class Arrived(SQLModel, table=True):
    """An update that came in. What it says and whose it is go when it is answered; the key stays to know it again.

    `chat_id` is the chat whose order is kept, or the person's where there is none; `worker` the process that has it;
    `tries` how often it was taken. An update that could not be read is set aside with the kind of its `error`.
    """

    __tablename__ = "inbox"
    __table_args__ = {"sqlite_autoincrement": True}

    id: int | None = Field(default=None, sa_column=Column(NUMBER, primary_key=True))
    update_id: int = Field(sa_column=Column(BigInteger, unique=True, index=True, nullable=False))
    arrived_at: dt.datetime = Field(default_factory=now, sa_type=Moment, index=True)
    chat_id: int | None = Field(default=None, sa_column=Column(BigInteger, index=True))
    person_id: int | None = Field(default=None, sa_column=Column(BigInteger, index=True))
    content: str | None = Field(default=None)
    worker: int | None = Field(default=None)
    tries: int = Field(default=0)
    done_at: dt.datetime | None = Field(default=None, sa_type=Moment, index=True)
    error: str | None = Field(default=None, max_length=64)
