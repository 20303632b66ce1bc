"""Draws a result as one page of HTML: no script, nothing fetched, every text of strangers escaped."""

from importlib import resources

from jinja2 import Environment, StrictUndefined

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
