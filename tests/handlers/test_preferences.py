"""/plain and /simple as whole updates through the real application: switched, kept, and respected by every answer."""

from dataclasses import replace
from pathlib import Path

import pytest

from bot.app import Knowledge, build_services
from bot.settings import Settings
from handlers.context import Services
from handlers.phrasebook import Phrases
from knowledge.languages import Language
from tests.handlers.conftest import Open
from tests.support.records import locked
from tests.support.stage import Stage, buttons, open_stage

QUESTION = {"nl": "vertel van honing zoet", "en": "tell me of honey comb"}
WHOLE = {"nl": "Het boek zegt iets over honing", "en": "The book says something of honey"}
SIMPLE = {"nl": "Simpel: honing.", "en": "Simple: honey."}
NEXT = {"nl": "1. Wat is er met steken <& meer>?", "en": "1. What is it with stings <& more>?"}
SOURCE = {
    "nl": "Bron: A. Writer, Press\n“One”, alinea's 1, 2, 3\nWie zegt het: oordeel van de essayist zelf\nstand van 1990",
    "en": "Source: A. Writer, Press\n“One”, paragraphs 1, 2, 3\nWhose claim: the essayist's own judgement\nas of 1990",
}


@pytest.mark.parametrize("command", ["/plain", "/simple"])
async def test_a_command_switches_on_and_off_again(speaker: Stage, phrases: Phrases, command: str) -> None:
    words = phrases.preferences
    on, off = (words.plain_on, words.plain_off) if command == "/plain" else (words.simple_on, words.simple_off)
    for expected in (on, off, on):
        assert expected in (await speaker.says(command))["text"]


async def test_both_can_be_switched_by_button_in_one_message(speaker: Stage, phrases: Phrases) -> None:
    words = phrases.preferences
    message = await speaker.says("/plain")
    changed = await speaker.taps(message, words.to_simple)
    assert changed["message_id"] == message["message_id"]
    assert changed["text"] == f"{words.plain_on}\n\n{words.simple_on}"
    assert [*buttons(changed)] == [words.from_plain, words.from_simple]
    assert (await speaker.taps(changed, words.from_plain))["text"] == f"{words.plain_off}\n\n{words.simple_on}"
    assert (await speaker.taps(changed, words.from_simple))["text"] == f"{words.plain_off}\n\n{words.simple_off}"
    assert (await speaker.taps(changed, words.to_plain))["text"] == f"{words.plain_on}\n\n{words.simple_off}"


@pytest.mark.parametrize("about", ["", "plain", "plain-on-off", "x"])
async def test_a_tampered_switch_changes_nothing(speaker: Stage, phrases: Phrases, about: str) -> None:
    message = await speaker.says("/plain")
    [shown] = await speaker.hear(speaker.person.taps(message, f"p:nl:{about}")) or [message]
    assert len(buttons(shown)) == 2
    assert phrases.preferences.plain_off in (await speaker.says("/plain"))["text"]


async def test_plain_answers_list_their_choices_and_spell_out_their_source(speaker: Stage, language: Language) -> None:
    await speaker.says("/plain")
    answer = await speaker.says(QUESTION[language])
    assert SOURCE[language] in answer["text"]
    assert answer["text"].endswith(NEXT[language])
    assert NEXT[language][3:] in buttons(answer)
    assert (await speaker.says("1"))["text"].startswith(NEXT[language][3:])


async def test_plain_choices_are_listed_when_a_question_is_unclear(
    unsure: Stage, language: Language, phrases: Phrases
) -> None:
    await unsure.says("/plain")
    message = await unsure.says(QUESTION[language])
    lines = [f"{number}. {label}" for number, label in enumerate(buttons(message), start=1)]
    assert message["text"] == "\n".join([f"{phrases.ask.clarify}\n\n{phrases.plain.choices}", *lines])
    assert (await unsure.says("3"))["text"].startswith(lines[2][3:])


async def test_the_welcome_lists_its_starters_in_plain_mode(speaker: Stage, phrases: Phrases) -> None:
    await speaker.says("/plain")
    message = await speaker.says("/start")
    first, second, topics = buttons(message)
    assert message["text"].endswith(f"{phrases.plain.choices}\n1. {first}\n2. {second}\n3. {topics}")
    assert (await speaker.says("3"))["text"].startswith(phrases.topics.title)


async def test_a_topic_lists_its_questions_in_plain_mode_and_they_can_be_typed(
    speaker: Stage, phrases: Phrases, language: Language
) -> None:
    await speaker.says("/plain")
    page = await speaker.taps(await speaker.says("/topics"), f"t:{language}:bees")
    first, second, back = buttons(page)
    assert page["text"].endswith(f"{phrases.plain.choices}\n1. {first}\n2. {second}\n3. {back}")
    assert (await speaker.says("2"))["text"].startswith(second)


@pytest.mark.parametrize(("command", "number"), [("/topics", 2), ("/distinctions", 3), ("/distinctions", 10)])
async def test_lists_are_numbered_in_plain_mode_and_can_be_typed(
    open_as: Open, services: Services, language: Language, command: str, number: int
) -> None:
    stage = await open_as(language, services=services)
    await stage.says("/plain")
    listed = await stage.says(command)
    label = [*buttons(listed)][number - 1]
    assert f"\n{number}. {label}" in listed["text"]
    opened = await stage.says(str(number))
    later = services.phrasebook[language].buttons.later
    assert opened["text"] != listed["text"]
    assert label == later or opened["text"].startswith(label)


async def test_other_works_are_turned_to_by_their_number(open_as: Open, services: Services, language: Language) -> None:
    stage = await open_as(language, services=services)
    await stage.says("/plain")
    listed = await stage.says("/sources")
    assert listed["text"].endswith(f"1. {services.phrasebook[language].buttons.later}")
    second = await stage.says("1")
    assert second["text"] != listed["text"]
    assert services.phrasebook[language].buttons.earlier in buttons(second)


async def test_what_comes_nearest_is_numbered_in_plain_mode(speaker: Stage) -> None:
    await speaker.says("/plain")
    refused = await speaker.says("recipe for soup")
    labels = [label for label, data in buttons(refused).items() if data.startswith(("t:", "e:"))]
    assert [f"{place}. {label}" in refused["text"] for place, label in enumerate(labels, 1)] == [True] * len(labels)
    assert labels
    assert (await speaker.says("1"))["text"].startswith(labels[0])


async def test_a_place_that_is_gone_is_no_pick(speaker: Stage, small_services: Services) -> None:
    await speaker.says("/topics")
    stored = await small_services.keeper.dialogue(speaker.person.id, None)
    assert stored is not None
    tampered = replace(stored, offered=("x:en:bees", "s:en:bees-honey", "t:en:gone"))
    await small_services.keeper.keep(speaker.person.id, tampered, None)
    for typed in ("1", "2", "3"):
        await small_services.keeper.keep(speaker.person.id, tampered, None)
        assert (await speaker.says(typed))["text"]


async def test_every_answer_of_the_own_pack_can_be_sent_in_plain_mode(
    open_as: Open, services: Services, language: Language
) -> None:
    stage = await open_as(language, services=services)
    await stage.says("/plain")
    for entry in services.library.entries.values():
        assert "1. " in (await stage.says(f"/start {entry.id}"))["text"]


async def test_simple_answers_come_first_and_the_whole_one_is_a_tap_away(
    speaker: Stage, language: Language, phrases: Phrases
) -> None:
    await speaker.says("/simple")
    answer = await speaker.says(QUESTION[language])
    assert SIMPLE[language] in answer["text"]
    assert WHOLE[language] not in answer["text"]
    assert NEXT[language][3:] in buttons(answer)
    assert WHOLE[language] in (await speaker.taps(answer, phrases.buttons.whole))["text"]


async def test_links_and_taps_are_answered_simply_too(speaker: Stage, language: Language) -> None:
    await speaker.says("/simple")
    answer = await speaker.says("/start bees-sting")
    assert WHOLE[language][:12] not in answer["text"]
    assert SIMPLE[language] in (await speaker.taps(answer, f"e:{language}:bees-honey"))["text"]


async def test_a_choice_survives_a_restart(tmp_path: Path, small_knowledge: Knowledge) -> None:
    settings = Settings(_env_file=None, nuancebot_data=tmp_path / "data")
    for typed in ("/plain", QUESTION["en"]):
        services = build_services(settings, small_knowledge)
        stage = await open_stage(services)
        message = await stage.says(typed)
        await stage.application.shutdown()
        await services.keeper.close()
    assert message["text"].endswith(NEXT["en"])


async def test_a_choice_goes_along_into_groups_and_is_not_that_of_others(
    speaker: Stage, group_stage: Stage, language: Language
) -> None:
    await speaker.says("/simple")
    assert SIMPLE[language] in (await group_stage.says(f"/ask {QUESTION[language]}"))["text"]
    other = group_stage.person.says(f"/ask {QUESTION[language]}")
    other["message"]["from"] = {"id": 2, "is_bot": False, "first_name": "Other"}
    [answer] = await group_stage.hear(other)
    assert WHOLE[language] in answer["text"]


async def test_what_cannot_be_kept_is_said(
    speaker: Stage, phrases: Phrases, small_services: Services, bot_settings: Settings
) -> None:
    await small_services.keeper.prepare()
    with locked(bot_settings.nuancebot_data / "nuancebot.db"):
        assert (await speaker.says("/plain"))["text"] == phrases.preferences.unkept


async def test_who_writes_in_the_name_of_a_chat_is_that_chat(group_stage: Stage, phrases: Phrases) -> None:
    update = group_stage.person.says("/plain")
    del update["message"]["from"]
    [message] = await group_stage.hear(update)
    assert {*buttons(message)} & {phrases.preferences.from_plain, "Switch plain mode off", "Sobere weergave uitzetten"}
