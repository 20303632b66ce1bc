"""`nuancebot kb gaps`: what people asked that the base does not tell, the most asked first."""

import dataclasses
import datetime as dt
import json
from collections.abc import Sequence
from typing import Any

import click

from bot.app import build_knowledge, build_services
from bot.changes import changes_before_start
from bot.commands.changing import AWAY
from bot.commands.common import pass_settings
from bot.keeping import with_keeper
from bot.settings import Settings
from handlers.context import Services
from handlers.gaps import ASIDE
from knowledge.records.misses import missed
from knowledge.records.proposals import gaps_aside, set_gap_aside
from knowledge.upkeep.gaps.finding import GAP_DAYS, Gap, Unhelpful, find_gaps, unhelpful_answers

# Of a gap, so many wordings are printed; `--json` has all that may be shown.
SHOWN = 3
UNSHOWN = "(not shown: may name somebody)"


@click.command("gaps")
@click.option("--since", "days", type=click.IntRange(1, 3650), default=GAP_DAYS, show_default=True, metavar="DAYS")
@click.option("--most", type=click.IntRange(1), default=50, show_default=True, help="How many are printed.")
@click.option("--json", "as_json", is_flag=True, help="Print all of them as JSON.")
@click.option("--later", metavar="KEY", help="Show this gap no more for two weeks; KEY is what stands in [].")
@pass_settings
def gaps_command(settings: Settings, *, days: int, most: int, as_json: bool, later: str | None) -> None:
    """List what was asked in the last DAYS and found no answer, or a wrong one, in groups that ask much the same.

    Words that may name somebody are left out. `kb teach --gap KEY` mends one.
    """
    gaps, unhelpful = gaps_of(settings, days)
    if later:
        _set_aside(settings, gap_named(gaps, later))
        return
    if as_json:
        click.echo(json.dumps(_plain(gaps, unhelpful), ensure_ascii=False, indent=1))
        return
    for number, gap in enumerate(gaps[:most], start=1):
        click.echo("\n".join(_lines(number, gap)))
    for answer in unhelpful:
        click.echo(f"not helpful: {answer.entry}, {answer.unhelpful} votes ({answer.helpful} say helpful)")
    click.echo(f"{len(gaps)} gaps in {days} days")


def gaps_of(settings: Settings, days: int) -> tuple[list[Gap], list[Unhelpful]]:
    """Find the gaps of the last days that are not set aside, and the answers that helped nobody.

    Raises:
        ClickException: the database is away.
    """
    knowledge, time = build_knowledge(settings, changes_before_start(settings)), dt.timedelta(days=days)
    return with_keeper(settings, lambda keeper: _found(build_services(settings, knowledge, keeper), time))


def gap_named(gaps: Sequence[Gap], key: str) -> Gap:
    """Find a gap by its key.

    Raises:
        ClickException: there is none.
    """
    found = next((gap for gap in gaps if gap.key == key), None)
    if found is None:
        msg = f"no gap {key!r}; `nuancebot kb gaps` lists them"
        raise click.ClickException(msg)
    return found


async def _found(services: Services, time: dt.timedelta) -> tuple[list[Gap], list[Unhelpful]]:
    now = services.now()
    found = await missed(services.keeper, now - time)
    aside = await gaps_aside(services.keeper, now)
    if found is None:
        raise click.ClickException("the database can't be read")
    library = services.library
    gaps = find_gaps(library, services.answerer.explain, services.checks.of(library), found, now)
    return [gap for gap in gaps if gap.key not in aside], unhelpful_answers(library, found.votes)


def _set_aside(settings: Settings, gap: Gap) -> None:
    until = dt.datetime.now(dt.UTC) + ASIDE
    if not with_keeper(settings, lambda keeper: set_gap_aside(keeper, gap.key, until)):
        raise click.ClickException(AWAY)
    click.echo(f"{gap.key} is set aside until {until:%Y-%m-%d}")


def _lines(number: int, gap: Gap) -> list[str]:
    kinds = ", ".join(f"{count} {kind}" for kind, count in gap.kinds.items())
    head = f"{number}. {gap.people} people, {gap.asked} asks ({kinds}); {gap.this_week} this week, "
    wordings = [f"   {wording.language} {wording.text}" for wording in gap.wordings[:SHOWN]]
    nearest = [
        f"   nearest: {near.entry} {near.probability:.2f}, for it {near.strongest}"
        + (f", short of the first in {near.weakest}" if near.weakest else "")
        for near in gap.losing.nearest
    ]
    lost = gap.losing
    lines = f"   sure {lost.first:.2f} (answers from {lost.answer_from:.2f}), of three {lost.offered:.2f} "
    return [
        f"{head}{gap.week_before} the week before [{gap.key}]",
        *(wordings or [f"   {UNSHOWN}"]),
        f"{lines}(offers from {lost.offer_from:.2f}); knows {lost.known_share:.0%} of the words",
        *nearest,
    ]


def _plain(gaps: Sequence[Gap], unhelpful: Sequence[Unhelpful]) -> dict[str, Any]:
    return {
        "gaps": [dataclasses.asdict(gap) for gap in gaps],
        "unhelpful": [dataclasses.asdict(answer) for answer in unhelpful],
    }
