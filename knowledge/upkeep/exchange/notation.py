"""Sources, ways on and later facts as lines of text, for cells of a table: `work | section | 1, 2`, `why: entry-id`."""

import re
from collections.abc import Iterable, Sequence
from typing import Any

from knowledge.upkeep.exchange.items import Raw

_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_NUMBER = re.compile(r"\d+")


class UnclearError(Exception):
    """A line is not of the form that it should have; the message says which form that is."""


def sources_to_text(sources: Iterable[Raw]) -> str:
    """Write pointers to works, a line each."""
    lines = []
    for pointer in sources:
        para = ", ".join(map(_para_to_text, pointer.get("para", ())))
        lines.append(" | ".join([pointer["work"], pointer.get("section", ""), para]).rstrip(" |"))
    return "\n".join(lines)


def sources_from_text(text: str) -> list[Raw]:
    """Read pointers to works.

    Raises:
        UnclearError: a line has too many parts.
    """
    found: list[Raw] = []
    for line in lines_of(text):
        parts = [part.strip() for part in line.split("|")]
        if len(parts) > 3 or not parts[0]:  # noqa: PLR2004  (work, section, paragraphs)
            msg = f"a source is written `work | section | 1, 2`, not {line!r}"
            raise UnclearError(msg)
        pointer: Raw = {"work": parts[0]}
        if len(parts) > 1 and parts[1]:
            pointer["section"] = parts[1]
        if len(parts) > 2 and parts[2]:  # noqa: PLR2004
            pointer["para"] = [_para_from_text(part.strip()) for part in parts[2].split(",")]
        found.append(pointer)
    return found


def next_to_text(following: Iterable[Raw]) -> str:
    """Write the ways on, a line each."""
    return "\n".join(f"{each['kind']}: {each['entry']}" for each in following)


def next_from_text(text: str) -> list[Raw]:
    """Read the ways on.

    Raises:
        UnclearError: a line does not say both what it is to this entry and where it leads.
    """
    return [_pair(line) for line in lines_of(text)]


def since_to_text(since: Iterable[Raw], language: str) -> str:
    """Write the later facts as they are told in a language, a line each."""
    lines = (
        " | ".join([later["date"], later["certainty"], ", ".join(later["sources"]), _escaped(later.get(language, ""))])
        for later in since
    )
    return "\n".join(lines)


def since_from_text(text: str, language: str) -> list[Raw]:
    """Read later facts as they are told in a language.

    Raises:
        UnclearError: a line has not four parts.
    """
    found: list[Raw] = []
    for line in lines_of(text):
        parts = [part.strip() for part in line.split("|", 3)]
        if len(parts) < 4:  # noqa: PLR2004  (date, certainty, works, text)
            msg = f"a later fact is written `date | certainty | work, work | text`, not {line[:60]!r}"
            raise UnclearError(msg)
        works = [work.strip() for work in parts[2].split(",")]
        found.append(
            {"date": parts[0], "certainty": parts[1], "sources": works, language: _ESCAPED.sub(_unescape, parts[3])}
        )
    return found


def phrasings_to_text(phrasings: Sequence[str]) -> str:
    """Write phrasings, a line each."""
    return "\n".join(phrasings)


def lines_of(text: str) -> list[str]:
    """Split text into its lines, without those that are empty."""
    return [line.strip() for line in text.splitlines() if line.strip()]


def _pair(line: str) -> Raw:
    kind, colon, entry = line.partition(":")
    if not colon or not kind.strip() or not entry.strip():
        msg = f"a way on is written `why: entry-id`, not {line!r}"
        raise UnclearError(msg)
    return {"kind": kind.strip(), "entry": entry.strip()}


def _para_to_text(para: Any) -> str:  # noqa: ANN401
    return f'"{para}"' if isinstance(para, str) and _NUMBER.fullmatch(para) else str(para)


def _para_from_text(text: str) -> int | str:
    return int(text) if _NUMBER.fullmatch(text) and len(text) < 10 else text.strip('"')  # noqa: PLR2004


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("\n", "\\n")


def _unescape(found: re.Match[str]) -> str:
    return "\n" if found[1] == "n" else found[1]
