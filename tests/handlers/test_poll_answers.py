"""Answers in quiz polls: whose they are, which count, and what is left alone."""

from dataclasses import replace

import pytest
from telegram import Update

from bot.offline.person import Person
from bot.offline.telegram import Data
from handlers.context import Services, provide
from tests.support.lessons import begins, votes
from tests.support.rows import rows_of
from tests.support.stage import Stage

ANSWERS = '"option", is_right, mistake'


@pytest.mark.parametrize(("option", "noted"), [(0, (0, 0, "bees-owls")), (1, (1, 1, None))])
async def test_an_answer_is_noted_as_right_or_with_what_it_mixes_up(
    pupil: Stage, rich_services: Services, option: int, noted: tuple[int, int, str | None]
) -> None:
    _, poll = await begins(pupil)
    assert await votes(pupil, poll, option) == []
    assert await rows_of(rich_services, ANSWERS, "quiz_polls") == [noted]


async def test_an_answer_that_comes_twice_counts_once(pupil: Stage, rich_services: Services) -> None:
    _, poll = await begins(pupil)
    update = pupil.person.votes(poll, 1)
    await pupil.hear(update)
    update["poll_answer"]["option_ids"] = [0]
    await pupil.hear(update)
    assert await rows_of(rich_services, ANSWERS, "quiz_polls") == [(1, 1, None)]


async def test_a_stranger_who_answers_a_forwarded_poll_does_not_count(pupil: Stage, rich_services: Services) -> None:
    _, poll = await begins(pupil)
    stranger = Person(pupil.telegram, id=99, language_code="nl")
    assert await votes(pupil, poll, 0, stranger) == []
    assert await rows_of(rich_services, ANSWERS, "quiz_polls") == [(None, None, None)]
    await votes(pupil, poll, 1)
    assert await rows_of(rich_services, ANSWERS, "quiz_polls") == [(1, 1, None)]


@pytest.mark.parametrize(
    "change",
    [
        {"poll_id": "unknown"},
        {"option_ids": []},
        {"option_ids": [0, 1]},
        {"option_ids": [11]},
        {"voter_chat": {"id": -5, "type": "channel", "title": "Bees"}},
    ],
)
async def test_what_is_no_answer_is_left_alone(pupil: Stage, rich_services: Services, change: Data) -> None:
    _, poll = await begins(pupil)
    update = pupil.person.votes(poll, 1)
    update["poll_answer"] |= change
    if "voter_chat" in change:
        del update["poll_answer"]["user"]
    assert await pupil.hear(update) == []
    assert await rows_of(rich_services, ANSWERS, "quiz_polls") == [(None, None, None)]


async def test_an_answer_to_a_question_that_the_pack_has_no_more_is_left_alone(
    pupil: Stage, rich_services: Services
) -> None:
    _, poll = await begins(pupil)
    provide(pupil.application, replace(rich_services, library=replace(rich_services.library, quiz={})))
    await votes(pupil, poll, 1)
    assert await rows_of(rich_services, ANSWERS, "quiz_polls") == [(None, None, None)]


async def test_an_update_without_an_answer_is_left_alone(pupil: Stage) -> None:
    await pupil.application.process_update(Update(1))
