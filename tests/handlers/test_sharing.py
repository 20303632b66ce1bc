"""Answers where they are said: shared from private chats, light in groups."""

import pytest

from handlers.context import Services
from handlers.phrasebook import Phrases
from handlers.rendering import render
from handlers.sharing import in_company
from knowledge.languages import Language
from knowledge.outcomes import Act, Outcome
from tests.support.stage import Stage, buttons, links

BOT = "nuance_offline_bot"
HONEY = {"nl": "vertel van honing comb", "en": "tell me of honey comb"}


async def test_an_answer_in_private_can_be_shared_with_its_question_and_link(
    speaker: Stage, language: Language, phrases: Phrases
) -> None:
    address = links(await speaker.says(HONEY[language]))[phrases.buttons.share]
    assert address.startswith("https://t.me/share/url?url=https%3A%2F%2Ft.me%2Fnuance_offline_bot%3Fstart%3Dbees-honey")
    assert {"nl": "honing", "en": "honey"}[language] in address


async def test_what_is_no_answer_has_nothing_to_share(speaker: Stage) -> None:
    await speaker.says("tell me of honey comb")
    for typed in ("simpler", "source", "what is the capital of peru", "/start", "/topics"):
        assert links(await speaker.says(typed)) == {}


async def test_an_answer_in_a_group_has_one_row_that_leads_on_in_private_and_to_the_source(
    group_stage: Stage, language: Language, phrases: Phrases
) -> None:
    answer = await group_stage.says(f"/ask {HONEY[language]}")
    [row] = answer["reply_markup"]["inline_keyboard"]
    assert [button["text"] for button in row] == [phrases.buttons.private, phrases.buttons.source]
    assert links(answer) == {phrases.buttons.private: f"https://t.me/{BOT}?start=bees-honey"}


async def test_the_source_in_a_group_is_one_tap_away(group_stage: Stage, language: Language, phrases: Phrases) -> None:
    answer = await group_stage.says(f"/ask {HONEY[language]}")
    source = await group_stage.taps(answer, phrases.buttons.source)
    assert phrases.answer.full_source in source["text"]
    assert (buttons(source), [*links(source)]) == ({}, [phrases.buttons.private])


@pytest.mark.parametrize("act", ["answer", "simplify", "more", "source"])
def test_no_answer_in_company_has_more_than_one_row(services: Services, language: Language, act: Act) -> None:
    for entry in services.library.entries:
        outcome = Outcome(act, language, entry=entry)
        rendered = render(services.library, services.phrasebook, outcome)
        reply = in_company(services.library, services.phrasebook[language], outcome, rendered, BOT)
        assert (len(reply.rows), reply.html) == (1, rendered.html)


def test_small_talk_in_company_has_no_buttons(small_services: Services, language: Language) -> None:
    outcome = Outcome("smalltalk", language, intent="greeting", said="<Hello>")
    rendered = render(small_services.library, small_services.phrasebook, outcome)
    reply = in_company(small_services.library, small_services.phrasebook[language], outcome, rendered, BOT)
    assert (reply.html, reply.rows) == ("&lt;Hello&gt;", ())
