"""Puts labelled questions to whatever answers people, and writes down what came of each."""

import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass
from typing import Literal, TypeAlias

from knowledge.outcomes import Act, Dialogue, Outcome
from knowledge.upkeep.evaluation.questions import Conversation, Question, Turn

Answer: TypeAlias = Callable[[str, Dialogue], tuple[Outcome, Dialogue]]

# What came of a question: answered with an accepted entry; offered with an accepted entry among the options, or beside
# them all; answered with an entry that is not accepted; refused; taken for small talk or for a follow-up.
Verdict = Literal["right", "offered", "beside", "misled", "refused", "chatted"]


@dataclass(frozen=True, slots=True)
class Asked(Question):
    """A question and what came of it.

    `suggested` is what was suggested under the answer or the refusal, `spoken` the language of the reply, `ms` how long
    it took.
    """

    act: Act = "fallback"
    entry: str | None = None
    options: tuple[str, ...] = ()
    confidence: float = 0.0
    suggested: tuple[str, ...] = ()
    spoken: str = ""
    verdict: Verdict = "refused"
    ms: float = 0.0

    @property
    def ranking(self) -> tuple[str, ...]:
        """The entries that were thought of, best first, whatever was done with them."""
        return ((self.entry,) if self.entry else ()) + self.options

    @property
    def helped(self) -> bool:
        """Whether an accepted entry was answered, or could be tapped: offered, or suggested under something else."""
        return self.verdict in {"right", "offered"} or not set(self.accept).isdisjoint(self.suggested)

    @property
    def first_right(self) -> bool:
        """Whether the first of them is accepted."""
        return bool(self.ranking) and self.ranking[0] in self.accept


@dataclass(frozen=True, slots=True)
class AskedTurn:
    """A turn of a conversation (`turn` counts from 1), what was expected of the bot, and what it did.

    `entry_right` is None where no entry is expected: there the act alone decides.
    """

    set: str
    dialogue: str
    turn: int
    text: str
    lang: str
    expected: Act
    accept: tuple[str, ...]
    act: Act
    entry: str | None
    options: tuple[str, ...]
    entry_right: bool | None
    ms: float

    @property
    def right(self) -> bool:
        """Whether the bot did what was expected, with an entry that is accepted."""
        return self.act == self.expected and self.entry_right is not False

    @property
    def misled(self) -> bool:
        """Whether an entry was answered that is not accepted."""
        return self.act == "answer" and self.entry not in self.accept


def ask(answer: Answer, questions: Iterable[Question], start: Dialogue) -> Iterator[Asked]:
    """Ask each question in a conversation of its own that begins at `start`."""
    for question in questions:
        began = time.perf_counter()
        outcome, _ = answer(question.text, start)
        yield judged(question, outcome, (time.perf_counter() - began) * 1000)


def converse(answer: Answer, conversations: Iterable[Conversation], start: Dialogue) -> Iterator[AskedTurn]:
    """Hold each conversation from `start` on; its turns follow from what the bot did, not from what was expected."""
    for talk in conversations:
        dialogue = start
        for number, turn in enumerate(talk.turns, 1):
            began = time.perf_counter()
            outcome, dialogue = answer(turn.text, dialogue)
            yield judged_turn(talk, number, turn, outcome, (time.perf_counter() - began) * 1000)


def judged(question: Question, outcome: Outcome, ms: float) -> Asked:
    """Write down what came of a question."""
    return Asked(
        **asdict(question),
        act=outcome.act,
        entry=outcome.entry,
        options=outcome.options,
        suggested=outcome.alternatives or (outcome.options if outcome.act == "fallback" else ()),
        confidence=round(outcome.confidence, 6),
        spoken=outcome.language,
        verdict=_verdict(question.accept, outcome),
        ms=round(ms, 3),
    )


def judged_turn(talk: Conversation, number: int, turn: Turn, outcome: Outcome, ms: float) -> AskedTurn:
    """Write down what came of a turn; for what was offered, any accepted entry among the options is right."""
    named = set(outcome.options) if outcome.act == "clarify" else {outcome.entry}
    return AskedTurn(
        set=talk.set,
        dialogue=talk.id,
        turn=number,
        text=turn.text,
        lang=talk.lang,
        expected=turn.act,
        accept=turn.accept,
        act=outcome.act,
        entry=outcome.entry,
        options=outcome.options,
        entry_right=not named.isdisjoint(turn.accept) if turn.accept else None,
        ms=round(ms, 3),
    )


def _verdict(accept: tuple[str, ...], outcome: Outcome) -> Verdict:
    match outcome.act:
        case "answer":
            return "right" if outcome.entry in accept else "misled"
        case "clarify":
            return "beside" if set(accept).isdisjoint(outcome.options) else "offered"
        case "fallback":
            return "refused"
        case _:
            return "chatted"
