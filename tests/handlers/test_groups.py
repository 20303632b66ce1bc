"""In groups as whole updates: who is answered and how much, topics, arriving, leaving, becoming a supergroup."""

import logging
from dataclasses import replace
from typing import Any

import pytest

from bot.app import Knowledge, build_services
from bot.offline.person import Person
from bot.settings import Settings
from handlers.context import Services
from handlers.phrasebook import Phrases
from knowledge.answering import Answerer
from knowledge.dialogue import read_followups
from knowledge.languages import Language
from knowledge.matching.model import Model
from knowledge.outcomes import Dialogue
from tests.handlers.conftest import Open
from tests.support.rows import rows_of
from tests.support.stage import Data, Stage, buttons, links, open_stage

GROUP = -1001
BOT = "@nuance_offline_bot"
HONEY = {"nl": "vertel van honing comb", "en": "tell me of honey comb"}
SAID = {"nl": "Het boek zegt iets over honing", "en": "The book says something of honey"}
HELLO = {"nl": "Dag allemaal!", "en": "Hello, thank you"}


@pytest.mark.parametrize("form", ["{bot} {text}", "{text} {bot}", "{bot}: {text}", "ok {bot}, {text}?", "{BOT} {text}"])
async def test_a_mention_anywhere_is_answered(group_stage: Stage, language: Language, form: str) -> None:
    text = form.format(bot=BOT, BOT=BOT.upper(), text=HONEY[language])
    assert SAID[language] in (await group_stage.says(text))["text"]


async def test_a_mention_in_a_caption_is_answered(group_stage: Stage, language: Language) -> None:
    caption = f"{HONEY[language]} {BOT}"
    mark = {"type": "mention", "offset": len(caption) - len(BOT), "length": len(BOT)}
    photo = [{"file_id": "1", "file_unique_id": "1", "width": 1, "height": 1}]
    update = group_stage.person.sends(photo=photo, caption=caption, caption_entities=[mark])
    [answer] = await group_stage.hear(update)
    assert SAID[language] in answer["text"]


async def test_a_mention_from_the_list_of_members_is_answered(group_stage: Stage, language: Language) -> None:
    update = group_stage.person.calls(group_stage.telegram.bot, HONEY[language])
    [answer] = await group_stage.hear(update)
    assert SAID[language] in answer["text"]


async def test_a_reply_to_the_bot_is_answered(group_stage: Stage, language: Language) -> None:
    answer = await group_stage.says(f"/ask {HONEY[language]}")
    simpler = {"nl": "eenvoudiger", "en": "simpler"}[language]
    [reply] = await group_stage.hear(group_stage.person.replies(answer, simpler))
    assert {"nl": "Simpel: honing.", "en": "Simple: honey."}[language] in reply["text"]


async def test_what_is_said_among_people_is_left_alone(group_stage: Stage) -> None:
    other = Person(group_stage.telegram, id=2, group=GROUP)
    theirs = other.says("what about honey")["message"]
    for update in (
        group_stage.person.says("tell me of honey comb"),
        group_stage.person.says("@somebody_else tell me of honey comb"),
        group_stage.person.says(f"{BOT}2 tell me of honey comb"),
        group_stage.person.says(f"mail me{BOT} honey comb"),
        group_stage.person.replies(theirs, "tell me of honey comb"),
        group_stage.person.calls(other.user, "tell me of honey comb"),
        group_stage.person.edits(f"{BOT} tell me of honey comb"),
        group_stage.person.sends(sticker={}),
    ):
        update.get("message", {}).pop("sticker", None)
        assert await group_stage.hear(update) == []


@pytest.mark.parametrize(
    "passed_on",
    [
        {"forward_origin": {"type": "hidden_user", "date": 1, "sender_user_name": "X"}},
        {"is_automatic_forward": True},
        {"via_bot": {"id": 5, "is_bot": True, "first_name": "B"}},
        {"from": {"id": 5, "is_bot": True, "first_name": "B"}},
    ],
    ids=lambda content: next(iter(content)),
)
async def test_what_was_passed_on_or_comes_from_bots_is_left_alone(group_stage: Stage, passed_on: Data) -> None:
    update = group_stage.person.says(f"{BOT} tell me of honey comb")
    update["message"] |= passed_on
    assert await group_stage.hear(update) == []


async def test_whoever_opens_topics_is_not_replied_to_by_writing_in_them(group_stage: Stage) -> None:
    opened = {"message_id": 1, "date": 1, "chat": group_stage.person.chat, "from": group_stage.telegram.bot}
    opened["forum_topic_created"] = {"name": "Bees", "icon_color": 1}
    assert await group_stage.hear(group_stage.person.replies(opened, "tell me of honey comb")) == []


@pytest.mark.parametrize("typed", [BOT, f"{BOT} ?!", f"{BOT}, "])
async def test_a_mention_without_a_question_is_told_how_to_ask(
    group_stage: Stage, language: Language, phrases: Phrases, typed: str
) -> None:
    told = (await group_stage.says(typed))["text"]
    example = {"nl": "Wat is er met honing <& meer>?", "en": "What is it with honey <& more>?"}[language]
    if typed.strip(" ,") == BOT:
        assert told == phrases.groups.how.format(bot=BOT[1:], example=example)
    else:
        assert told == phrases.groups.fallback


async def test_what_is_not_there_gets_one_short_line_and_the_way_to_the_topics(
    group_stage: Stage, language: Language, phrases: Phrases
) -> None:
    text = {"nl": "wat is de hoofdstad van peru", "en": "what is the capital of peru"}[language]
    answer = await group_stage.says(f"{BOT} {text}")
    assert answer["text"] == phrases.groups.fallback
    assert links(answer) == {phrases.buttons.all_private: "https://t.me/nuance_offline_bot?start=topics"}


async def test_an_answer_replies_to_who_asked(group_stage: Stage, language: Language) -> None:
    update = group_stage.person.says(f"{BOT} {HONEY[language]}")
    [answer] = await group_stage.hear(update)
    assert answer["reply_to_message"]["message_id"] == update["message"]["message_id"]


async def test_an_answer_comes_also_if_the_question_was_deleted_meanwhile(group_stage: Stage) -> None:
    update = group_stage.person.says(f"{BOT} tell me of honey comb")
    group_stage.telegram.messages.clear()
    [answer] = await group_stage.hear(update)
    assert "reply_to_message" not in answer


def with_line(services: Services, model: Model, sure_from: float) -> Services:
    """Give services that answer from a line, and offer whatever lies below it."""
    lines = replace(model.decision, answer_from=sure_from, offer_from=0.0)
    return replace(services, answerer=Answerer(services.library, replace(model, decision=lines), read_followups()))


async def test_what_is_sure_enough_in_private_is_offered_in_a_group(
    open_as: Open, small_services: Services, small_model: Model, language: Language
) -> None:
    sure = small_services.answerer.answer(HONEY[language], Dialogue(language))[0].confidence
    assert sure < 1
    # Just above what would be strict enough for a group.
    services = with_line(small_services, small_model, 2 * sure - 1 + 1e-6)
    private = await (await open_as(language, services=services)).says(HONEY[language])
    assert SAID[language] in private["text"]
    group = await open_as(language, group=GROUP, services=services)
    offer = await group.says(f"{BOT} {HONEY[language]}")
    assert offer["text"] == services.phrasebook[language].ask.clarify
    assert len(buttons(offer)) == 3
    [answer] = await group.hear(group.person.replies(offer, "1"))
    assert SAID[language] in answer["text"]


@pytest.mark.parametrize("act", ["mention", "member", "reply", "command", "tap"])
async def test_in_a_forum_everything_stays_in_its_topic(group_stage: Stage, act: str) -> None:
    group_stage.person.enters(7)
    first = await group_stage.says("/ask tell me of honey comb")
    person = group_stage.person
    update = {
        "mention": lambda: person.says(f"{BOT} tell me of honey comb"),
        "member": lambda: person.calls(group_stage.telegram.bot, "tell me of honey comb"),
        "reply": lambda: person.replies(first, "tell me of honey comb"),
        "command": lambda: person.says(f"/ask{BOT} tell me of honey comb"),
        "tap": lambda: person.taps(first, "q:en:bees-honey"),
    }[act]()
    [answer] = await group_stage.hear(update)
    assert (first["message_thread_id"], answer["message_thread_id"]) == (7, 7)


async def test_how_a_question_came_is_written_down(group_stage: Stage, small_services: Services) -> None:
    answer = await group_stage.says(f"{BOT} tell me of honey comb")
    await group_stage.hear(group_stage.person.replies(answer, "what about night flights moon"))
    assert await rows_of(small_services, "via, entry, text", "questions") == [
        ("mention", "bees-honey", None),
        ("reply", "owls-night", None),
    ]


@pytest.mark.parametrize("before", ["left", "kicked"])
@pytest.mark.parametrize("after", ["member", "administrator", "restricted"])
async def test_being_added_is_answered_with_one_line_on_how_to_ask(
    group_stage: Stage, language: Language, before: str, after: str
) -> None:
    [hello] = await group_stage.hear(group_stage.person.changes_the_bot(before, after))
    assert hello["text"].startswith(HELLO[language])
    assert BOT in hello["text"]


@pytest.mark.parametrize(
    ("group", "before", "after"),
    [(GROUP, "member", "administrator"), (GROUP, "administrator", "restricted"), (None, "kicked", "member")],
)
async def test_other_changes_are_left_alone(open_as: Open, group: int | None, before: str, after: str) -> None:
    stage = await open_as("en", group=group)
    assert await stage.hear(stage.person.changes_the_bot(before, after)) == []


async def test_being_added_where_it_may_not_write_is_no_error(
    group_stage: Stage, caplog: pytest.LogCaptureFixture
) -> None:
    update = group_stage.person.changes_the_bot("left", "member")
    group_stage.telegram.membership.lost[GROUP] = "not enough rights to send text messages to the chat"
    assert await group_stage.hear(update) == []
    assert [record for record in caplog.records if record.levelno >= logging.WARNING] == []


@pytest.mark.parametrize("after", ["left", "kicked"])
@pytest.mark.parametrize("group", [None, GROUP])
async def test_the_state_of_a_chat_that_removed_the_bot_is_deleted(
    open_as: Open, small_services: Services, group: int | None, after: str
) -> None:
    stage = await open_as("en", group=group)
    await stage.says("/language nl")
    await small_services.keeper.set_quiet(stage.person.chat["id"], quiet=True)
    assert await stage.hear(stage.person.changes_the_bot("member", after)) == []
    assert await rows_of(small_services, "chat", "conversations") == []
    assert await rows_of(small_services, "chat", "groups") == []


@pytest.mark.parametrize("order", [(0, 1), (1, 0), (0,), (1,), (0, 1, 0, 1)])
async def test_a_group_that_becomes_a_supergroup_keeps_its_state(
    open_as: Open, small_services: Services, order: tuple[int, ...]
) -> None:
    stage = await open_as("en", group=GROUP)
    await stage.says("/ask tell me of honey comb")
    await small_services.keeper.set_quiet(GROUP, quiet=True)
    messages = stage.person.upgrades_the_group(-1002)
    for which in order:
        assert await stage.hear(messages[which]) == []
    assert await small_services.keeper.is_quiet(-1002)
    assert not await small_services.keeper.is_quiet(GROUP)
    answer = await stage.says("/ask simpler")
    assert "Simple: honey." in answer["text"]
    assert answer["chat"]["id"] == -1002


async def test_a_question_that_the_upgrade_overtook_takes_the_state_along(
    open_as: Open, small_services: Services, caplog: pytest.LogCaptureFixture
) -> None:
    stage = await open_as("en", group=GROUP)
    await small_services.keeper.set_quiet(GROUP, quiet=True)
    late = stage.person.says("/ask tell me of honey comb")
    stage.person.upgrades_the_group(-1002)
    assert await stage.hear(late) == []
    assert await small_services.keeper.is_quiet(-1002)
    assert [record for record in caplog.records if record.levelno >= logging.ERROR] == []


async def test_quiet_and_the_conversation_outlive_a_restart(bot_settings: Settings, small_knowledge: Knowledge) -> None:
    for number in range(2):
        services = build_services(bot_settings, small_knowledge)
        stage = await open_stage(services, "en", GROUP)
        if number == 0:
            await stage.says("/ask tell me of honey comb")
            await services.keeper.set_quiet(GROUP, quiet=True)
        assert await stage.hear(stage.person.says(f"{BOT} tell me of honey comb")) == []
        assert "Simple: honey." in (await stage.says("/ask simpler"))["text"]
        await stage.application.shutdown()
        await services.keeper.close()


@pytest.mark.parametrize(
    "text", ["", "🐝" * 50, "<b>&</b>", "x" * 4000, "\u202e\u200b", "\ud83d", "/nope", "@", "'); DROP TABLE groups; --"]
)
async def test_hostile_texts_get_one_message(group_stage: Stage, caplog: pytest.LogCaptureFixture, text: str) -> None:
    assert len(await group_stage.hear(group_stage.person.says(f"{BOT} {text}"))) == 1
    assert [record for record in caplog.records if record.levelno >= logging.ERROR] == []


@pytest.mark.parametrize("offset", [-1, 3, 10_000])
async def test_marks_that_fit_nothing_are_survived(group_stage: Stage, offset: int) -> None:
    mark: dict[str, Any] = {"type": "mention", "offset": offset, "length": 5}
    assert await group_stage.hear(group_stage.person.sends(text="🐝 honey", entities=[mark])) == []
