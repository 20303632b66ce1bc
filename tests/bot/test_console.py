"""The local chat: what a person types in a terminal, and what they see there."""

from io import StringIO

import pytest
from rich.console import Console

from bot.console import LEAVING, LocalChat, laid_out, read_line, styled
from handlers.context import Services
from tests.support.stage import Stage, open_stage

HONEY = "tell me of honey comb"


def screen() -> Console:
    return Console(file=StringIO(), width=100)


def shown(console: Console) -> str:
    assert isinstance(console.file, StringIO)
    return console.file.getvalue()


async def chat(stage: Stage, *lines: str) -> tuple[str, list[str]]:
    """Type lines; give what was shown, and the lines that nobody asked for."""
    console = screen()
    typed = iter(lines)

    async def prompt() -> str | None:
        return next(typed, None)

    await LocalChat(stage.application, stage.telegram, stage.person, console).run(prompt)
    return shown(console), [*typed]


def said(stage: Stage) -> list[str]:
    return [call.result["text"].split("\n")[0] for call in stage.telegram.calls if call.method == "sendmessage"]


async def test_the_chat_opens_with_the_welcome_and_numbered_choices(small_stage: Stage) -> None:
    seen, _ = await chat(small_stage)
    assert "│ Hello! Ask away. │" in seen
    assert "\n  1 What is it with honey <& more>?\n  2 What is it with night flights <& more>?\n" in seen


async def test_a_dutch_person_is_welcomed_in_dutch(small_services: Services) -> None:
    stage = await open_stage(small_services, "nl")
    assert "Dag! Vraag maar." in (await chat(stage))[0]
    await stage.application.shutdown()


async def test_a_question_is_answered_in_full(small_stage: Stage) -> None:
    seen, _ = await chat(small_stage, f"  {HONEY} ")
    assert "The book says something of honey, namely jar sweet comb sugar flower nectar." in seen
    assert "Source: A. Writer, Press, “One”, paragraphs 1-3" in seen


@pytest.mark.parametrize("number", ["2", " 2 ", "٢"])
async def test_a_number_taps_the_button_with_that_number(small_stage: Stage, number: str) -> None:
    await chat(small_stage, number)
    assert said(small_stage)[-1] == "What is it with night flights <& more>?"
    assert [call.method for call in small_stage.telegram.calls].count("answercallbackquery") == 1


async def test_the_numbers_are_those_of_the_last_message(small_stage: Stage) -> None:
    await chat(small_stage, "1", "1")
    assert said(small_stage)[1:] == ["What is it with honey <& more>?", "What is it with stings <& more>?"]


async def test_a_message_that_is_changed_in_place_is_shown_with_its_new_choices(small_stage: Stage) -> None:
    seen, _ = await chat(small_stage, "/topics", "1", "2")
    assert seen.count("│ Bees") == 1
    assert said(small_stage)[-1] == "What is it with stings <& more>?"


@pytest.mark.parametrize("text", ["0", "50", "-1", "1.", "²", "1 2"])
async def test_what_is_no_number_of_a_choice_is_text(small_stage: Stage, text: str) -> None:
    await chat(small_stage, text)
    assert [call.method for call in small_stage.telegram.calls].count("answercallbackquery") == 0
    assert len(said(small_stage)) == 2


async def test_after_a_message_without_buttons_a_number_is_text(small_stage: Stage) -> None:
    await chat(small_stage, "/help", "1")
    assert [call.method for call in small_stage.telegram.calls].count("answercallbackquery") == 0


async def test_an_endless_number_is_text(small_stage: Stage) -> None:
    await chat(small_stage, "1" * 5000)
    assert len(said(small_stage)) == 2


@pytest.mark.parametrize("line", sorted(LEAVING))
async def test_a_person_can_leave(small_stage: Stage, line: str) -> None:
    seen, left = await chat(small_stage, f" {line} ", HONEY)
    assert left == [HONEY]
    assert "honey, namely" not in seen


async def test_blank_lines_say_nothing(small_stage: Stage) -> None:
    await chat(small_stage, "", "   ", "\t")
    assert len(said(small_stage)) == 1


@pytest.mark.parametrize("text", ["[bold]x[/]", "[/nothing]", "社会信用 🙂", "\x1b[31mred", "/unknown"])
async def test_whatever_is_typed_gets_an_answer(small_stage: Stage, text: str) -> None:
    await chat(small_stage, text)
    assert len(said(small_stage)) == 2


async def test_half_a_character_gets_one_answer(small_stage: Stage) -> None:
    await chat(small_stage, "what is the capital of peru \ud83d")
    assert len(said(small_stage)) == 2


async def test_links_are_shown_behind_their_text(small_stage: Stage) -> None:
    seen, _ = await chat(small_stage, "/sources")
    assert "A. Writer, On <Animals> & Men <https://example.org/book?a=1&b=2>, Press" in seen
    assert "Owls revisited <https://example.org/paper>" in seen


def test_markup_is_shown_as_styles_of_the_right_characters() -> None:
    entities = [
        {"type": "text_link", "offset": 5, "length": 2, "url": "https://x.org"},
        {"type": "bold", "offset": 3, "length": 4},
        {"type": "spoiler", "offset": 0, "length": 2},
    ]
    text = styled({"text": "😀 a 社会!", "entities": entities})
    assert text.plain == "😀 a 社会 <https://x.org>!"
    assert {text.plain[span.start : span.end] for span in text.spans if span.style == "bold"} == {"a 社会"}
    assert {text.plain[span.start : span.end] for span in text.spans if span.style == "underline"} == {"社会"}


async def test_what_is_folded_on_a_phone_is_shown_indented(small_stage: Stage) -> None:
    seen, _ = await chat(small_stage, HONEY)
    assert "│     Since then (2021; Journal) reportedly: " in seen
    assert "│     Later it turned out otherwise with honey. " in seen
    assert "│ Source: A. Writer" in seen


def test_a_link_in_a_quotation_stays_in_it() -> None:
    entities = [
        {"type": "expandable_blockquote", "offset": 2, "length": 5},
        {"type": "text_link", "offset": 2, "length": 2, "url": "https://x.org"},
    ]
    console = screen()
    console.print(laid_out({"text": "a\n😀 b!\nc", "entities": entities}))
    assert [line.rstrip() for line in shown(console).splitlines()] == ["a", "    😀 <https://x.org> b!", "c"]


def test_a_picture_is_named_above_its_caption() -> None:
    console = screen()
    photo = [{"width": 90, "height": 160}, {"width": 1080, "height": 1920}]
    console.print(laid_out({"photo": photo, "caption": "Bee", "caption_entities": []}))
    console.print(laid_out({"photo": photo}))
    assert shown(console).split() == ["[picture:", "1080", "by", "1920]", "Bee", "[picture:", "1080", "by", "1920]"]


def test_a_file_is_named_above_its_caption() -> None:
    console = screen()
    console.print(laid_out({"document": {"file_name": "a.pdf"}, "caption": "Bee", "caption_entities": []}))
    assert shown(console).split() == ["[file:", "a.pdf]", "Bee"]


async def test_lines_are_read_until_the_end_of_the_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", StringIO("what is it?\n\n"))
    assert [await read_line(screen()) for _ in range(3)] == ["what is it?", "", None]


async def test_what_a_poll_offers_is_numbered_and_can_be_voted_for_once(small_stage: Stage) -> None:
    form = {"chat_id": "1", "question": "Milk or honey?", "options": '[{"text": "Milk"}, {"text": "Honey"}]'}
    _, body = await small_stage.telegram.call("sendPoll", form | {"type": "quiz", "correct_option_ids": "[1]"})
    console = screen()
    local = LocalChat(small_stage.application, small_stage.telegram, small_stage.person, console)
    local._show(small_stage.telegram.calls[-1:])
    assert "Milk or honey?" in shown(console)
    assert "  1 Milk\n  2 Honey\n" in shown(console)
    assert local.understand("2")["poll"]["id"] == body["result"]["poll"]["id"]
    assert local.understand("1")["message"]["text"] == "1"
