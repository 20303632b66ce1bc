"""`nuancebot kb gaps`: what people asked that the base does not tell, the most asked first."""

import asyncio
import dataclasses
import datetime as dt
import json
from collections.abc import Sequence
from typing import Any

import click

from bot.app import build_knowledge, build_services
from bot.commands.common import pass_settings
from bot.settings import Settings
from handlers.context import Services
from knowledge.records.misses import missed
from knowledge.upkeep.gaps.finding import Gap, Unhelpful, find_gaps, unhelpful_answers

# Of a gap, so many wordings are printed; `--json` has all that may be shown.
SHOWN = 3
UNSHOWN = "(not shown: may name somebody)"


@click.command("gaps")
@click.option("--since", "days", type=click.IntRange(1, 3650), default=30, show_default=True, metavar="DAYS")
@click.option("--most", type=click.IntRange(1), default=50, show_default=True, help="How many are printed.")
@click.option("--json", "as_json", is_flag=True, help="Print all of them as JSON.")
@pass_settings
def gaps_command(settings: Settings, *, days: int, most: int, as_json: bool) -> None:
    """List what was asked in the last DAYS and found no answer, or a wrong one, in groups that ask much the same.

    Words that may name somebody are left out.
    """
    services = build_services(settings, build_knowledge(settings))
    gaps, unhelpful = asyncio.run(_found(services, dt.timedelta(days=days)))
    if as_json:
        click.echo(json.dumps(_plain(gaps, unhelpful), ensure_ascii=False, indent=1))
        return
    for number, gap in enumerate(gaps[:most], start=1):
        click.echo("\n".join(_lines(number, gap)))
    for answer in unhelpful:
        click.echo(f"not helpful: {answer.entry}, {answer.unhelpful} votes ({answer.helpful} say helpful)")
    click.echo(f"{len(gaps)} gaps in {days} days")


async def _found(services: Services, time: dt.timedelta) -> tuple[list[Gap], list[Unhelpful]]:
    now = services.now()
    try:
        found = await missed(services.keeper, now - time)
    finally:
        await services.keeper.close()
    if found is None:
        raise click.ClickException("the database can't be read")
    library = services.library
    gaps = find_gaps(library, services.answerer.explain, services.checks.of(library), found, now)
    return gaps, unhelpful_answers(library, found.votes)


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
