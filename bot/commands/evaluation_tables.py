"""The tables of `nuancebot kb evaluate`: a result as it is read in a terminal."""

from collections.abc import Iterable, Iterator, Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from knowledge.upkeep.evaluation.comparing import Comparison
from knowledge.upkeep.evaluation.ranks import RankMeasures
from knowledge.upkeep.evaluation.results import Result, Summary
from knowledge.upkeep.evaluation.selfcheck import SelfCheck
from knowledge.upkeep.evaluation.showing import share, shown

# How much of a list is read in a terminal; the files have all of it.
LONGEST_LIST = 15
LONGEST_TEXT = 70

Row = Sequence[object]


def show(console: Console, result: Result, comparison: Comparison | None) -> None:
    """Print a result, and what changed since another one."""
    tables = [*_summary_tables(result.summary), _ranks(result.ranks)]
    if result.self_check:
        tables += _self_tables(result.self_check)
    if comparison:
        tables += _comparison_tables(comparison)
    for table in tables:
        if table.row_count:
            console.print(table)
    for line in _lines(result, comparison):
        console.print(Text(line))


def _summary_tables(summary: Summary) -> Iterator[Table]:
    yield _table(
        "Questions of the base",
        ("by", "which", "n", "right first", "helped", "misled", "refused", "top-1", "top-3", "in its language"),
        (
            (group.by, group.name, m.n, m.right_first, m.helped, m.misled, m.refused, m.top1, m.top3, m.in_language)
            for group in summary.groups
            for m in [group.measures]
        ),
    )
    yield _table(
        "What the base can't answer",
        ("kind", "language", "n", "answered", "offered", "small talk", "refused"),
        ((row.kind, row.lang, row.n, row.answered, row.offered, row.chatted, row.refused) for row in summary.scope),
    )
    yield _table(
        "As sure as it is right?",
        ("of", "confidence", "n", "mean confidence", "share right"),
        (
            (calibration.of, f"{share(found.low)}-{share(found.high)}", found.n, found.confidence, found.right)
            for calibration in (summary.calibration[0], summary.calibration[-1])
            for found in calibration.bins
            if found.n
        )
        if summary.calibration
        else (),
    )
    yield _table(
        "Which entry took whose question",
        ("answered", "instead of", "n", "for instance"),
        ((one.taker, one.owner, one.n, one.example) for one in summary.confusions[:LONGEST_LIST]),
    )
    yield _table(
        "Turns of conversations",
        ("expected", "n", "does that", "right entry", "both"),
        ((act.act, act.n, act.act_right, act.entry_right, act.right) for act in summary.dialogues.acts),
    )


def _ranks(ranks: Iterable[RankMeasures]) -> Table:
    return _table(
        "Beside others, on the same phrasings",
        ("scorer", "language", "n", "top-1", "top-3", "AUC", "ms"),
        ((row.scorer, row.lang, row.n, row.top1, row.top3, row.auc, row.ms) for row in ranks),
    )


def _self_tables(check: SelfCheck) -> Iterator[Table]:
    yield _table(
        "Entries that need more phrasings",
        ("entry", "n", "first", "among three"),
        ((one.entry, one.n, one.first, one.shown) for one in check.entries[:LONGEST_LIST]),
    )
    yield _table(
        "Entries that overlap",
        ("one", "other", "go over", "come back"),
        ((one.one, one.other, one.there, one.back) for one in check.overlaps[:LONGEST_LIST]),
    )
    yield _table(
        "Phrasings that are nearer another entry",
        ("phrasing", "stands with", "is nearer"),
        ((one.text, one.entry, one.nearer) for one in check.strays[:LONGEST_LIST]),
    )


def _comparison_tables(comparison: Comparison) -> Iterator[Table]:
    yield _table(
        "Measures that moved",
        ("measure", "before", "now", "change"),
        ((one.measure, f"{one.before:.3f}", f"{one.now:.3f}", f"{one.by:+.3f}") for one in comparison.moved if one.by),
    )
    yield _table(
        "Questions that ended otherwise",
        ("it is", "question", "before", "now"),
        ((change.way, change.text, change.before, change.now) for change in comparison.changes),
    )


def _lines(result: Result, comparison: Comparison | None) -> Iterator[str]:
    summary = result.summary
    for calibration in summary.calibration:
        yield f"expected calibration error, {calibration.of}: {calibration.error:.3f} (n {calibration.n})"
    talks = summary.dialogues
    if talks.n:
        yield f"{talks.whole} of {talks.n} conversations went well from beginning to end"
        yield from (f"twice the same wrong answer: {one.set} {one.dialogue}, {one.entry}" for one in talks.stuck)
    if summary.speed.n:
        yield f"per message: {summary.speed.p50:.2f} ms (p50), {summary.speed.p99:.2f} ms (p99), n {summary.speed.n}"
    if check := result.self_check:
        found = f"first {share(check.first)}, among three {share(check.shown)}"
        yield f"each of {check.n} phrasings from the others, in {check.folds} folds: {found}"
    if comparison:
        ways = [sum(change.way == way for change in comparison.changes) for way in ("better", "worse", "other")]
        yield "since then: {} better, {} worse, {} otherwise; ".format(*ways) + (
            f"{comparison.added} asked for the first time, {comparison.gone} not asked any more"
        )


def _table(title: str, heads: Sequence[str], rows: Iterable[Row]) -> Table:
    """Make a table: shares as they are read, numbers to the right, texts of strangers safe to look at."""
    found = list(rows)
    table = Table(title=title, title_justify="left")
    for place, head in enumerate(heads):
        numeric = bool(found) and not isinstance(found[0][place], str)
        table.add_column(head, justify="right" if numeric else "left")
    for row in found:
        table.add_row(*(Text(_cell(value)) for value in row))
    return table


def _cell(value: object) -> str:
    match value:
        case None:
            return share(None)
        case float():
            return share(value)
        case _:
            return shown(str(value), LONGEST_TEXT)
