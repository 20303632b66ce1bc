"""Distinctions of the small pack, made by hand."""

from dataclasses import replace

from handlers.context import Services
from knowledge.distinctions import Distinction

_CELLS = {"what": "a", "who": "b", "whom": "c", "follows": "d"}


def card(name: str) -> Distinction:
    """Make a distinction whose titles are its id and its language."""
    sides = [{"name": "Bees", **_CELLS}, {"name": "Owls", **_CELLS}]
    return Distinction.model_validate(
        {
            "id": name,
            "entries": ["bees-honey", "owls-night"],
            "sources": [{"work": "book", "section": "One", "para": [1]}],
            "texts": {
                code: {"title": f"{name} {code}", "mix_up": "Both fly.", "sides": sides} for code in ("nl", "en")
            },
        }
    )


def with_cards(services: Services, *names: str) -> Services:
    """Give services whose pack has these distinctions."""
    return replace(services, library=replace(services.library, distinctions={name: card(name) for name in names}))
