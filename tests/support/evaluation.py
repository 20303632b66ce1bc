"""Labelled questions, what came of them, and sets on disk, written by the test that has them at hand."""

import datetime as dt
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from knowledge.outcomes import Act, Dialogue, Outcome
from knowledge.upkeep.evaluation.asking import Answer, Asked, AskedTurn, judged, judged_turn
from knowledge.upkeep.evaluation.questions import Conversation, Question, Turn
from knowledge.upkeep.evaluation.ranks import ENGINE, measure_ranks, of_engine
from knowledge.upkeep.evaluation.results import Result, summarise
from knowledge.upkeep.evaluation.selfcheck import SelfCheck

HOSTILE = "<script>alert('x')</script> & \u202e\x07 \"quoted\" [bold]"


def question(text: str = "why", *accept: str, lang: str = "en", **more: Any) -> Question:
    """Label a question; without an accepted entry it is near the subject."""
    placed: dict[str, Any] = {"set": f"eval/{lang}", "line": 1, "kind": "" if accept else "near"}
    return Question(text=text, lang=lang, accept=accept, **placed | more)


def answered(entry: str, *options: str, sure: float = 0.9) -> Outcome:
    """Answer."""
    return Outcome("answer", "en", sure, entry=entry, options=options)


def offered(*options: str, sure: float = 0.4) -> Outcome:
    """Offer."""
    return Outcome("clarify", "en", sure, options=options)


def refused(*options: str, sure: float = 0.8) -> Outcome:
    """Refuse."""
    return Outcome("fallback", "en", sure, options=options)


def chatted() -> Outcome:
    """Take it for small talk."""
    return Outcome("smalltalk", "en", 0.7, intent="greeting", said="Hello!")


def asked(outcome: Outcome, *accept: str, text: str = "why", lang: str = "en", ms: float = 1.0, **more: Any) -> Asked:
    """Ask a question of which this came."""
    return judged(question(text, *accept, lang=lang, **more), outcome, ms)


def turned(outcome: Outcome, expected: Act, *accept: str, dialogue: str = "d1", turn: int = 1) -> AskedTurn:
    """Say something of which this came."""
    said = Turn("and then", expected, accept)
    return judged_turn(Conversation("eval/dialogues", 1, dialogue, "en", (said,)), turn, said, outcome, 1.0)


def scripted(outcomes: Mapping[str, Outcome]) -> Answer:
    """Answer each text as written down; anything else is refused. The dialogue remembers the entry."""

    def answer(text: str, dialogue: Dialogue) -> tuple[Outcome, Dialogue]:
        outcome = outcomes.get(text, refused())
        return outcome, Dialogue(outcome.language, entry=outcome.entry or dialogue.entry)

    return answer


def write_set(folder: Path, name: str, *rows: Mapping[str, Any] | str) -> Path:
    """Write a set, a line for each row (or as it is); give the file."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / f"{name}.jsonl"
    file.write_text(
        "".join((row if isinstance(row, str) else json.dumps(row)) + "\n" for row in rows), encoding="utf-8"
    )
    return file


def labelled(text: str, *accept: str, lang: str = "en", **more: Any) -> dict[str, Any]:
    """Give the line of a question."""
    return {"lang": lang, "text": text, "accept": list(accept), "style": "pupil", "typo": False} | more


def unanswerable(text: str, kind: str, lang: str = "en", *accept: str) -> dict[str, Any]:
    """Give the line of a message that is out of scope."""
    return {"lang": lang, "text": text, "accept": list(accept), "kind": kind}


def talk(name: str, *turns: tuple[str, str, tuple[str, ...]], lang: str = "en") -> dict[str, Any]:
    """Give the line of a conversation: what is said, the expected act, and the accepted entries of each turn."""
    said = [{"user": text, "expect": {"act": act, "accept": list(accept)}} for text, act, accept in turns]
    return {"lang": lang, "id": name, "turns": said}


def result_of(rows: Sequence[Asked], turns: Sequence[AskedTurn] = (), own: SelfCheck | None = None) -> Result:
    """Make the result of a run that asked these."""
    return Result(
        made=dt.datetime(2026, 1, 31, 12, tzinfo=dt.UTC),
        pack="pack",
        digest="0123456789abcdef",
        summary=summarise(rows, turns),
        ranks=measure_ranks(ENGINE, of_engine(rows), 1.0),
        self_check=own,
        questions=tuple(rows),
        turns=tuple(turns),
    )
