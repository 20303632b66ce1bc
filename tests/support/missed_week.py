"""A week of questions as people type them, about forty things that the base does not tell, among much else."""

import datetime as dt
import random
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import tomli

from bot.app import Knowledge
from knowledge.languages import LANGUAGES, Language
from knowledge.library import Library
from knowledge.misses import Miss, Missed, MissKind
from knowledge.outcomes import Dialogue
from tests.support.misses import NOW

ASKED = 2_000
# The more asked of the forty things is asked about three times as often as the least.
SHARE_OF_GAPS, SHARE_OF_OURS = 0.5, 0.25
# So many of those with an answer to another question say so.
ONE_IN = 3
# What is looked at of what was found.
FIRST = 50

KINDS: Mapping[str, MissKind] = {"fallback": "unanswered", "clarify": "unclear"}

_FRAMES: Mapping[Language, tuple[str, ...]] = {
    "nl": (
        "{}", "{}", "{}?", "{} ?", "weet jij {}", "hoi, {}", "ik vroeg me af: {}", "{} in china", "{} eigenlijk",
        "vraagje, {}?", "en {}", "klopt dit: {}", "{} of niet", "ff vraag {}", "dus {}?",
    ),
    "en": (
        "{}", "{}", "{}?", "{} ?", "do you know {}", "hi, {}", "i was wondering: {}", "{} in china", "{} actually",
        "quick question, {}?", "and {}", "is this right: {}", "{} or not", "pls tell me {}", "so {}?",
    ),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Asking:
    """A question of the week: which of the forty things it is about, or which entry of the base answers it, if any."""

    text: str
    language: Language
    gap: str | None
    entry: str | None
    asker: int
    hour: int


def gap_wordings() -> dict[str, dict[Language, list[str]]]:
    """Give the forty things, each with its wordings."""
    wordings: dict[str, dict[Language, list[str]]] = tomli.loads(
        Path(__file__).with_suffix(".toml").read_text(encoding="utf-8")
    )
    return wordings


def week(library: Library, seed: int, asked: int = ASKED) -> Iterator[Asking]:
    """Write a week: half of it about the forty things, a quarter that the base can answer, a quarter of anything."""
    chance = random.Random(seed)
    wordings = gap_wordings()
    names = chance.sample(sorted(wordings), len(wordings))
    weights = [1 / (rank + 16) for rank in range(len(names))]
    ours, other = _phrasings(library), _not_ours(library)
    for _ in range(asked):
        about, name, entry = chance.random(), None, None
        if about < SHARE_OF_GAPS:
            [name] = chance.choices(names, weights)
            language = chance.choice(LANGUAGES)
            text = chance.choice(wordings[name][language])
        elif about < SHARE_OF_GAPS + SHARE_OF_OURS:
            text, language, entry = chance.choice(ours)
        else:
            text, language = chance.choice(other)
        styled = misspelt(chance, chance.choice(_FRAMES[language]).format(text))
        yield Asking(styled, language, name, entry, chance.randrange(asked // 3), chance.randrange(168))


def missed_in(knowledge: Knowledge, asked: Iterable[Asking]) -> Missed:
    """Ask the questions; give what the records hold of them afterwards.

    Who is offered the answer takes it; of three people with an answer to another question one says so.
    """
    misses = []
    for asking in asked:
        outcome, _ = knowledge.answerer.answer(asking.text, Dialogue(asking.language))
        kinds = [KINDS[outcome.act]] if outcome.act in KINDS else []
        if kinds and asking.entry in outcome.options:
            kinds.append("corrected")
        if outcome.act == "answer" and asking.entry is None and asking.asker % ONE_IN == 0:
            kinds.append("rejected")
        at = NOW - dt.timedelta(hours=asking.hour)
        misses += [Miss(asking.text, asking.language, kind, at, str(asking.asker), asking.entry) for kind in kinds]
    return Missed(tuple(misses), ())


def found_among(groups: Iterable[Sequence[str]], asked: Iterable[Asking]) -> set[str]:
    """Tell which of the forty things most texts of a group are about, for each group."""
    about = {asking.text: asking.gap for asking in asked}
    mostly = [(Counter(about[text] for text in group).most_common(1)[0], len(group)) for group in groups]
    return {name for (name, count), size in mostly if name and 2 * count > size}


def _phrasings(library: Library) -> list[tuple[str, Language, str]]:
    entries = library.entries.values()
    return [
        (phrasing, code, entry.id)
        for entry in entries
        for code in LANGUAGES
        for phrasing in entry.texts[code].phrasings
    ]


def _not_ours(library: Library) -> list[tuple[str, Language]]:
    return [(text, code) for code in LANGUAGES for text in library.not_ours[code].all]


def misspelt(chance: random.Random, text: str) -> str:
    """Type a text in haste: sometimes in small letters or with a letter left out, doubled or swapped."""
    if chance.random() < 0.3 and len(text) > 1:
        place = chance.randrange(1, len(text))
        text = chance.choice(
            [
                text[:place] + text[place + 1 :],
                text[:place] + text[place - 1] + text[place:],
                text[: place - 1] + text[place] + text[place - 1] + text[place + 1 :],
            ]
        )
    return text.upper() if chance.random() < 0.03 else text
