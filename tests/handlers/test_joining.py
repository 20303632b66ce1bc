"""Pupils join a class by link, QR code or code, and leave it."""

from dataclasses import replace

import pytest

from bot.settings import Settings
from handlers.context import Services
from handlers.phrasebook import Phrases
from knowledge.classes import MOST_TRIES
from knowledge.languages import Language
from tests.handlers.conftest import Open
from tests.support.days import ZONE, Calendar
from tests.support.records import change, locked
from tests.support.rows import rows_of
from tests.support.school import begins_a_class, somebody
from tests.support.stage import Stage, buttons, said

HONEY = "tell me of honey comb"
PUPIL = 7


@pytest.fixture
def calendar() -> Calendar:
    """The bot's clock."""
    return Calendar()


@pytest.fixture
async def teacher(open_as: Open, small_services: Services, calendar: Calendar) -> Stage:
    """A teacher in front of a bot whose clock is set by hand."""
    return await open_as("en", services=replace(small_services, zone=ZONE, now=calendar))


@pytest.fixture
async def code(teacher: Stage) -> str:
    """The code of the teacher's class."""
    return await begins_a_class(teacher, "4V")


@pytest.fixture
async def pupil(teacher: Stage, language: Language) -> Stage:
    """Somebody else in front of the same bot."""
    return somebody(teacher, PUPIL, language)


@pytest.mark.parametrize("way", ["/start k-{0}", "/join {0}", "/join {1}"])
async def test_a_class_is_joined_by_link_and_by_code(
    pupil: Stage, code: str, phrases: Phrases, small_services: Services, way: str
) -> None:
    message = await pupil.says(way.format(code, f" {code[:3].lower()}-{code[3:]}"))
    assert said(message).startswith(f"{phrases.joining.joined.format(title='4V')}\n\n")
    assert phrases.joining.leave in buttons(message)
    assert await rows_of(small_services, "chat_id, class_id", "class_members") == [(PUPIL, 1)]


async def test_who_joins_is_told_what_is_kept_and_until_when(pupil: Stage, code: str, language: Language) -> None:
    text = said(await pupil.says(f"/join {code}"))
    assert {"nl": "Na 3 februari 2027 wis ik dat allemaal", "en": "After 3 February 2027 I erase all"}[language] in text
    assert {"nl": "het nummer van deze chat", "en": "the number of this chat"}[language] in text


async def test_a_code_typed_alone_is_asked_about_and_joins_nothing_by_itself(
    pupil: Stage, code: str, phrases: Phrases, small_services: Services
) -> None:
    for typed in (code.lower(), "ZZXXWD"):
        message = await pupil.says(typed)
        assert message["text"] == phrases.joining.looks_like_code
        [label] = buttons(message)
        assert label == phrases.joining.join.format(code=typed.upper())
    assert await rows_of(small_services, "*", "class_members") == []
    assert (await pupil.taps(message, label))["text"] == phrases.joining.unknown
    joined = await pupil.taps(message, f"g:en:join-{code.lower()}")
    assert said(joined).startswith(phrases.joining.joined.format(title="4V"))


@pytest.mark.parametrize("typed", ["brrrrr", "honing", "hmmmmm"])
async def test_a_word_is_no_code(pupil: Stage, phrases: Phrases, typed: str) -> None:
    assert said(await pupil.says(typed)) != phrases.joining.looks_like_code


async def test_the_first_question_can_be_picked_by_number(pupil: Stage, code: str, phrases: Phrases) -> None:
    first, *_ = buttons(await pupil.says(f"/start k-{code}"))
    assert said(await pupil.says("1")).startswith(first)
    assert phrases.joining.joined


@pytest.mark.parametrize("typed", ["/join", "/join  "])
async def test_without_a_code_it_is_told_how(pupil: Stage, phrases: Phrases, typed: str) -> None:
    assert (await pupil.says(typed))["text"] == phrases.joining.how


@pytest.mark.parametrize(
    "typed", ["/join ZZXXWD", "/start k-ZZXXWD", "/start k-", "/join 'or 1=1", "/join " + "B" * 3000]
)
async def test_a_code_of_no_class_is_refused(
    pupil: Stage, phrases: Phrases, small_services: Services, code: str, typed: str
) -> None:
    assert (await pupil.says(typed))["text"] in {phrases.joining.unknown, phrases.joining.how}
    assert await rows_of(small_services, "*", "class_members") == []
    assert code


async def test_who_guesses_waits_an_hour_by_whichever_way(
    pupil: Stage, code: str, phrases: Phrases, calendar: Calendar, teacher: Stage
) -> None:
    for number, way in enumerate(["/join {}", "/start k-{}", "/join {}", "/start k-{}", "/join {}"]):
        assert (await pupil.says(way.format("ZZXXW" + "BCDFG"[number])))["text"] == phrases.joining.unknown
    assert MOST_TRIES == 5
    for way in (f"/join {code}", f"/start k-{code}"):
        assert (await pupil.says(way))["text"] == phrases.joining.paused
    assert said(await somebody(teacher, 8, "en").says(f"/join {code}")).startswith("You have joined")
    calendar.turn(4, 9)
    assert said(await pupil.says(f"/join {code}")).startswith(phrases.joining.joined.format(title="4V"))


async def test_a_group_is_sent_to_the_private_chat(
    open_as: Open, language: Language, phrases: Phrases, small_services: Services, code: str
) -> None:
    group = await open_as(language, group=-1001)
    for typed in ("/join", f"/join {code}", f"/start k-{code}"):
        assert (await group.says(typed))["text"] == phrases.joining.only_private
    message = await group.says("/help")
    assert (await group.taps(message, f"g:{language}:join-{code.lower()}"))["text"] == phrases.joining.only_private
    for about in ("leave-1", "wipe-1"):
        assert (await group.taps(message, f"g:{language}:{about}"))["text"] == phrases.callback.unreadable
    assert await rows_of(small_services, "*", "class_members") == []


async def test_a_teacher_is_no_pupil_of_the_class(teacher: Stage, code: str, small_services: Services) -> None:
    english = small_services.phrasebook["en"]
    assert (await teacher.says(f"/join {code}"))["text"] == english.joining.teaching


@pytest.mark.parametrize(("column", "sentence"), [("closed_at", "closed"), ("ends_at", "unknown")])
async def test_a_class_that_is_closed_or_over_is_not_joined(  # noqa: PLR0913, PLR0917
    pupil: Stage, code: str, phrases: Phrases, bot_settings: Settings, column: str, sentence: str
) -> None:
    change(bot_settings.nuancebot_data / "nuancebot.db", f"UPDATE classes SET {column} = '2027-01-01 00:00:00'")  # noqa: S608
    assert (await pupil.says(f"/join {code}"))["text"] == getattr(phrases.joining, sentence)


async def test_who_joins_another_class_has_left_the_first(
    pupil: Stage, code: str, teacher: Stage, phrases: Phrases, small_services: Services
) -> None:
    await pupil.says(f"/join {code}")
    other = await begins_a_class(somebody(teacher, 9, "en"), "5H")
    assert phrases.joining.moved.format(title="4V") in said(await pupil.says(f"/join {other}"))
    await pupil.says(HONEY)
    assert await rows_of(small_services, "class_id", "class_questions") == [(2,)]


async def test_what_is_asked_after_joining_is_noted_and_after_leaving_is_not(
    pupil: Stage, code: str, phrases: Phrases, small_services: Services, language: Language
) -> None:
    await pupil.says(HONEY)
    joined = await pupil.says(f"/join {code}")
    await pupil.says(HONEY)
    await pupil.taps(await pupil.says("capital of peru"), "s:en:bees-honey")
    left = await pupil.taps(joined, f"g:{language}:leave-1")
    assert left["text"] == phrases.joining.left
    await pupil.says(HONEY)
    assert await rows_of(small_services, "class_id, via, act, entry, text", "class_questions") == [
        (1, "text", "answer", "bees-honey", HONEY),
        (1, "text", "fallback", None, "capital of peru"),
        (1, "tap", "simplify", "bees-honey", None),
    ]
    assert await rows_of(small_services, "*", "class_members") == []
    assert (await pupil.taps(left, phrases.joining.erase))["text"] == phrases.joining.erased
    assert await rows_of(small_services, "*", "class_questions") == []


async def test_in_a_group_a_pupil_asks_for_nobody_but_the_group(
    pupil: Stage, code: str, open_as: Open, small_services: Services
) -> None:
    await pupil.says(f"/join {code}")
    group = await open_as("en", group=-1001)
    group.person.user["id"] = PUPIL
    await group.says(f"/ask {HONEY}")
    assert await rows_of(small_services, "*", "class_questions") == []


async def test_the_language_of_the_class_goes_with_it(
    pupil: Stage, code: str, teacher: Stage, small_services: Services, language: Language
) -> None:
    await teacher.taps(await teacher.says("/class"), "g:en:en-1")
    joined = await pupil.says(f"/join {code}")
    assert said(joined).startswith("You have joined")
    await pupil.taps(joined, small_services.phrasebook["en"].joining.leave)
    choices = await rows_of(small_services, "choice", "conversations")
    assert {*choices} == {(None,)}
    assert language in {"nl", "en"}


@pytest.mark.parametrize("about", ["leave-", "leave-x", "wipe-", "wipe-" + "9" * 40, "leave-" + "9" * 40])
async def test_a_forged_way_out_leads_nowhere(  # noqa: PLR0913, PLR0917
    pupil: Stage, code: str, phrases: Phrases, language: Language, small_services: Services, about: str
) -> None:
    joined = await pupil.says(f"/join {code}")
    assert (await pupil.taps(joined, f"g:{language}:{about}"))["text"] == phrases.callback.unreadable
    assert await rows_of(small_services, "chat_id", "class_members") == [(PUPIL,)]


async def test_nobody_takes_another_out_of_a_class_or_erases_what_they_asked(
    pupil: Stage, code: str, language: Language, small_services: Services
) -> None:
    await pupil.says(f"/join {code}")
    await pupil.says(HONEY)
    stranger = somebody(pupil, 8, language)
    own = await stranger.says("/help")
    for about in ("leave-1", "wipe-1"):
        await stranger.taps(own, f"g:{language}:{about}")
    assert await rows_of(small_services, "chat_id", "class_members") == [(PUPIL,)]
    assert len(await rows_of(small_services, "*", "class_questions")) == 1


async def test_while_the_database_is_away_nothing_is_promised(
    pupil: Stage, code: str, phrases: Phrases, language: Language, bot_settings: Settings
) -> None:
    joined = await pupil.says(f"/join {code}")
    with locked(bot_settings.nuancebot_data / "nuancebot.db"):
        for about in ("leave-1", "wipe-1", f"join-{code.lower()}"):
            assert (await pupil.taps(joined, f"g:{language}:{about}"))["text"] == phrases.preferences.unkept
