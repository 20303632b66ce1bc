"""Polls: what Telegram takes and refuses, and what the bot hears of votes."""

import json
from typing import Any

import pytest
from telegram import Bot, Update

from bot.offline.person import Person
from bot.offline.polls import Polls
from bot.offline.refusals import RefusedError
from bot.offline.request import OfflineRequest
from bot.offline.schema import check_type
from bot.offline.telegram import TOKEN, OfflineTelegram
from tests.support.calls import does, refusal

CHAT = 7
QUIZ = {"type": "quiz", "correct_option_ids": [1], "is_anonymous": False, "explanation": "Honey it is."}


def asked(*options: str, **more: Any) -> dict[str, Any]:
    """Give what a poll is made of."""
    return {
        "question": "What do bees make?",
        "options": [{"text": text} for text in options or ("Milk", "Honey")],
    } | more


@pytest.mark.parametrize(
    ("poll", "reason"),
    [
        (asked(question=" "), "poll question must be non-empty"),
        (asked(question="?" * 301), "poll question length must not exceed 300"),
        (asked("one"), "poll must have at least 2 option"),
        (asked(*map(str, range(13))), "poll can't have more than 12 options"),
        (asked("same", "same"), "POLL_OPTION_DUPLICATE"),
        (asked("", "two"), "poll option must be non-empty"),
        (asked("o" * 101, "two"), "poll option length must not exceed 100"),
        (asked(type="exam"), "unsupported poll type specified"),
        (asked(explanation="why"), "a regular poll has no right answer"),
        (asked(type="quiz"), "wrong correct option ID specified"),
        (asked(type="quiz", correct_option_ids=[2]), "wrong correct option ID specified"),
        (asked(type="quiz", correct_option_ids=[-1]), "wrong correct option ID specified"),
        (
            asked(type="quiz", correct_option_ids=[1, 0], allows_multiple_answers=True),
            "wrong correct option ID specified",
        ),
        (asked(type="quiz", correct_option_ids=[0, 1]), "QUIZ_CORRECT_ANSWERS_TOO_MUCH"),
        (asked(**QUIZ | {"explanation": "e" * 201}), "explanation length must not exceed 200"),
        (asked(**QUIZ | {"explanation": "a\nb\nc\nd"}), "explanation contains too many line feeds"),
        (asked(**QUIZ | {"explanation": "<b>", "explanation_parse_mode": "HTML"}), "can't parse entities.*"),
        (asked(question_parse_mode="Markdown"), "unsupported parse_mode 'Markdown'"),
        (asked(open_period=5, close_date=5), "open_period and close_date can't be used together"),
    ],
)
def test_what_telegram_does_not_take_is_refused(poll: dict[str, Any], reason: str) -> None:
    polls = Polls()
    with pytest.raises(RefusedError, match=f"^Bad Request: {reason}$"):
        polls.begin("1", poll)
    assert polls.sent == {}


@pytest.mark.parametrize(
    "poll",
    [
        asked("o" * 100, "two", question="?" * 300),
        asked(*map(str, range(12))),
        asked(**QUIZ | {"explanation": "e" * 198 + "\n\n"}),
        asked(**QUIZ | {"explanation": f"<b>{'e' * 200}</b>", "explanation_parse_mode": "HTML"}),
        asked(type="quiz", correct_option_ids=[0, 1], allows_multiple_answers=True),
    ],
)
def test_what_is_just_within_the_limits_is_taken(poll: dict[str, Any]) -> None:
    check_type(Polls().begin("1", poll), ["Poll"], "poll")


async def sent(telegram: OfflineTelegram, **more: Any) -> dict[str, Any]:
    """Send a poll to the person; give the message."""
    form = {name: value if isinstance(value, str) else json.dumps(value) for name, value in asked(**more).items()}
    message: dict[str, Any] = await does(telegram, "sendPoll", chat_id=CHAT, **form)
    return message


async def test_a_vote_in_a_quiz_is_told_to_the_bot_with_who_voted(telegram: OfflineTelegram, person: Person) -> None:
    message = await sent(telegram, **QUIZ)
    update = person.votes(message, 1)
    check_type(update["poll_answer"], ["PollAnswer"], "poll answer")
    read = Update.de_json(update, Bot(TOKEN, request=OfflineRequest(telegram)))
    assert read.poll_answer
    assert read.poll_answer.user
    assert (read.poll_answer.user.id, read.poll_answer.option_ids) == (7, (1,))
    assert message["poll"]["options"][1]["voter_count"] == message["poll"]["total_voter_count"] == 1


async def test_of_an_anonymous_poll_the_bot_hears_how_it_stands_and_of_nobody(
    telegram: OfflineTelegram, person: Person
) -> None:
    update = person.votes(await sent(telegram), 0)
    check_type(update["poll"], ["Poll"], "poll")
    assert [option["voter_count"] for option in update["poll"]["options"]] == [1, 0]


async def test_a_vote_may_be_changed_where_the_poll_allows_it_and_not_in_a_quiz(
    telegram: OfflineTelegram, person: Person
) -> None:
    regular, quiz = await sent(telegram), await sent(telegram, **QUIZ)
    person.votes(regular, 0)
    person.votes(regular, 1)
    assert [option["voter_count"] for option in regular["poll"]["options"]] == [0, 1]
    person.votes(quiz, 0)
    with pytest.raises(RefusedError, match="REVOTE_NOT_ALLOWED"):
        person.votes(quiz, 1)


async def test_a_retracted_vote_counts_no_more(telegram: OfflineTelegram, person: Person) -> None:
    message = await sent(telegram)
    person.votes(message, 0)
    person.votes(message)
    assert message["poll"]["total_voter_count"] == 0


@pytest.mark.parametrize(
    ("options", "reason"), [((2,), "OPTION_INVALID"), ((-1,), "OPTION_INVALID"), ((0, 1), "OPTIONS_TOO_MUCH")]
)
async def test_a_vote_that_nobody_can_cast_is_refused(
    telegram: OfflineTelegram, person: Person, options: tuple[int, ...], reason: str
) -> None:
    message = await sent(telegram, **QUIZ)
    with pytest.raises(RefusedError, match=reason):
        person.votes(message, *options)


async def test_nobody_votes_in_a_closed_poll(telegram: OfflineTelegram, person: Person) -> None:
    message = await sent(telegram, is_closed=True)
    with pytest.raises(RefusedError, match="poll has been closed"):
        person.votes(message, 0)


@pytest.mark.usefixtures("person")
async def test_a_poll_without_an_option_is_no_call(telegram: OfflineTelegram) -> None:
    status, reason = await refusal(telegram, "sendPoll", chat_id=CHAT, question="?", options='["Milk", "Honey"]')
    assert (status, reason) == (400, "Bad Request: parameter options is not Array of InputPollOption")
