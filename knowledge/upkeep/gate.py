"""Whether content may change: old questions asked of it before and now, and what became of them for askers."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from knowledge.upkeep.evaluation.comparing import Change, Comparison
from knowledge.upkeep.evaluation.questions import OWN_SETS

# Reasons for which an old question may end worse, by the question; beside the sets, and no set itself.
ACCEPTED = Path(OWN_SETS) / "accepted.json"
# Of each kind of change, so many are listed.
LISTED = 40


class UnreadableReasonsError(Exception):
    """The file of reasons is not what it should be; the message says what it should be."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a change of the content does to old questions: `accepted` are those that may end worse, with why."""

    comparison: Comparison
    accepted: Mapping[str, str]

    @property
    def unaccepted(self) -> tuple[Change, ...]:
        """The questions that end worse without a reason."""
        return tuple(each for each in self.comparison.changes if each.way == "worse" and each.text not in self.accepted)

    def as_markdown(self) -> str:
        """Tell it for a pull request."""
        return "\n".join(self._lines()) + "\n"

    def _lines(self) -> Iterator[str]:
        counts = {
            way: [each for each in self.comparison.changes if each.way == way] for way in ("worse", "better", "other")
        }
        told = ", ".join(f"{len(found)} {way}" for way, found in counts.items())
        yield f"**What changes for askers:** of the old questions end {told}."
        for moved in self.comparison.moved:
            if moved.measure.startswith("all all:") and moved.by:
                yield f"- {moved.measure.removeprefix('all all: ')}: {moved.before:.3f} → {moved.now:.3f}"
        for way, found in counts.items():
            if found:
                yield f"\n| {way} | before | now | |\n|---|---|---|---|"
                yield from map(self._row, found[:LISTED])
            if len(found) > LISTED:
                yield f"\nand {len(found) - LISTED} more"
        if self.unaccepted:
            yield f"\n{len(self.unaccepted)} end worse without a reason. Mend them, or say why in `{ACCEPTED}`."

    def _row(self, change: Change) -> str:
        cells = (
            change.text,
            change.before,
            change.now,
            self.accepted.get(change.text, "") if change.way == "worse" else "",
        )
        return "| " + " | ".join(" ".join(cell.replace("|", "\\|").split()) for cell in cells) + " |"


def accepted_in(folder: Path) -> Mapping[str, str]:
    """Read the reasons that a pack gives; none if it has no such file.

    Raises:
        UnreadableReasonsError: the file is no JSON object of texts.
    """
    file = folder / ACCEPTED
    if not file.exists():
        return {}
    try:
        found = json.loads(file.read_text(encoding="utf-8"))
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict) or not all(isinstance(reason, str) and reason.strip() for reason in found.values()):
        msg = f'{ACCEPTED} must be like {{"the question": "why it may end worse"}}'
        raise UnreadableReasonsError(msg)
    return found
