"""Quiz questions as polls: who answers, who does not count, and what is said when Telegram takes no poll."""

from collections.abc import Mapping
from http import HTTPStatus

from bot.offline.telegram import Data, OfflineTelegram
from handlers.context import Services
from handlers.phrasebook import Phrases
from handlers.quizzing import READ_AGAIN, result_rows, result_text
from knowledge.languages import Language
from knowledge.lessons.scores import Score
from knowledge.library import Library
from tests.support.lessons import begins, labels
from tests.support.pictures import stage_on

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
