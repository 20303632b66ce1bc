"""The table of what is sent lately: how several processes together keep to Telegram's limits."""

import datetime as dt

from sqlalchemy import JSON, Column
from sqlmodel import Field, SQLModel

from knowledge.records.tables import Moment


class Outbound(SQLModel, table=True):
    """When messages went to a chat, or are about to: the last few moments, in seconds since 1970.

    `chat` is a pseudonym, or a word for what all messages count for. A row says nothing any more from `until` on.
    """

    __tablename__ = "outbound"

    chat: str = Field(max_length=64, primary_key=True)
    moments: list[float] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))
    until: dt.datetime = Field(sa_type=Moment, index=True)
