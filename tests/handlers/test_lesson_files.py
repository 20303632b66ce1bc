"""A lesson as a file: the example makes one, and what is wrong is told by line in the teacher's language."""

from html import unescape
from typing import get_args

import pytest

from bot.settings import Settings
from handlers.context import Services
from handlers.lesson_files import complaints_page, example_file
from handlers.phrasebook import Phrases, read_phrasebook
from handlers.prose import TEXT_LIMIT, visible_length
from knowledge.languages import Language
from knowledge.lessons.own_routes import LARGEST_FILE, Complaint, ComplaintKind, Naming, read_own_route
from knowledge.library import Library
from tests.handlers.conftest import Open
from tests.support.lessons import taps
from tests.support.records import locked
from tests.support.rows import rows_of
from tests.support.stage import Data, Stage

BOOK = read_phrasebook()
SMALL = b'title = "Bees <&>"\n[[steps]]\nentry = "bees-honey"\n'


async def sends(stage: Stage, content: bytes, name: str = "les.toml") -> Data:
    """Send a file; give the one message that comes back."""
    [answer] = await stage.hear(stage.person.hands(content, name))
    return answer


async def test_the_example_is_sent_and_makes_a_lesson_as_it_stands(
    pupil: Stage, phrases: Phrases, language: Language
) -> None:
    draft = await pupil.taps(await pupil.says("/lesson"), f"dr:{language}:")
    [example] = await taps(pupil, draft, phrases.own.by_file)
    assert example["caption"] == phrases.own.how_file
    assert example["document"]["file_name"] == f"{phrases.own.file_name}.toml"
    content = pupil.telegram.documents.uploads[example["document"]["file_id"]]
    made = await sends(pupil, content)
    assert made["text"] == phrases.own.made
    overview = await pupil.taps(made, phrases.own.look)
    assert phrases.own.file_title in overview["text"]
    assert phrases.lessons.overview.format(minutes=20, count=5) in overview["text"]


def test_the_example_of_the_own_pack_is_a_route(library: Library, language: Language) -> None:
    text = example_file(library, BOOK[language])
    route = read_own_route(text.encode(), library, Naming("own-1", language, "t", "i"))
    assert {step.kind for step in route.steps} == {"quiz", "entry", "card", "story", "discussion"}
    assert route.text_in(language).title == BOOK[language].own.file_title


async def test_what_is_wrong_is_told_by_line(pupil: Stage, phrases: Phrases) -> None:
    answer = await sends(pupil, b'title = "x <&>"\nminutes = 900\n[[steps]]\nentry = "nope"\n[[steps]]\nkaart = "x"\n')
    lines = answer["text"].split("\n")
    assert lines[0] == phrases.own.unusable
    assert lines[1:] == [
        f"{phrases.own.at_line.format(line=2)}: {phrases.complaints.minutes}",
        f"{phrases.own.at_line.format(line=4)}: {phrases.complaints.no_such.format(key='entry', detail='nope')}",
        f"{phrases.own.at_line.format(line=6)}: {phrases.complaints.unknown_key.format(key='kaart')}",
    ]


async def test_a_lesson_by_file_is_escaped_wherever_it_is_shown(pupil: Stage, phrases: Phrases) -> None:
    made = await sends(pupil, SMALL)
    overview = await pupil.taps(made, phrases.own.look)
    assert "Bees <&>" in overview["text"]


@pytest.mark.parametrize("name", ["les.pdf", "les", "toml", "les.toml.exe"])
async def test_another_file_is_nothing_that_can_be_read(
    pupil: Stage, phrases: Phrases, rich_services: Services, name: str
) -> None:
    assert (await sends(pupil, SMALL, name))["text"] == phrases.ask.text_only
    assert await rows_of(rich_services, "*", "own_routes") == []


async def test_a_file_without_a_name_is_nothing_that_can_be_read(pupil: Stage, phrases: Phrases) -> None:
    document = {"file_id": "1", "file_unique_id": "1"}
    [answer] = await pupil.hear(pupil.person.sends(document=document))
    assert answer["text"] == phrases.ask.text_only


@pytest.mark.parametrize("size", [LARGEST_FILE + 1, None])
async def test_a_file_that_is_too_large_is_not_read_whatever_is_said_of_its_size(
    pupil: Stage, phrases: Phrases, size: int | None
) -> None:
    update = pupil.person.hands(SMALL + b"#" * LARGEST_FILE, "LES.TOML")
    if size is None:
        document = update["message"]["document"]
        update["message"]["document"] = {key: value for key, value in document.items() if key != "file_size"}
    [answer] = await pupil.hear(update)
    assert answer["text"] == phrases.own.too_large.format(kilobytes=20)


async def test_a_file_that_is_no_text_is_told_to_be_unreadable(pupil: Stage, phrases: Phrases) -> None:
    assert (await sends(pupil, b"\xff\x00\xfe"))["text"].endswith(phrases.complaints.not_toml)


async def test_what_cannot_be_kept_is_said(pupil: Stage, phrases: Phrases, bot_settings: Settings) -> None:
    await pupil.says("/help")
    with locked(bot_settings.nuancebot_data / "nuancebot.db"):
        assert (await sends(pupil, SMALL))["text"] == phrases.preferences.unkept


async def test_in_a_group_files_are_left_alone(open_as: Open, rich_services: Services, language: Language) -> None:
    group = await open_as(language, group=-1001, services=rich_services)
    assert await group.hear(group.person.hands(SMALL, "les.toml")) == []


def test_every_kind_of_complaint_has_a_sentence_and_a_long_list_fits(language: Language) -> None:
    phrases = BOOK[language]
    kinds = get_args(ComplaintKind)
    found = tuple(Complaint(number, "k" * 50, kind, "d" * 50) for kind in kinds for number in range(40))
    page = complaints_page(phrases, found, language)
    assert visible_length(page.html) <= TEXT_LIMIT
    for kind in kinds:
        assert phrases.own.unusable in unescape(complaints_page(phrases, (Complaint(0, "k", kind),), language).html)
