"""Sentences that HTML can't take as they are, to see that every one of them is escaped."""

from collections.abc import Mapping
from typing import Any, TypeVar

from handlers.phrasebook import Phrasebook
from handlers.sentences import Sentences

Group = TypeVar("Group", bound=Sentences)

MARK = "<&>"


def hostile_phrasebook(phrasebook: Phrasebook) -> Phrasebook:
    """Give the same sentences, each with a mark at its end that must be escaped."""
    return {language: _marked(phrases) for language, phrases in phrasebook.items()}


def every_sentence(value: Sentences | Mapping[Any, Any], path: str = "") -> dict[str, str]:
    """List all sentences by their path."""
    found: dict[str, str] = {}
    for name, part in value.items() if isinstance(value, Mapping) else value:
        found |= {f"{path}{name}": part} if isinstance(part, str) else every_sentence(part, f"{path}{name}.")
    return found


def _marked(group: Group) -> Group:
    return group.model_copy(update={name: _mark(value) for name, value in group})


def _mark(value: Any) -> Any:
    if isinstance(value, str):
        return f"{value} {MARK}"
    return _marked(value) if isinstance(value, Sentences) else {name: _mark(part) for name, part in value.items()}
