"""The formats that entries travel in, by name and by how their files end."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from knowledge.upkeep.exchange import csv_file, faq_page, json_file, qna_file, rasa_file
from knowledge.upkeep.exchange.items import EVERYTHING, Complaint, Defaults, Item, UnreadableFileError

# Entries are text: a base of thousands is a few megabytes.
LARGEST_FILE = 50_000_000


@dataclass(frozen=True, slots=True)
class Format:
    """How to write and read one format, and which fields of an entry it carries."""

    name: str
    endings: tuple[str, ...]
    write: Callable[[Sequence[Item]], bytes]
    read: Callable[[bytes, Defaults], Iterator[Item | Complaint]]
    carries: frozenset[str] = EVERYTHING


def _write_xlsx(items: Sequence[Item]) -> bytes:
    from knowledge.upkeep.exchange import xlsx_file  # noqa: PLC0415  (a quarter of a second that others save)

    return xlsx_file.write(items)


def _read_xlsx(content: bytes, defaults: Defaults) -> Iterator[Item | Complaint]:
    from knowledge.upkeep.exchange import xlsx_file  # noqa: PLC0415  (as above)

    return xlsx_file.read(content, defaults)


FORMATS = {
    format_.name: format_
    for format_ in (
        Format("csv", (".csv",), csv_file.write, csv_file.read),
        Format("xlsx", (".xlsx",), _write_xlsx, _read_xlsx),
        Format("json", (".json",), json_file.write, json_file.read),
        Format("faq", (".jsonld",), faq_page.write, faq_page.read, faq_page.CARRIES),
        Format("qna", (".tsv",), qna_file.write, qna_file.read, qna_file.CARRIES),
        Format("rasa", (".yml", ".yaml"), rasa_file.write, rasa_file.read, rasa_file.CARRIES),
    )
}


def format_of(path: Path, name: str | None = None) -> Format:
    """Give the format of that name, or the one that files with that ending have.

    Raises:
        UnreadableFileError: no format has that ending.
    """
    if name:
        return FORMATS[name]
    for format_ in FORMATS.values():
        if path.suffix.lower() in format_.endings:
            return format_
    endings = ", ".join(ending for format_ in FORMATS.values() for ending in format_.endings)
    msg = f"{path.name}: the format can't be told by the name ({endings}); say it with --format"
    raise UnreadableFileError(msg)


def read_file(path: Path, format_: Format, defaults: Defaults) -> tuple[list[Item], list[Complaint]]:
    """Read what a file says of entries, and what of it can't be read.

    Raises:
        UnreadableFileError: the file as a whole can't be read.
    """
    try:
        if path.stat().st_size > LARGEST_FILE:
            msg = f"is larger than {LARGEST_FILE // 1_000_000} MB"
            raise UnreadableFileError(msg)
        content = path.read_bytes()
    except OSError as error:
        msg = f"can't be read: {error.strerror}"
        raise UnreadableFileError(msg) from None
    found = list(format_.read(content, defaults))
    items = [one for one in found if isinstance(one, Item)]
    return items, [one for one in found if isinstance(one, Complaint)]
