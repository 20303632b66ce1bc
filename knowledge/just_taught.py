"""Wordings that were taught and are not learned yet: who types one word for word is answered meanwhile."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from knowledge.changes import Change
from knowledge.text import words


@dataclass(frozen=True, slots=True)
class JustTaught:
    """Each wording, in its comparable form, with the change that taught it: a phrasing, or what is not ours."""

    wordings: Mapping[str, Change] = field(default_factory=dict)

    @classmethod
    def of(cls, changes: Iterable[Change], fits: Callable[[Change], bool]) -> "JustTaught":
        """Gather from changes in force, in order, what `fits`; what was taken away again is left out."""
        wordings: dict[str, Change] = {}
        for change in changes:
            if change.kind in ("phrasing", "not-ours") and change.language and fits(change):
                wordings[_comparable(change.text)] = change
            elif change.kind in ("unphrasing", "ours"):
                wordings.pop(_comparable(change.text), None)
        wordings.pop("", None)
        return cls(wordings)

    def find(self, text: str) -> Change | None:
        """Give the change that taught a text, in whatever letters."""
        return self.wordings.get(_comparable(text)) if self.wordings else None


NOTHING_TAUGHT = JustTaught()


def _comparable(text: str | None) -> str:
    return " ".join(words(text or ""))
