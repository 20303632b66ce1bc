"""Evaluation sets: JSON-lines files to labelled questions and conversations, or every bad line at once."""

import json
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from knowledge.outcomes import Act
from knowledge.problems import Problem

# Questions that are in a language of the bot's own but that no entry answers are near the subject.
NEAR = "near"
# Questions in a language that the bot does not speak: they have an answer, which it gives in one that it does speak.
OTHER_LANGUAGE = "other-language"

# Where a pack keeps its own sets, below its folder.
OWN_SETS = "evaluation"

Line = TypeVar("Line", bound=BaseModel)


class BadSetError(Exception):
    """Evaluation sets can't be used; `problems` holds everything that is wrong with them, a line of message each."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Keep the problems."""
        self.problems = tuple(problems)
        super().__init__("\n".join(map(str, self.problems)))


@dataclass(frozen=True, slots=True)
class Question:
    """A labelled question. `accept` are the entry ids that answer it, best first; empty if the base can't answer it.

    `kind` is empty for a question that is answered, else what sort of message it is (near, far, chitchat, …).
    """

    set: str
    line: int
    text: str
    lang: str
    accept: tuple[str, ...]
    style: str = ""
    typo: bool = False
    kind: str = ""

    @property
    def in_scope(self) -> bool:
        """Whether it is a question in one of the bot's languages that an entry answers."""
        return bool(self.accept) and self.kind != OTHER_LANGUAGE


@dataclass(frozen=True, slots=True)
class Turn:
    """What a person says in a conversation, and what a good bot does; `accept` as for a question."""

    text: str
    act: Act
    accept: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Conversation:
    """The turns of one person, in order."""

    set: str
    line: int
    id: str
    lang: str
    turns: tuple[Turn, ...]


@dataclass(frozen=True, slots=True)
class Sets:
    """Everything that is to be asked."""

    questions: tuple[Question, ...] = ()
    conversations: tuple[Conversation, ...] = ()


class _Shape(BaseModel):
    model_config = ConfigDict(strict=True)


class _QuestionLine(_Shape):
    text: str
    lang: Annotated[str, Field(min_length=1)]
    accept: list[str]
    style: str = ""
    typo: bool = False
    kind: str = ""


class _Expected(_Shape):
    act: Act
    accept: list[str]


class _TurnLine(_Shape):
    user: str
    expect: _Expected


class _ConversationLine(_Shape):
    id: str
    lang: Annotated[str, Field(min_length=1)]
    turns: Annotated[list[_TurnLine], Field(min_length=1)]


def read_sets(files: Iterable[Path]) -> Sets:
    """Read sets; what a line is, is told by what is in it (`turns`: a conversation, else a question).

    Raises:
        BadSetError: a file or a line is no good; names every one of them.
    """
    problems: list[Problem] = []
    questions: list[Question] = []
    conversations: list[Conversation] = []
    for file in files:
        name = f"{file.absolute().parent.name}/{file.stem}"
        for number, row in _rows(file, problems):
            if isinstance(row, dict) and "turns" in row:
                if talk := _read(_ConversationLine, row, file, number, problems):
                    conversations.append(_conversation(name, number, talk))
            elif asked := _read(_QuestionLine, row, file, number, problems):
                questions.append(_question(name, number, asked))
    if problems:
        raise BadSetError(problems)
    return Sets(tuple(questions), tuple(conversations))


def unknown_entries(sets: Sets, entries: Container[str]) -> Iterator[Problem]:
    """Yield a problem for each accepted id that is no entry's: its question can only be missed."""
    labelled = [(question.set, question.line, question.accept) for question in sets.questions]
    labelled += [(talk.set, talk.line, turn.accept) for talk in sets.conversations for turn in talk.turns]
    for name, line, accept in labelled:
        for entry in accept:
            if entry not in entries:
                yield Problem(f"{name}.jsonl", line, "accept", f"no entry {entry!r}")


def _rows(file: Path, problems: list[Problem]) -> Iterator[tuple[int, Any]]:
    try:
        lines = file.read_bytes().split(b"\n")
    except OSError as error:
        problems.append(Problem(str(file), 0, "file", f"can't be read ({error.strerror})"))
        return
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                yield number, json.loads(line)
            except (RecursionError, ValueError) as error:
                problems.append(Problem(str(file), number, "line", f"is not JSON: {error}"))


def _read(shape: type[Line], row: Any, file: Path, number: int, problems: list[Problem]) -> Line | None:  # noqa: ANN401
    try:
        return shape.model_validate(row)
    except ValidationError as error:
        for detail in error.errors(include_url=False, include_input=False):
            key = ".".join(map(str, detail["loc"])) or "line"
            problems.append(Problem(str(file), number, key, detail["msg"]))
        return None


def _question(name: str, number: int, row: _QuestionLine) -> Question:
    kind = row.kind or ("" if row.accept else NEAR)
    return Question(name, number, row.text, row.lang, tuple(row.accept), row.style, row.typo, kind)


def _conversation(name: str, number: int, row: _ConversationLine) -> Conversation:
    turns = tuple(Turn(turn.user, turn.expect.act, tuple(turn.expect.accept)) for turn in row.turns)
    return Conversation(name, number, row.id, row.lang, turns)


def set_files(folders: Sequence[Path]) -> list[Path]:
    """List the sets in folders, each folder only where it is."""
    return [file for folder in folders for file in sorted(folder.glob("*.jsonl"))]
