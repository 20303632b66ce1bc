"""Every table in one line: whose its rows are and how long they are kept. A table that is missing here fails a test."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Literal, TypeAlias

from sqlalchemy import Table
from sqlmodel import SQLModel

from knowledge.records.change_tables import ChangeRow
from knowledge.records.class_tables import (
    ClassInvitation,
    ClassMember,
    ClassQuestion,
    ClassTeacher,
    CodeTries,
    SchoolClass,
)
from knowledge.records.inbox_tables import Arrived
from knowledge.records.lesson_tables import LessonProgress, QuizPoll
from knowledge.records.outbound_tables import Outbound
from knowledge.records.own_route_tables import ClassRoute, ClassStep, OwnRoute
from knowledge.records.round_tables import ClassAnswer, ClassRound, RoundPoll
from knowledge.records.tables import (
    Conversation,
    Daily,
    Feedback,
    Group,
    Pick,
    Picture,
    Preference,
    Question,
    Waiting,
)
from knowledge.records.teaching_tables import Editor, GapMark, ProposalRow


class Key(Enum):
    """What a column has of somebody: the pseudonym, the pseudonym within a class, or the number of the chat itself."""

    PSEUDONYM = auto()
    PUPIL = auto()
    NUMBER = auto()


class Kept(Enum):
    """How long rows are kept that no time was set for."""

    WITH_CLASS = auto()
    """Until their class ends; the table has a column `class_id`."""
    WHILE_WANTED = auto()
    """Until the person changes or stops what it stands for."""
    ALWAYS = auto()
    """They are about nobody."""


@dataclass(frozen=True, slots=True)
class After:
    """Rows are kept from the moment in a column on, for a time of `Retention`; without one until that moment."""

    moment: str
    period: Literal["questions", "conversations", "waiting", "tries", "updates"] | None = None


Until: TypeAlias = After | Kept


@dataclass(frozen=True, slots=True)
class Holding:
    """A table, how long its rows are kept, and by which columns those of a person are found."""

    table: type[SQLModel]
    until: Until
    by: Mapping[str, Key] = field(default_factory=dict)

    @property
    def rows(self) -> Table:
        """The table as SQLAlchemy knows it."""
        return self.table.metadata.tables[self.name]

    @property
    def name(self) -> str:
        """The name of the table."""
        return str(self.table.__tablename__)

    @property
    def of_class(self) -> bool:
        """Whether rows belong to a class, and are erased with it."""
        return "class_id" in self.rows.columns


HOLDINGS: tuple[Holding, ...] = (
    Holding(Question, After("asked_at", "questions"), {"chat": Key.PSEUDONYM}),
    Holding(Pick, After("picked_at", "questions"), {"chat": Key.PSEUDONYM}),
    Holding(Feedback, After("given_at", "questions"), {"person": Key.PSEUDONYM}),
    Holding(Conversation, After("updated_at", "conversations"), {"chat": Key.PSEUDONYM, "person": Key.PSEUDONYM}),
    Holding(Waiting, After("asked_at", "waiting"), {"chat_id": Key.NUMBER}),
    Holding(LessonProgress, After("updated_at", "conversations"), {"chat": Key.PSEUDONYM}),
    Holding(QuizPoll, After("sent_at", "questions"), {"chat": Key.PSEUDONYM}),
    Holding(OwnRoute, Kept.WHILE_WANTED, {"chat": Key.PSEUDONYM}),
    Holding(Daily, Kept.WHILE_WANTED, {"chat_id": Key.NUMBER}),
    Holding(Preference, Kept.WHILE_WANTED, {"person": Key.PSEUDONYM}),
    Holding(Group, Kept.WHILE_WANTED, {"chat": Key.PSEUDONYM}),
    Holding(Picture, Kept.ALWAYS),
    # Of the base, not of anybody: who made a change stands there as a mark.
    Holding(ChangeRow, Kept.ALWAYS),
    Holding(Editor, Kept.WHILE_WANTED, {"chat_id": Key.NUMBER}),
    Holding(ProposalRow, After("made_at", "waiting"), {"chat_id": Key.NUMBER}),
    Holding(GapMark, After("until")),
    Holding(SchoolClass, After("ends_at")),
    Holding(ClassTeacher, Kept.WITH_CLASS, {"chat_id": Key.NUMBER}),
    Holding(ClassMember, Kept.WITH_CLASS, {"chat_id": Key.NUMBER}),
    Holding(ClassQuestion, Kept.WITH_CLASS, {"person": Key.PUPIL}),
    Holding(ClassRound, Kept.WITH_CLASS),
    Holding(ClassRoute, Kept.WITH_CLASS),
    Holding(ClassStep, Kept.WITH_CLASS, {"person": Key.PUPIL}),
    Holding(ClassAnswer, Kept.WITH_CLASS, {"person": Key.PUPIL}),
    Holding(RoundPoll, Kept.WITH_CLASS, {"person": Key.PUPIL}),
    Holding(ClassInvitation, After("expires_at"), {"chat_id": Key.NUMBER}),
    Holding(CodeTries, After("since", "tries"), {"person": Key.PSEUDONYM}),
    Holding(Arrived, After("arrived_at", "updates"), {"chat_id": Key.NUMBER, "person_id": Key.NUMBER}),
    Holding(Outbound, After("until"), {"chat": Key.PSEUDONYM}),
)
