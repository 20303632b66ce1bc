"""What is left of an entry in a format that does not carry all of it."""

from collections.abc import Collection
from typing import Any

from knowledge.languages import LANGUAGES


def carried(raw: dict[str, Any], fields: Collection[str]) -> dict[str, Any]:
    """Give what of an entry these fields are."""
    kept = {key: value for key, value in raw.items() if key in fields}
    texts = {
        code: {key: value for key, value in raw[code].items() if key in fields} for code in LANGUAGES if code in raw
    }
    return kept | texts
