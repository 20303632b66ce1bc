"""Draws a result as one page of HTML: no script, nothing fetched, every text of strangers escaped."""

from collections.abc import Sequence
from importlib import resources

from jinja2 import Environment, StrictUndefined

from knowledge.upkeep.evaluation.asking import Asked
from knowledge.upkeep.evaluation.charts import SIDE, bars, dots, stacks
from knowledge.upkeep.evaluation.comparing import Comparison
from knowledge.upkeep.evaluation.results import Result
from knowledge.upkeep.evaluation.showing import share, shown

# Who wants more finds it in the JSON beside the page.
LONGEST_LIST = 40
# Longer than any list of entries that stands in a cell.
LONGEST_NAMES = 600


def draw(result: Result, comparison: Comparison | None = None) -> str:
    """Draw a result, and what changed since another one."""
    environment = Environment(
        autoescape=True, finalize=_seen, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters |= {"shown": shown, "share": share}
    source = (resources.files(__package__) / "picture.html.jinja").read_text(encoding="utf-8")
    return environment.from_string(source).render(
        result=result,
        summary=result.summary,
        tempted=_share_answered(result.questions),
        whole=next((group.measures for group in result.summary.groups if group.by == "all"), None),
        groups=[group for group in result.summary.groups if group.by != "all"],
        stacks=stacks(result.questions),
        bars=bars(result.ranks),
        diagrams=[(calibration, dots(calibration)) for calibration in result.summary.calibration],
        side=SIDE,
        missed=[
            row for row in result.questions if row.verdict == "misled" or (row.in_scope and row.verdict != "right")
        ],
        wrong_turns=[turn for turn in result.turns if not turn.right],
        comparison=comparison,
        longest=LONGEST_LIST,
    )


def _seen(value: object) -> object:
    """Write out what can't be seen, also in names of sets, styles and kinds; what is markup already stays."""
    return shown(value, LONGEST_NAMES) if type(value) is str else value


def _share_answered(questions: Sequence[Asked]) -> float | None:
    """Give the share of what the base can't answer that was answered all the same; None if nothing of it was asked."""
    others = [row.verdict == "misled" for row in questions if not row.accept]
    return sum(others) / len(others) if others else None
