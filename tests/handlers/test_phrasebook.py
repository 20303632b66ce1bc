"""The bot's own sentences: complete, alike in both languages, and escaped wherever they are shown."""

import string
from dataclasses import replace
from importlib import resources
from typing import Any, get_args

import pytest
import tomli
from pydantic import ValidationError

from handlers.context import Services
from handlers.phrasebook import COMMAND_NAMES, Phrases, read_phrasebook
from knowledge.entries import Voice
from knowledge.languages import LANGUAGES, Language
from tests.handlers.conftest import Open
from tests.support.phrases import MARK, every_sentence, hostile_phrasebook

BOOK = read_phrasebook()


def raw(language: Language) -> dict[str, Any]:
    """Read a language's file as it stands."""
    return tomli.loads((resources.files("handlers.phrases") / f"{language}.toml").read_text(encoding="utf-8"))


def placeholders(sentence: str) -> set[str]:
    """List the names in braces."""
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name is not None}


def test_every_language_has_sentences_and_no_other() -> None:
    assert {*BOOK} == {*LANGUAGES}
    files = {path.name for path in resources.files("handlers.phrases").iterdir() if path.name.endswith(".toml")}
    assert files == {"other.toml", *(f"{language}.toml" for language in LANGUAGES)}


def test_both_languages_have_the_same_sentences() -> None:
    assert every_sentence(BOOK["nl"]).keys() == every_sentence(BOOK["en"]).keys()


@pytest.mark.parametrize("path", every_sentence(BOOK["en"]))
def test_both_languages_have_the_same_placeholders(path: str) -> None:
    dutch, english = (every_sentence(BOOK[language])[path] for language in ("nl", "en"))
    assert placeholders(dutch) == placeholders(english)
    assert "" not in placeholders(dutch)


@pytest.mark.parametrize("path", every_sentence(BOOK["en"]))
def test_no_sentence_is_empty_or_ends_in_blanks(path: str) -> None:
    for phrases in BOOK.values():
        sentence = every_sentence(phrases)[path]
        assert sentence.strip()
        assert sentence == sentence.strip()


@pytest.mark.parametrize("path", sorted(every_sentence(BOOK["en"]).keys() - {"card.who", "language_name"}))
def test_a_sentence_is_not_the_same_in_both_languages(path: str) -> None:
    assert every_sentence(BOOK["nl"])[path] != every_sentence(BOOK["en"])[path]


def test_every_command_and_every_voice_has_words(language: Language) -> None:
    assert {*BOOK[language].commands} == {*COMMAND_NAMES}
    assert {*BOOK[language].voices} == {*get_args(Voice)}


@pytest.mark.parametrize("group", ["help", "ask", "buttons", "answer", "card", "start", "topics", "sources", "error"])
def test_a_missing_sentence_is_an_error_that_names_it(language: Language, group: str) -> None:
    words = raw(language)
    name, _ = words[group].popitem()
    with pytest.raises(ValidationError, match=rf"{group}\.{name}"):
        Phrases.model_validate(words)


def test_a_sentence_that_nobody_says_is_an_error_that_names_it(language: Language) -> None:
    words = raw(language)
    words["ask"]["typo"] = "?"
    with pytest.raises(ValidationError, match=r"ask\.typo"):
        Phrases.model_validate(words)


@pytest.mark.parametrize(("group", "name"), [("commands", "help"), ("voices", "plan")])
def test_a_command_or_voice_without_words_is_an_error(group: str, name: str) -> None:
    words = raw("en")
    del words[group][name]
    with pytest.raises(ValidationError):
        Phrases.model_validate(words)


@pytest.mark.parametrize("typed", ["/start nope", "/help", "/ask", "/topics", "/sources", "/language", "/language nl"])
async def test_sentences_on_commands_are_escaped(open_as: Open, small_services: Services, typed: str) -> None:
    stage = await open_as("en", services=hostile(small_services))
    assert MARK in (await stage.says(typed))["text"]


@pytest.mark.parametrize("typed", ["/nope", "honey stings", "capital of peru", "tell me of honey comb"])
async def test_sentences_on_messages_are_escaped(open_as: Open, small_services: Services, typed: str) -> None:
    stage = await open_as("en", services=hostile(small_services))
    assert MARK in (await stage.says(typed))["text"]


@pytest.mark.parametrize("data", ["s:nl:bees-honey", "m:en:bees-honey", "q:en:bees-honey", "t:en:gone", "l:en:auto"])
async def test_sentences_on_taps_are_escaped(open_as: Open, small_services: Services, data: str) -> None:
    stage = await open_as("en", services=hostile(small_services))
    assert MARK in (await stage.taps(await stage.says("/start"), data))["text"]


@pytest.mark.parametrize(("data", "said"), [("nonsense", "I cannot read"), ("e:en:gone", "This button belongs")])
async def test_sentences_on_broken_buttons_are_escaped(
    open_as: Open, small_services: Services, data: str, said: str
) -> None:
    stage = await open_as("en", services=hostile(small_services))
    assert (await stage.taps(await stage.says("/start"), data))["text"].startswith(said)


def hostile(services: Services) -> Services:
    """Give services whose sentences all need escaping."""
    return replace(services, phrasebook=hostile_phrasebook(services.phrasebook))
