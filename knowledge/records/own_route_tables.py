"""The tables of routes that teachers made, and of the route that a class follows."""

import datetime as dt
from typing import Any

from sqlalchemy import JSON, Column
from sqlmodel import Field, SQLModel

from knowledge.records.tables import Moment, now


class OwnRoute(SQLModel, table=True):
    """A route that somebody made; `chat` is their pseudonym. Whoever has the id can follow it."""

    __tablename__ = "own_routes"

    id: str = Field(primary_key=True, max_length=20)
    chat: str = Field(max_length=32, index=True)
    content: dict[str, Any] = Field(default_factory=dict, sa_column=Column(JSON, nullable=False))
    made_at: dt.datetime = Field(default_factory=now, sa_type=Moment)


class ClassRoute(SQLModel, table=True):
    """The route that a class follows, and since when: that is when its lesson began."""

    __tablename__ = "class_routes"

    class_id: int = Field(primary_key=True)
    route: str = Field(max_length=64)
    set_at: dt.datetime = Field(default_factory=now, sa_type=Moment)


class ClassStep(SQLModel, table=True):
    """How far a pupil is in the route of the class; `person` is the pupil's pseudonym in it."""

    __tablename__ = "class_steps"

    class_id: int = Field(primary_key=True)
    person: str = Field(primary_key=True, max_length=32)
    route: str = Field(primary_key=True, max_length=64)
    step: int
