"""The tables of classes. No name and no number of a pupil beside what was asked: no row has both chat and pseudonym."""

import datetime as dt

from sqlalchemy import JSON, BigInteger, Column
from sqlmodel import Field, SQLModel

from knowledge.records.tables import Moment, now


class SchoolClass(SQLModel, table=True):
    """A class; all that belongs to it is erased when it ends. An id is never given twice: signed links carry it."""

    __tablename__ = "classes"
    __table_args__ = {"sqlite_autoincrement": True}

    id: int | None = Field(default=None, primary_key=True)
    code: str = Field(max_length=6, unique=True, index=True)
    title: str = Field(max_length=60)
    language: str | None = Field(default=None, max_length=8)
    simple: bool = Field(default=False)
    created_at: dt.datetime = Field(default_factory=now, sa_type=Moment)
    ends_at: dt.datetime = Field(sa_type=Moment, index=True)
    closed_at: dt.datetime | None = Field(default=None, sa_type=Moment)
    warned_at: dt.datetime | None = Field(default=None, sa_type=Moment)
    lesson_at: dt.datetime | None = Field(default=None, sa_type=Moment)


class ClassTeacher(SQLModel, table=True):
    """A teacher of a class: the private chat to write to."""

    __tablename__ = "class_teachers"

    class_id: int = Field(primary_key=True)
    chat_id: int = Field(sa_column=Column(BigInteger, primary_key=True, autoincrement=False, index=True))
    since: dt.datetime = Field(default_factory=now, sa_type=Moment)


class ClassMember(SQLModel, table=True):
    """The class that a private chat is in; its id is needed to send it the class's rounds, and goes with the row.

    Under which pseudonym the pupil is in the class can be told with the key alone: see `pupils.pupil_of`.
    """

    __tablename__ = "class_members"

    chat_id: int = Field(sa_column=Column(BigInteger, primary_key=True, autoincrement=False))
    class_id: int = Field(index=True)
    joined_at: dt.datetime = Field(default_factory=now, sa_type=Moment)


class ClassQuestion(SQLModel, table=True):
    """What a pupil asked and what came of it; `person` is the pupil's pseudonym within this class alone.

    `text` is that of a typed question; `options` are what was offered, or came second.
    """

    __tablename__ = "class_questions"

    id: int | None = Field(default=None, primary_key=True)
    class_id: int = Field(index=True)
    person: str = Field(max_length=32, index=True)
    asked_at: dt.datetime = Field(default_factory=now, sa_type=Moment)
    via: str = Field(max_length=16)
    language: str = Field(max_length=8)
    act: str = Field(max_length=16)
    entry: str | None = Field(default=None, max_length=64)
    options: list[str] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))
    confidence: float
    text: str | None = Field(default=None, max_length=300)


class ClassInvitation(SQLModel, table=True):
    """A link that makes one person a teacher, once: in the place of who made it if `handover`. Its secret is hashed."""

    __tablename__ = "class_invitations"

    token: str = Field(primary_key=True, max_length=32)
    class_id: int = Field(index=True)
    chat_id: int = Field(sa_column=Column(BigInteger, index=True, nullable=False))
    handover: bool
    expires_at: dt.datetime = Field(sa_type=Moment)


class CodeTries(SQLModel, table=True):
    """How many wrong codes a person tried since when."""

    __tablename__ = "code_tries"

    person: str = Field(primary_key=True, max_length=32)
    tries: int
    since: dt.datetime = Field(sa_type=Moment)
