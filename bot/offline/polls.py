"""Polls at Telegram: what may be asked, who voted for what, and what the bot hears of it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from bot.offline.markup import Parsed, parse_html, utf16_length
from bot.offline.refusals import RefusedError

Data = dict[str, Any]

# https://core.telegram.org/bots/api#sendpoll
MAX_QUESTION = 300
MAX_OPTIONS = 12
MIN_OPTIONS = 2
MAX_OPTION = 100
MAX_EXPLANATION = 200
MAX_LINE_FEEDS = 2


@dataclass
class Polls:
    """The polls that were sent, and by poll and person which options were voted for."""

    sent: dict[str, Data] = field(default_factory=dict)
    votes: dict[tuple[str, int], list[int]] = field(default_factory=dict)

    def begin(self, poll_id: str, parameters: Data) -> Data:
        """Make the poll that a call asks for.

        Raises:
            RefusedError: Telegram would not take it.
        """
        question = _within(_read(parameters, "question"), 1, MAX_QUESTION, "poll question")
        kind = parameters.get("type", "regular")
        poll = {
            "id": poll_id,
            "question": question.text,
            "options": _options(poll_id, parameters["options"]),
            "total_voter_count": 0,
            "is_closed": parameters.get("is_closed", False),
            "is_anonymous": parameters.get("is_anonymous", True),
            "type": kind,
            "allows_multiple_answers": parameters.get("allows_multiple_answers", False),
            "allows_revoting": parameters.get("allows_revoting", kind == "regular"),
            "members_only": parameters.get("members_only", False),
        }
        if question.entities:
            poll["question_entities"] = question.entities
        if "open_period" in parameters and "close_date" in parameters:
            raise RefusedError("open_period and close_date can't be used together")
        poll |= _quiz(parameters, len(poll["options"])) if kind == "quiz" else _regular(kind, parameters)
        self.sent[poll_id] = poll
        return poll

    def vote(self, poll_id: str, person: int, options: Sequence[int]) -> Data:
        """Count the vote of a person; give the poll as it is then.

        Raises:
            RefusedError: the poll is closed, has no such option, takes one at most, or has this person's last word.
        """
        poll, chosen = self.sent[poll_id], [*dict.fromkeys(options)]
        before = self.votes.get((poll_id, person), [])
        if poll["is_closed"]:
            raise RefusedError("poll has been closed")
        if before and not poll["allows_revoting"]:
            raise RefusedError("REVOTE_NOT_ALLOWED")
        if any(option not in range(len(poll["options"])) for option in chosen):
            raise RefusedError("OPTION_INVALID")
        if len(chosen) > 1 and not poll["allows_multiple_answers"]:
            raise RefusedError("OPTIONS_TOO_MUCH")
        for option in before:
            poll["options"][option]["voter_count"] -= 1
        for option in chosen:
            poll["options"][option]["voter_count"] += 1
        self.votes[poll_id, person] = chosen
        poll["total_voter_count"] = sum(bool(found) for (name, _), found in self.votes.items() if name == poll_id)
        return poll

    def forget(self, poll_id: str) -> None:
        """Know nothing of a poll any more."""
        self.sent.pop(poll_id, None)
        for vote in [vote for vote in self.votes if vote[0] == poll_id]:
            del self.votes[vote]


def _options(poll_id: str, asked: Sequence[Data]) -> list[Data]:
    options = [_within(_read(option, "text"), 1, MAX_OPTION, "poll option") for option in asked]
    if len(options) < MIN_OPTIONS:
        raise RefusedError("poll must have at least 2 option")
    if len(options) > MAX_OPTIONS:
        raise RefusedError("poll can't have more than 12 options")
    if len({option.text for option in options}) < len(options):
        raise RefusedError("POLL_OPTION_DUPLICATE")
    return [
        {"text": option.text, "voter_count": 0, "persistent_id": f"{poll_id}-{number}"}
        | ({"text_entities": option.entities} if option.entities else {})
        for number, option in enumerate(options)
    ]


def _quiz(parameters: Data, count: int) -> Data:
    """Give what a quiz has beside its question and its options."""
    correct = parameters.get("correct_option_ids", [])
    if not correct or correct != sorted(set(correct)) or not 0 <= correct[0] <= correct[-1] < count:
        raise RefusedError("wrong correct option ID specified")
    if len(correct) > 1 and not parameters.get("allows_multiple_answers"):
        raise RefusedError("QUIZ_CORRECT_ANSWERS_TOO_MUCH")
    if "explanation" not in parameters:
        return {"correct_option_ids": correct}
    explanation = _within(_read(parameters, "explanation"), 0, MAX_EXPLANATION, "explanation")
    if explanation.text.count("\n") > MAX_LINE_FEEDS:
        raise RefusedError("explanation contains too many line feeds")
    return {
        "correct_option_ids": correct,
        "explanation": explanation.text,
        "explanation_entities": explanation.entities,
    }


def _regular(kind: str, parameters: Data) -> Data:
    if kind != "regular":
        raise RefusedError("unsupported poll type specified")
    if "explanation" in parameters or "correct_option_ids" in parameters:
        raise RefusedError("a regular poll has no right answer")
    return {}


def _read(holder: Data, name: str) -> Parsed:
    mode = holder.get(f"{name}_parse_mode", "")
    if mode and mode.upper() != "HTML":
        msg = f"unsupported parse_mode {mode!r}"
        raise RefusedError(msg)
    return parse_html(holder[name]) if mode else Parsed(holder[name])


def _within(parsed: Parsed, least: int, most: int, what: str) -> Parsed:
    """Check the length of a text once its markup is read."""
    if utf16_length(parsed.text.strip()) < least:
        msg = f"{what} must be non-empty"
        raise RefusedError(msg)
    if utf16_length(parsed.text) > most:
        msg = f"{what} length must not exceed {most}"
        raise RefusedError(msg)
    return parsed
