"""The tables of lessons: where a chat stands in one, and what became of the quiz polls that it got."""

import datetime as dt

from sqlalchemy import JSON, Column
from sqlmodel import Field, SQLModel

from knowledge.records.tables import Moment, now


class LessonProgress(SQLModel, table=True):
    """Where one chat stands in one lesson, so that a restart goes on where it was."""

    __tablename__ = "lesson_progress"

    chat: str = Field(primary_key=True, max_length=32)
    lesson: str = Field(primary_key=True, max_length=64)
    step: int
    items: list[str] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))
    answers: dict[str, int] = Field(default_factory=dict, sa_column=Column(JSON, nullable=False))
    updated_at: dt.datetime = Field(default_factory=now, sa_type=Moment, index=True)


class QuizPoll(SQLModel, table=True):
    """A quiz poll in a private chat, and what was answered: needed to read the answer, and to see what is mixed up.

    `mistake` is the distinction or entry that a wrong answer mixes up.
    """

    __tablename__ = "quiz_polls"

    id: str = Field(primary_key=True, max_length=64)
    chat: str = Field(max_length=32, index=True)
    lesson: str = Field(max_length=64)
    question: str = Field(max_length=64, index=True)
    language: str = Field(max_length=8)
    sent_at: dt.datetime = Field(default_factory=now, sa_type=Moment, index=True)
    option: int | None = Field(default=None)
    is_right: bool | None = Field(default=None)
    mistake: str | None = Field(default=None, max_length=64)
