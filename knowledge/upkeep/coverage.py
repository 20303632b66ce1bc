"""What of the essay, and of an inventory of it, no entry uses."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from knowledge.library import Library
from knowledge.text import words

# A fact most of whose words no answer uses is probably told in other words; a person should look at those below this.
TOLD_FROM = 0.5
# Words that carry no fact.
_SHORTEST_TELLING_WORD = 4


def unused_paragraphs(library: Library) -> list[int | str]:
    """List the essay's paragraphs that no entry cites."""
    cited = {
        para
        for entry in library.entries.values()
        for pointer in entry.sources
        if pointer.work == library.pack.work
        for para in pointer.para
    }
    return [para for section in library.essay.sections for para in section.para if para not in cited]


def inventory_gaps(library: Library, inventory: Path) -> Iterator[str]:
    """Yield what an inventory asks for and the base lacks.

    An inventory is YAML: under `entries`, per id the facts (`say`) and paragraphs (`para`) that its answer must carry;
    under `distinctions`, the ids of the cards.

    Raises:
        OSError: the inventory can't be read.
        yaml.YAMLError: it is no YAML.
    """
    wanted: dict[str, Any] = yaml.safe_load(inventory.read_text(encoding="utf-8")) or {}
    for entry_id, asked in (wanted.get("entries") or {}).items():
        if entry_id not in library.entries:
            yield f"{entry_id}: no such entry"
            continue
        yield from (f"{entry_id}: {gap}" for gap in _entry_gaps(library, entry_id, asked or {}))
    for name in wanted.get("distinctions") or ():
        if name not in library.distinctions:
            yield f"{name}: no such distinction"


def _entry_gaps(library: Library, entry_id: str, asked: dict[str, Any]) -> Iterator[str]:
    entry = library.entries[entry_id]
    cited = {para for pointer in entry.sources for para in pointer.para}
    missing = [para for para in asked.get("para", ()) if para not in cited]
    if missing:
        yield f"paragraphs not cited: {', '.join(map(str, missing))}"
    told = {word for text in entry.texts.values() for part in (text.question, text.answer) for word in words(part)}
    stems = {word[:_SHORTEST_TELLING_WORD] for word in told}
    facts = asked.get("say", ())
    for fact in [facts] if isinstance(facts, str) else facts:
        telling = [word for word in words(str(fact)) if len(word) >= _SHORTEST_TELLING_WORD]
        share = sum(word[:_SHORTEST_TELLING_WORD] in stems for word in telling) / max(1, len(telling))
        if telling and share < TOLD_FROM:
            yield f"to check by eye, told in other words or not at all ({share:.0%} of its words): {fact}"
