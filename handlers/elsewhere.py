"""What people get who write a language that the bot does not answer in: an honest line in it, and a link in English."""

from collections.abc import Mapping
from functools import cache
from html import escape
from importlib import resources

import tomli
from pydantic import TypeAdapter

from handlers.prose import beginning
from handlers.replies import Reply, entry_rows
from handlers.sentences import Sentences
from knowledge.glossary import Elsewhere
from knowledge.library import Library
from knowledge.outcomes import Outcome
from knowledge.tongues import UNLISTED


class ElsewhereSentences(Sentences):
    """In one such language; `guess` and `begin` follow on `languages`."""

    languages: str
    guess: str
    begin: str


_SENTENCES = TypeAdapter(Mapping[Elsewhere, ElsewhereSentences])


@cache
def sentences() -> Mapping[Elsewhere, ElsewhereSentences]:
    """Read the sentences of every such language.

    Raises:
        pydantic.ValidationError: a language lacks a sentence or is not known.
    """
    text = (resources.files("handlers.phrases") / "other.toml").read_text(encoding="utf-8")
    return _SENTENCES.validate_python(tomli.loads(text))


def line_on_languages(tongue: Elsewhere) -> str:
    """Say in a language which languages the bot answers in."""
    return (sentences().get(tongue) or sentences()[UNLISTED]).languages


def from_elsewhere(library: Library, outcome: Outcome, tongue: Elsewhere) -> Reply:
    """Render an outcome for somebody who wrote in `tongue`: what they may mean, or where to begin."""
    words = sentences().get(tongue) or sentences()[UNLISTED]
    language = outcome.language
    if outcome.entry is None:
        options = [library.entries[option] for option in outcome.options]
        follows = words.guess if outcome.act == "clarify" else words.begin
        return Reply(escape(f"{words.languages} {follows}"), entry_rows(options, language))
    entry = library.entries[outcome.entry]
    text = entry.texts[language]
    html = (
        f"{escape(f'{words.languages} {words.guess}')}\n\n"
        f"<b>{escape(text.question)}</b>\n{escape(beginning(text.answer))}"
    )
    return Reply(html, entry_rows([entry], language))
