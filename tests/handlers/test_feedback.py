"""What an answer was worth, as whole updates through the real application."""

import pytest

from bot.settings import Settings
from handlers.context import Services
from handlers.phrasebook import Phrases
from handlers.recent import Recent
from knowledge.languages import Language
from tests.handlers.test_taps import as_inaccessible
from tests.support.records import locked
from tests.support.rows import rows_of
from tests.support.stage import Data, Stage, buttons

QUESTION = {"nl": "vertel van honing zoet", "en": "tell me of honey comb"}
KEPT = "entry, verdict, language, via, text"


def verdict_label(phrases: Phrases, verb: str) -> str:
    """Give the label of a voting button."""
    words = phrases.feedback
    return {"h": f"👍 {words.helpful}", "u": f"👎 {words.unhelpful}", "a": words.unanswered}[verb]


@pytest.fixture
async def answer(speaker: Stage, language: Language) -> Data:
    """An answer to a question."""
    return await speaker.says(QUESTION[language])


@pytest.mark.parametrize("verb", ["h", "u"])
async def test_a_thumb_is_kept_and_acknowledged_on_the_message_itself(
    speaker: Stage, phrases: Phrases, small_services: Services, answer: Data, verb: str
) -> None:
    label = verdict_label(phrases, verb)
    before, text = buttons(answer), answer["text"]
    changed = await speaker.taps(answer, label)
    assert (changed["message_id"], changed["text"]) == (answer["message_id"], text)
    assert phrases.feedback.noted.format(verdict=label) in buttons(changed)
    assert len(buttons(changed)) == len(before) - 2
    language = speaker.person.language_code
    assert await rows_of(small_services, KEPT, "feedback") == [
        ("bees-honey", {"h": "helpful", "u": "unhelpful"}[verb], language, "text", None)
    ]


async def test_a_vote_can_be_changed_and_counts_once(
    speaker: Stage, phrases: Phrases, small_services: Services, answer: Data
) -> None:
    before = [*buttons(answer)]
    for verb in ("u", "h"):
        label = verdict_label(phrases, verb)
        voted = await speaker.taps(answer, label)
        answer = await speaker.taps(voted, phrases.feedback.noted.format(verdict=label))
        assert [*buttons(answer)] == before
    assert await rows_of(small_services, "verdict", "feedback") == [("helpful",)]


async def test_what_did_not_answer_is_kept_with_its_question_and_followed_by_the_next_best(
    speaker: Stage, phrases: Phrases, small_services: Services, language: Language, answer: Data
) -> None:
    changed, nearest = await speaker.hear(speaker.person.taps(answer, f"a:{language}:bees-honey"))
    assert phrases.feedback.noted.format(verdict=phrases.feedback.unanswered) in buttons(changed)
    assert nearest["text"] == f"{phrases.feedback.kept} {phrases.feedback.nearest}"
    assert {data.rsplit(":", 1)[1] for data in buttons(nearest).values()} == {"bees-sting", "owls-night"}
    assert await rows_of(small_services, KEPT, "feedback") == [
        ("bees-honey", "unanswered", language, "text", QUESTION[language])
    ]
    first = next(iter(buttons(nearest)))
    assert (await speaker.says("1"))["text"].startswith(first)


async def test_when_it_did_answer_after_all_its_question_is_forgotten(
    speaker: Stage, small_services: Services, language: Language, answer: Data
) -> None:
    await speaker.hear(speaker.person.taps(answer, f"a:{language}:bees-honey"))
    await speaker.hear(speaker.person.taps(answer, f"h:{language}:bees-honey"))
    assert await rows_of(small_services, "verdict, text", "feedback") == [("helpful", None)]


async def test_a_second_tap_on_the_same_brings_no_second_list(speaker: Stage, language: Language, answer: Data) -> None:
    tap = f"a:{language}:bees-honey"
    assert len(await speaker.hear(speaker.person.taps(answer, tap))) == 2
    assert len(await speaker.hear(speaker.person.taps(answer, tap))) == 0


async def test_after_a_restart_the_list_is_what_the_answer_leads_to(
    speaker: Stage, phrases: Phrases, small_services: Services, language: Language, answer: Data
) -> None:
    object.__setattr__(small_services, "recent", Recent())
    speaker.application.bot_data["services"] = small_services
    _, nearest = await speaker.hear(speaker.person.taps(answer, f"a:{language}:bees-honey"))
    assert nearest["text"] == phrases.feedback.nearest
    assert [*buttons(nearest).values()] == [f"e:{language}:bees-sting"]
    assert await rows_of(small_services, "verdict, via, text", "feedback") == [("unanswered", None, None)]


async def test_the_votes_of_two_people_and_of_two_answers_are_their_own(
    speaker: Stage, small_services: Services, language: Language, answer: Data
) -> None:
    other = await speaker.says(QUESTION[language])
    await speaker.taps(answer, f"h:{language}:bees-honey")
    await speaker.taps(other, f"u:{language}:bees-honey")
    update = speaker.person.taps(other, f"h:{language}:bees-honey")
    update["callback_query"]["from"] = {"id": 2, "is_bot": False, "first_name": "Other"}
    await speaker.hear(update)
    votes = await rows_of(small_services, "verdict, person", "feedback")
    assert sorted(verdict for verdict, _ in votes) == ["helpful", "helpful", "unhelpful"]
    assert len({person for _, person in votes}) == 2


@pytest.mark.parametrize("data", ["h:nl:", "u:nl:long-gone", "a:nl:long-gone", "v:nl:long-gone", "h:nl:" + "x" * 59])
async def test_a_vote_on_nothing_leads_nowhere(
    speaker: Stage, small_services: Services, answer: Data, data: str
) -> None:
    assert (await speaker.taps(answer, data))["text"] == small_services.phrasebook["nl"].callback.stale
    assert await rows_of(small_services, "*", "feedback") == []


async def test_under_a_message_that_cannot_be_changed_the_thanks_come_in_a_new_one(
    speaker: Stage, phrases: Phrases, small_services: Services, language: Language, answer: Data
) -> None:
    message = await speaker.taps(as_inaccessible(answer), f"h:{language}:bees-honey")
    assert message["text"] == phrases.feedback.thanks
    assert await rows_of(small_services, "verdict", "feedback") == [("helpful",)]
    assert (await speaker.taps(as_inaccessible(answer), f"v:{language}:bees-honey"))["text"] == phrases.callback.stale


async def test_thanks_and_the_next_best_are_one_message_where_the_buttons_are_gone(
    speaker: Stage, phrases: Phrases, language: Language, answer: Data
) -> None:
    message = await speaker.taps(as_inaccessible(answer), f"a:{language}:bees-honey")
    assert message["text"].endswith(phrases.feedback.nearest)
    assert buttons(message)


async def test_a_group_is_not_asked(
    group_stage: Stage, phrases: Phrases, small_services: Services, language: Language
) -> None:
    answer = await group_stage.says(f"/ask {QUESTION[language]}")
    assert not any(data[0] in "huav" for data in buttons(answer).values())
    assert (await group_stage.taps(answer, f"h:{language}:bees-honey"))["text"] == phrases.callback.stale
    assert await rows_of(small_services, "*", "feedback") == []


async def test_a_vote_that_cannot_be_kept_is_not_acknowledged(
    speaker: Stage, phrases: Phrases, bot_settings: Settings, language: Language, answer: Data
) -> None:
    with locked(bot_settings.nuancebot_data / "nuancebot.db"):
        message = await speaker.taps(answer, f"h:{language}:bees-honey")
    assert message["text"] == phrases.preferences.unkept


async def test_plain_votes_have_no_symbols(speaker: Stage, phrases: Phrases, language: Language) -> None:
    await speaker.says("/plain")
    answer = await speaker.says(QUESTION[language])
    voted = await speaker.taps(answer, phrases.feedback.helpful)
    noted = phrases.feedback.noted.format(verdict=phrases.feedback.helpful)
    assert noted in buttons(voted)
    assert phrases.feedback.unhelpful in buttons(await speaker.taps(voted, noted))
