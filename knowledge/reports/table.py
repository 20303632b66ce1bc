"""A report as a table for spreadsheets, in which nothing that a pupil typed becomes a formula."""

import csv
import io

from knowledge.languages import Language
from knowledge.reports.sheet import Sheet

# What spreadsheets take for the end of a cell, where a comma stands before decimals and where it does not.
_SEPARATOR = ";"
_SEPARATORS: dict[Language, str] = {"en": ","}
# With these a spreadsheet begins to calculate.
_CALCULATING = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")


def table_of(sheet: Sheet) -> bytes:
    """Give a report as CSV in UTF-8, marked as such: a line for each value."""
    file = io.StringIO()
    writer = csv.writer(file, delimiter=_SEPARATORS.get(sheet.language, _SEPARATOR), quoting=csv.QUOTE_MINIMAL)
    writer.writerow(map(harmless, sheet.head))
    for section in sheet.sections:
        for row in section.rows:
            for name, value in zip(section.columns, row.values, strict=True):
                writer.writerow(map(harmless, (section.heading, row.label, name, value)))
    return file.getvalue().encode("utf-8-sig")


def harmless(cell: str) -> str:
    """Give a cell as one that is never calculated: what begins as a formula gets an apostrophe before it."""
    return f"'{cell}" if cell.lstrip(" ").startswith(_CALCULATING) else cell
