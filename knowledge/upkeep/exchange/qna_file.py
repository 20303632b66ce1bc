"""Entries as the TSV of QnA Maker and of custom question answering: a line per way to ask, with the answer again.

Columns as those services export them; a line with the QnaId of another is another way to ask for the same answer.
"""

import datetime as dt
import json
from collections.abc import Iterator, Mapping, Sequence

from knowledge.languages import LANGUAGES
from knowledge.upkeep.exchange.decoding import decoded
from knowledge.upkeep.exchange.items import Complaint, Defaults, Item, Raw, UnreadableFileError
from knowledge.upkeep.exchange.tables import slug

COLUMNS = ("Question", "Answer", "Source", "Metadata", "SuggestedQuestions", "IsContextOnly", "Prompts", "QnaId")
CARRIES = frozenset({"topic", "reviewed", "voice", "next", "question", "answer", "phrasings"})
_SOURCE = "Editorial"
Cells = Mapping[str, str]


def write(items: Sequence[Item]) -> bytes:
    """Write a line per way to ask: the question itself first."""
    numbers = {place: number for number, place in enumerate(_places(items), start=1)}
    questions = {
        (item.id, code): item.raw[code]["question"] for item in items for code in LANGUAGES if code in item.raw
    }
    lines = ["\t".join(COLUMNS)]
    for item in items:
        for code in (code for code in LANGUAGES if code in item.raw):
            following = [(each["entry"], code) for each in item.raw["next"] if (each["entry"], code) in numbers]
            prompts = [
                {"displayOrder": order, "qnaId": numbers[place], "displayText": questions[place]}
                for order, place in enumerate(following)
            ]
            text, number = item.raw[code], str(numbers[item.id, code])
            rest = (text["answer"], _SOURCE, _metadata(item, code), "[]", "False", _json(prompts), number)
            lines += ("\t".join(map(_cell, (asked, *rest))) for asked in (text["question"], *text["phrasings"]))
    return ("\n".join(lines) + "\n").encode()


def read(content: bytes, defaults: Defaults) -> Iterator[Item | Complaint]:
    """Read lines; the ways on stand in our metadata, as prompts do not say what they are to the answer.

    Raises:
        UnreadableFileError: the header lacks Question or Answer.
    """
    lines = decoded(content).replace("\r\n", "\n").split("\n")
    header = lines[0].split("\t")
    if not {"Question", "Answer"} <= set(header):
        raise UnreadableFileError("line 1 needs the columns Question and Answer, separated by tabs")
    found: dict[str, Item] = {}
    ids: dict[str, str] = {}
    for number, line in enumerate(lines[1:], start=2):
        if line.strip():
            cells = dict(zip(header, (_plain(cell) for cell in line.split("\t")), strict=False))
            if complaint := _take(cells, f"line {number}", defaults, found, ids):
                yield Complaint(f"line {number}", complaint)
    yield from found.values()


def _places(items: Sequence[Item]) -> Iterator[tuple[str, str]]:
    yield from ((item.id, code) for item in items for code in LANGUAGES if code in item.raw)


def _metadata(item: Item, code: str) -> str:
    ways = ",".join(f"{each['kind']}.{each['entry']}" for each in item.raw["next"])
    said = {"id": item.id, "language": code, **{key: item.raw[key] for key in ("topic", "voice", "reviewed")}}
    return "|".join(f"{key}:{value}" for key, value in (said | {"next": ways}).items())


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _take(cells: Cells, place: str, defaults: Defaults, found: dict[str, Item], ids: dict[str, str]) -> str | None:
    """Add a line to the entry that it is of; gives what is wrong with it, if something is."""
    asked, answer = cells.get("Question", "").strip(), cells.get("Answer", "").strip()
    if not asked or not answer:
        return "has no question or no answer"
    metadata = dict(part.split(":", 1) for part in cells.get("Metadata", "").split("|") if ":" in part)
    code = metadata.get("language", defaults.language)
    if code not in LANGUAGES:
        return f"the language is one of {', '.join(LANGUAGES)}; say it with --lang"
    name = metadata.get("id") or ids.setdefault(cells.get("QnaId") or answer, slug(asked))
    item = found.setdefault(name, Item(place, name, _shared(metadata, defaults)))
    text = item.raw.get(code)
    if text is None:
        item.raw[code] = {"question": asked, "answer": answer, "phrasings": []}
        return None
    if text["answer"] != answer:
        return f"another answer than that of {name!r} before"
    text["phrasings"].append(asked)
    return None


def _shared(metadata: Mapping[str, str], defaults: Defaults) -> Raw:
    raw: Raw = {key: metadata[key] for key in ("topic", "voice") if key in metadata}
    if defaults.topic:
        raw.setdefault("topic", defaults.topic)
    if "next" in metadata:
        pairs = (way.partition(".") for way in metadata["next"].split(","))
        raw["next"] = [{"kind": kind, "entry": entry} for kind, _, entry in pairs]
    try:
        raw |= {"reviewed": dt.date.fromisoformat(metadata["reviewed"])} if "reviewed" in metadata else {}
    except ValueError:
        return raw
    return raw


def _cell(text: str) -> str:
    """Write what would end a cell or a line as the services do."""
    return text.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n").replace("\r", "")


def _plain(cell: str) -> str:
    parts = cell.split("\\\\")
    return "\\".join(part.replace("\\n", "\n").replace("\\t", "\t") for part in parts)
