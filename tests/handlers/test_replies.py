"""Messages from what is known: everything escaped, everything within Telegram's limits."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.offline.limits import MAX_TEXT
from bot.offline.markup import parse_html, utf16_length
from handlers import replies
from handlers.buttons import Verb, read_tap
from handlers.context import Services
from handlers.phrasebook import Phrases, read_phrasebook
from handlers.replies import Reply
from knowledge.distinctions import Distinction, DistinctionText
from knowledge.entries import UNDATED, Entry, Since
from knowledge.languages import Language
from knowledge.library import Library

PHRASES = read_phrasebook()
Part = Callable[[Library, Phrases, Entry, Language], Reply]
PARTS: tuple[Part, ...] = (replies.answer, replies.simpler, replies.more, replies.source)


def verbs(reply: Reply) -> list[Verb]:
    """List what the buttons under a reply ask for, in order."""
    return [read_tap(str(button.callback_data)).verb for row in reply.rows for button in row]


@pytest.mark.parametrize("part", PARTS)
def test_every_part_of_every_entry_of_the_own_pack_fits_a_message(
    library: Library, language: Language, part: Part
) -> None:
    for entry in library.entries.values():
        parsed = parse_html(part(library, PHRASES[language], entry, language).html)
        assert entry.texts[language].question in parsed.text
        assert utf16_length(parsed.text) <= MAX_TEXT


def test_an_answer_says_what_is_known_since_and_how_sure_that_is(small_services: Services, language: Language) -> None:
    entry = small_services.library.entries["bees-honey"]
    since = {
        "nl": "Sindsdien (2021; Journal) naar verluidt:\nLater bleek",
        "en": "Since then (2021; Journal) reportedly:\nLater it",
    }
    assert since[language] in text_of(small_services.library, entry, language)


def test_what_is_known_since_is_folded_into_one_quotation(small_services: Services) -> None:
    entry = small_services.library.entries["bees-honey"]
    twice = entry.model_copy(update={"since": entry.since * 2})
    parsed = parse_html(replies.answer(small_services.library, PHRASES["en"], twice, "en").html)
    [quoted] = [mark for mark in parsed.entities if mark["type"] == "expandable_blockquote"]
    block = parsed.text[quoted["offset"] :][: quoted["length"]]
    assert block.startswith("Since then")
    assert block.count("Later it turned out otherwise with honey.") == 2
    assert "Source: " not in block


def test_what_is_known_since_gives_way_where_it_would_not_fit(small_services: Services, language: Language) -> None:
    library, phrases = small_services.library, PHRASES[language]
    entry = library.entries["bees-honey"]
    long = entry.since[0].model_copy(update={"texts": {"nl": "é" * 1500, "en": "é" * 1500}})
    text = text_of(library, entry.model_copy(update={"since": (long,) * 5}), language)
    assert text.count("é" * 1500) == 2
    assert phrases.answer.since_left_out.format(count=3) in text
    assert utf16_length(text) <= replies.ANSWER_LIMIT
    assert "A. Writer, Press" in text.splitlines()[-1]


def test_an_answer_begins_with_its_question_and_a_bold_lead(small_services: Services, language: Language) -> None:
    entry = small_services.library.entries["bees-honey"]
    for part in (replies.answer, replies.simpler):
        parsed = parse_html(part(small_services.library, PHRASES[language], entry, language).html)
        assert [mark["type"] for mark in parsed.entities[:2]] == ["italic", "bold"]
        assert parsed.entities[1]["offset"] == utf16_length(entry.texts[language].question) + 2


def test_more_shows_its_first_paragraph_and_folds_the_others(small_services: Services) -> None:
    entry = small_services.library.entries["bees-honey"]
    text = entry.texts["nl"].model_copy(update={"more": "Een.\n\nTwee.\n\nDrie."})
    longer = entry.model_copy(update={"texts": {"nl": text}})
    parsed = parse_html(replies.more(small_services.library, PHRASES["nl"], longer, "nl").html)
    [quoted] = [mark for mark in parsed.entities if mark["type"] == "expandable_blockquote"]
    assert parsed.text[quoted["offset"] :][: quoted["length"]] == "Twee.\n\nDrie."


def test_what_is_established_is_not_called_reported(small_services: Services) -> None:
    entry = small_services.library.entries["bees-honey"]
    sure = entry.since[0].model_copy(update={"certainty": "established"})
    text = text_of(small_services.library, entry.model_copy(update={"since": (sure,)}), "en")
    assert "Since then (2021; Journal)\nLater it turned out" in text


@pytest.mark.parametrize(
    ("language", "said"), [("nl", "Sindsdien (ongedateerd; Journal)"), ("en", "Since then (undated; Journal)")]
)
def test_what_has_no_date_says_so_in_words(small_services: Services, language: Language, said: str) -> None:
    entry = small_services.library.entries["bees-honey"]
    undated = entry.since[0].model_copy(update={"date": UNDATED})
    assert said in text_of(small_services.library, entry.model_copy(update={"since": (undated,)}), language)


def test_a_publisher_of_two_later_sources_is_named_once(small_services: Services) -> None:
    library = small_services.library
    entry = library.entries["bees-honey"]
    twice = entry.since[0].model_copy(update={"sources": ("paper", "paper", "book")})
    text = text_of(library, entry.model_copy(update={"since": (twice,)}), "en")
    assert "Since then (2021; Journal, Press)" in text


def test_an_answer_without_later_knowledge_has_no_such_part(small_services: Services) -> None:
    entry = small_services.library.entries["bees-honey"].model_copy(update={"since": ()})
    assert "Since then" not in text_of(small_services.library, entry, "en")


@pytest.mark.parametrize(
    ("part", "language", "below"),
    [
        (replies.answer, "en", [Verb.ENTRY, Verb.SIMPLER, Verb.SOURCE]),
        (replies.answer, "nl", [Verb.ENTRY, Verb.SIMPLER, Verb.MORE, Verb.SOURCE]),
        (replies.simpler, "en", [Verb.SOURCE]),
        (replies.simpler, "nl", [Verb.MORE, Verb.SOURCE]),
        (replies.more, "en", [Verb.ENTRY, Verb.SIMPLER, Verb.SOURCE]),
        (replies.more, "nl", [Verb.ENTRY, Verb.SIMPLER, Verb.SOURCE]),
        (replies.source, "en", [Verb.SIMPLER]),
        (replies.source, "nl", [Verb.SIMPLER, Verb.MORE]),
    ],
)
def test_no_button_offers_what_is_shown_or_what_is_not_there(
    small_services: Services, part: Part, language: Language, below: list[Verb]
) -> None:
    library = small_services.library
    assert verbs(part(library, PHRASES[language], library.entries["bees-honey"], language)) == below


def test_only_the_first_card_that_concerns_an_entry_gets_a_button(small_services: Services) -> None:
    library = small_services.library
    titled = DistinctionText.model_construct(title="Bee or owl?", mix_up="", sides=())
    card = Distinction.model_construct(id="first", entries=("bees-honey",), sources=(), texts={"en": titled})
    cards = {"first": card, "second": card.model_copy(update={"id": "second"})}
    reply = replies.answer(replace(library, distinctions=cards), PHRASES["en"], library.entries["bees-honey"], "en")
    assert [button.callback_data for row in reply.rows for button in row if "Bee or" in button.text] == ["c:en:first"]


def test_a_reply_without_buttons_has_no_keyboard() -> None:
    assert Reply("text").keyboard is None


def test_the_nearest_questions_are_named_and_the_way_to_all(small_services: Services, language: Language) -> None:
    nearest = [small_services.library.entries[name] for name in ("owls-night", "bees-honey")]
    reply = replies.fallback(PHRASES[language], nearest, language)
    labels = [button.text for row in reply.rows for button in row]
    assert labels == [*(entry.texts[language].question for entry in nearest), PHRASES[language].buttons.back]


def test_without_anything_near_the_refusal_points_to_the_topics(language: Language) -> None:
    reply = replies.fallback(PHRASES[language], [], language)
    assert "/topics" in reply.html
    assert reply.rows == ()


@given(st.text(min_size=1), st.text(min_size=1))
def test_whatever_an_entry_says_comes_out_as_written(small_library: Library, said: str, other: str) -> None:
    entry = hostile(small_library.entries["bees-honey"], said, other)
    for part in PARTS:
        text = parse_html(part(small_library, PHRASES["nl"], entry, "nl").html).text
        assert text.startswith(f"{said}\n\n")
        assert part is replies.source or other in text


def hostile(entry: Entry, question: str, body: str) -> Entry:
    """Give an entry whose texts are these."""
    text = entry.texts["nl"].model_copy(update={"question": question, "answer": body, "simple": body, "more": body})
    since = Since.model_construct(date=body, certainty="reported", sources=("paper",), texts={"nl": body, "en": body})
    return entry.model_copy(update={"texts": {"nl": text, "en": text}, "since": (since,)})


def text_of(library: Library, entry: Entry, language: Language) -> str:
    """Give an entry's answer as people see it."""
    return parse_html(replies.answer(library, PHRASES[language], entry, language).html).text
