"""Quiz questions as polls: who answers, who does not count, and what is said when Telegram takes no poll."""

from collections.abc import Mapping
from dataclasses import replace
from http import HTTPStatus

import pytest
from telegram import Update

from bot.offline.person import Person
from bot.offline.telegram import Data, OfflineTelegram
from handlers.context import Services, provide
from handlers.phrasebook import Phrases
from handlers.quizzing import READ_AGAIN, result_rows, result_text
from knowledge.languages import Language
from knowledge.lessons.scores import Score
from knowledge.library import Library
from tests.support.lessons import begins, labels, votes
from tests.support.pictures import stage_on
from tests.support.rows import rows_of
from tests.support.stage import Stage

ANSWERS = '"option", is_right, mistake'


class PollessTelegram(OfflineTelegram):
    """A Telegram that takes no polls."""

    async def call(
        self, method: str, form: Mapping[str, str], files: Mapping[str, bytes] | None = None
    ) -> tuple[HTTPStatus, Data]:
        """Refuse a poll."""
        if method.lower() != "sendpoll":
            return await super().call(method, form, files)
        return HTTPStatus.BAD_REQUEST, {"ok": False, "error_code": 400, "description": "Bad Request: POLL_INVALID"}


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
        {"user": None, "voter_chat": {"id": -5, "type": "channel", "title": "Bees"}},
    ],
)
async def test_what_is_no_answer_is_left_alone(pupil: Stage, rich_services: Services, change: Data) -> None:
    _, poll = await begins(pupil)
    update = pupil.person.votes(poll, 1)
    update["poll_answer"] |= change
    assert await pupil.hear(update) == []
    assert await rows_of(rich_services, ANSWERS, "quiz_polls") == [(None, None, None)]


async def test_an_answer_to_a_question_that_the_pack_has_no_more_is_left_alone(
    pupil: Stage, rich_services: Services
) -> None:
    _, poll = await begins(pupil)
    provide(pupil.application, replace(rich_services, library=replace(rich_services.library, quiz={})))
    await votes(pupil, poll, 1)
    assert await rows_of(rich_services, ANSWERS, "quiz_polls") == [(None, None, None)]


async def test_where_no_poll_is_taken_the_question_is_written_out(
    rich_services: Services, phrases: Phrases, language: Language
) -> None:
    stage = await stage_on(PollessTelegram(), rich_services, language)
    _, question = await begins(stage)
    assert phrases.quiz.written in question["text"]
    assert {"nl": "2. Honing", "en": "2. Honey"}[language] in question["text"]
    assert phrases.lessons.next.format(number=2, count=4) in labels(question)
    assert question["entities"][-1]["type"] == "expandable_blockquote"
    await stage.application.shutdown()


def test_the_result_says_how_many_were_right(phrases: Phrases) -> None:
    assert result_text(phrases, Score(0, 0, ())) == phrases.quiz.nothing
    assert result_text(phrases, Score(2, 2, ())).endswith(phrases.quiz.praise)
    assert result_text(phrases, Score(1, 2, ("bees-owls",))).endswith(phrases.quiz.read_again)


def test_what_to_read_again_has_a_button_each_but_for_what_is_gone(
    rich_library: Library, phrases: Phrases, language: Language
) -> None:
    again = ("bees-owls", "bees-honey", "gone", "bees-sting")
    rows = result_rows(rich_library, phrases, Score(0, 4, again), language)
    assert [row[0].callback_data for row in rows] == [f"c:{language}:bees-owls", f"e:{language}:bees-honey"]
    assert len(again) > READ_AGAIN


async def test_an_update_without_an_answer_is_left_alone(pupil: Stage) -> None:
    await pupil.application.process_update(Update(1))
