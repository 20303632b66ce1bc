"""`nuancebot kb teach`, `log` and `rollback`: changes beside the pack's files, tried out before they go live."""

import asyncio
import datetime as dt
from collections.abc import Awaitable, Callable, Sequence
from typing import TypeVar

import click

from bot.changes import keeper_of, read_log
from bot.commands.common import pass_settings
from bot.settings import Settings
from bot.trial import Tried, try_out
from knowledge.changes import Change, ChangeKind, in_force, standing, undoing
from knowledge.languages import LANGUAGES, Language
from knowledge.library import Library
from knowledge.loader import load
from knowledge.overlay import overlay, owner
from knowledge.records.changes import add_changes
from knowledge.records.keeper import Keeper

Result = TypeVar("Result")

# Who typed a command on the machine itself is not known.
AUTHOR = "command line"
AWAY = "the database can't be reached"
# Of what changed in the exam, so much is printed.
SHOWN = 20


@click.command("teach")
@click.option("--phrasing", "text", required=True, metavar="TEXT", help="What people type.")
@click.option("--entry", "entry", metavar="ID", help="The entry that answers it.")
@click.option("--not-ours", is_flag=True, help="Nothing in the base answers it, and nothing is to.")
@click.option("--remove", is_flag=True, help="Take the phrasing away from the entry instead.")
@click.option("--lang", "language", type=click.Choice(LANGUAGES), required=True)
@click.option("--reason", required=True, help="Why; it is kept with the change.")
@click.option("--anyway", is_flag=True, help="Also if the pack's own exam gets worse.")
@pass_settings
def teach_command(  # noqa: PLR0913  (an argument per option)
    settings: Settings,
    *,
    text: str,
    entry: str | None,
    not_ours: bool,
    remove: bool,
    language: Language,
    reason: str,
    anyway: bool,
) -> None:
    """Teach a phrasing: of an entry, or of what is not the base's own.

    It is tried out first, which takes some twenty seconds, and goes live only if no question of the pack's own exam
    gets worse. Every running bot on the same database takes it over within seconds.
    """
    if bool(entry) == not_ours or (remove and not_ours):
        raise click.ClickException("name the entry with --entry, or say --not-ours")
    kind: ChangeKind = "not-ours" if not_ours else "unphrasing" if remove else "phrasing"
    change = Change(kind, language, text.strip(), entry)
    log = _or_away(asyncio.run(read_log(settings)))
    library = overlay(load(settings.pack_folder), in_force(log)).library
    _fitting(library, change)
    tried = try_out(library, [change], settings.model_folder)
    for line in _lines(tried):
        click.echo(line)
    if tried.worse and not anyway:
        raise click.ClickException("not taught: questions get worse; --anyway teaches it all the same")
    number = _kept(settings, [change], reason)
    click.echo(f"revision {number}: live within seconds")


@click.command("log")
@pass_settings
def log_command(settings: Settings) -> None:
    """List every change beside the pack's files, the latest first: what, when, by whom, why; `-` is undone."""
    log = _or_away(asyncio.run(read_log(settings)))
    holding = {revision.number for revision in standing(log)}
    for revision in reversed(log):
        mark = " " if revision.number in holding else "-"
        made = f"{revision.at:%Y-%m-%d %H:%M}  {revision.author}"
        click.echo(f"{mark}{revision.number}  {made}  {_told(revision.change)}  ({revision.reason})")
    click.echo(f"{len(log)} revisions, {len(in_force(log))} in force")


@click.command("rollback")
@click.argument("revision", type=click.IntRange(0))
@click.option("--reason", required=True, help="Why; it is kept with the change.")
@pass_settings
def rollback_command(settings: Settings, revision: int, reason: str) -> None:
    """Bring the base back to how it was at REVISION; 0 is the files alone. Nothing is deleted: the log grows."""
    log = _or_away(asyncio.run(read_log(settings)))
    if revision > (log[-1].number if log else 0):
        msg = f"there is no revision {revision} yet"
        raise click.ClickException(msg)
    changes = undoing(log, after=revision)
    if not changes:
        click.echo("nothing to undo")
        return
    number = _kept(settings, changes, reason)
    click.echo(f"revision {number}: {len(changes)} undone, live within seconds")


def _fitting(library: Library, change: Change) -> None:
    """Refuse a change that does not fit, with the reason."""
    if not overlay(library, [change]).unfit:
        return
    holder = owner(library, change.text or "")
    if change.kind != "not-ours" and change.entry not in library.entries:
        msg = f"no entry {change.entry!r}"
    elif change.kind == "unphrasing":
        msg = f"{change.entry} has no such phrasing that it could do without"
    elif holder is not None:
        msg = f"{change.text!r} stands already {f'under {holder}' if holder else 'among what is not ours'}"
    else:
        msg = "a phrasing has at least one word, in a language of the pack"
    raise click.ClickException(msg)


def _kept(settings: Settings, changes: Sequence[Change], reason: str) -> int:
    now = dt.datetime.now(dt.UTC)
    return _or_away(asyncio.run(_with(settings, lambda keeper: add_changes(keeper, changes, AUTHOR, reason, now))))


async def _with(settings: Settings, work: Callable[[Keeper], Awaitable[Result]]) -> Result:
    keeper = keeper_of(settings)
    try:
        return await work(keeper)
    finally:
        await keeper.close()


def _or_away(found: Result | None) -> Result:
    if found is None:
        raise click.ClickException(AWAY)
    return found


def _lines(tried: Tried) -> list[str]:
    changes = tried.comparison.changes
    counts = ", ".join(f"{sum(each.way == way for each in changes)} {way}" for way in ("better", "worse", "other"))
    shown = [f"  {each.way}: {each.text!r}: {each.before} → {each.now}" for each in changes[:SHOWN]]
    return [f"of the pack's own exam change their answer: {counts}", *shown]


def _told(change: Change) -> str:
    if change.kind == "undo":
        return f"undo {change.target}"
    return f"{change.kind} {change.entry or ''} {change.language}: {change.text!r}".replace("  ", " ")
