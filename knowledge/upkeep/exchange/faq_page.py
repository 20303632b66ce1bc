"""Entries as a schema.org FAQPage (JSON-LD): a Question per entry and language."""

import datetime as dt
import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from knowledge.languages import LANGUAGES
from knowledge.upkeep.exchange.items import Complaint, Defaults, Item, Raw, UnreadableFileError
from knowledge.upkeep.exchange.json_file import parsed
from knowledge.upkeep.exchange.tables import slug

CARRIES = frozenset({"topic", "reviewed", "question", "answer", "simple", "phrasings"})


def write(items: Sequence[Item]) -> bytes:
    """Write one page; other ways to ask are alternate names, the simple answer is the abstract of the answer."""
    questions = [_question(item, code) for item in items for code in LANGUAGES if code in item.raw]
    page = {"@context": "https://schema.org", "@type": "FAQPage", "mainEntity": questions}
    return json.dumps(page, ensure_ascii=False, indent=1).encode() + b"\n"


def read(content: bytes, defaults: Defaults) -> Iterator[Item | Complaint]:
    """Read the questions of a page, whoever wrote it; an id that is not said is made of the question.

    Raises:
        UnreadableFileError: it is no JSON, or no FAQPage.
    """
    page = parsed(content)
    asked = page.get("mainEntity") if isinstance(page, dict) else None
    if not isinstance(asked, list | dict):
        raise UnreadableFileError("is no FAQPage: there is no mainEntity")
    found: dict[str, Item] = {}
    for number, question in enumerate(asked if isinstance(asked, list) else [asked], start=1):
        place = f"question {number}"
        said = _said(question, defaults)
        if isinstance(said, str):
            yield Complaint(place, said)
            continue
        name, raw = said
        before = found.get(name) or Item(place, name, {})
        if set(before.raw) & set(raw) & set(LANGUAGES):
            yield Complaint(place, f"{name!r} is there twice in one language")
            continue
        found[name] = Item(before.place, name, before.raw | raw)
    yield from found.values()


def _question(item: Item, code: str) -> Raw:
    text = item.raw[code]
    answer = {"@type": "Answer", "text": text["answer"]}
    if "simple" in text:
        answer["abstract"] = text["simple"]
    return {
        "@type": "Question",
        "identifier": item.id,
        "inLanguage": code,
        "about": item.raw["topic"],
        "dateModified": str(item.raw["reviewed"]),
        "name": text["question"],
        "alternateName": text["phrasings"],
        "acceptedAnswer": answer,
    }


def _said(question: Any, defaults: Defaults) -> tuple[str, Raw] | str:  # noqa: ANN401
    """Give id and what is said, or what is wrong."""
    if not isinstance(question, Mapping):
        return "is no object"
    asked, answer = question.get("name"), question.get("acceptedAnswer")
    if not isinstance(asked, str) or not isinstance(answer, Mapping) or not isinstance(answer.get("text"), str):
        return "needs a `name` and an `acceptedAnswer` with a `text`"
    code = str(question.get("inLanguage", defaults.language or ""))[:2].lower()
    if code not in LANGUAGES:
        return f"the language is one of {', '.join(LANGUAGES)}; say it with --lang"
    also = question.get("alternateName", [])
    also = [also] if isinstance(also, str) else also
    text: Raw = {"question": asked, "answer": answer["text"]}
    if isinstance(answer.get("abstract"), str):
        text["simple"] = answer["abstract"]
    if isinstance(also, list) and also:
        text["phrasings"] = [str(phrasing) for phrasing in also]
    raw: Raw = {code: text}
    if topic := question.get("about") or defaults.topic:
        raw["topic"] = str(topic)
    try:
        if "dateModified" in question:
            raw["reviewed"] = dt.date.fromisoformat(str(question["dateModified"])[:10])
    except ValueError:
        return "dateModified is no date"
    return str(question.get("identifier") or slug(asked)), raw
