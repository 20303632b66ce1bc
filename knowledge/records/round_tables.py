"""The tables of rounds: what a class is asked at once, and what its pupils answer, under a pseudonym of the class."""

import datetime as dt

from sqlalchemy import JSON, Column
from sqlmodel import Field, SQLModel

from knowledge.records.tables import Moment, now


class ClassRound(SQLModel, table=True):
    """A round of a class."""

    __tablename__ = "class_rounds"
    __table_args__ = {"sqlite_autoincrement": True}

    id: int | None = Field(default=None, primary_key=True)
    class_id: int = Field(index=True)
    kind: str = Field(max_length=16)
    items: list[str] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))
    phase: str = Field(default="", max_length=8)
    opened_at: dt.datetime = Field(default_factory=now, sa_type=Moment)
    closed_at: dt.datetime | None = Field(default=None, sa_type=Moment)


class ClassAnswer(SQLModel, table=True):
    """What a pupil answered to one item of a round, the first time; `person` is the pupil's pseudonym in the class."""

    __tablename__ = "class_answers"

    round_id: int = Field(primary_key=True)
    person: str = Field(primary_key=True, max_length=32)
    item: str = Field(primary_key=True, max_length=64)
    class_id: int = Field(index=True)
    option: int
    is_right: bool | None = Field(default=None)
    mistake: str | None = Field(default=None, max_length=64)
    answered_at: dt.datetime = Field(default_factory=now, sa_type=Moment)


class RoundPoll(SQLModel, table=True):
    """A poll of a round that waits for a pupil's answer; it goes when that is there."""

    __tablename__ = "round_polls"

    id: str = Field(primary_key=True, max_length=64)
    class_id: int = Field(index=True)
    round_id: int
    person: str = Field(max_length=32)
    item: str = Field(max_length=64)
