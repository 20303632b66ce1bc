"""`nuancebot kb pull` and `push`: what was changed beside the files comes into them, and what does not fit is told."""

import sys

import click

from bot.commands.changing import keep_changes, log_or_away, told
from bot.commands.common import pass_settings
from bot.settings import Settings
from knowledge.changes import in_force
from knowledge.loader import load
from knowledge.overlay import overlay
from knowledge.upkeep.conflicts import conflicts, keeping_change, keeping_files
from knowledge.upkeep.pulling import pull


@click.command("pull")
@click.option("--apply", "apply_", is_flag=True, help="Do it; without this it is only told.")
@pass_settings
def pull_command(settings: Settings, *, apply_: bool) -> None:
    """Write what was taught beside the pack's files into them: first only told, as a diff, then done with --apply.

    Comments and order stay. Commit the files afterwards; a bot that runs on them finds its changes settled.
    """
    files = load(settings.pack_folder)
    log = log_or_away(settings)
    found = overlay(files, in_force(log))
    rewriting = pull(files, found.library)
    for line in rewriting.difference():
        click.echo(line)
    for conflict in conflicts(files, log):
        click.echo(f"left out: revision {conflict.revision.number} does not fit; see `nuancebot kb push`", err=True)
    summary = f"{len(found.made)} changes in {len(rewriting.files)} files, {len(found.settled)} are there already"
    if apply_:
        rewriting.apply(settings.pack_folder)
    elif rewriting.files:
        summary += "; nothing is written yet: --apply does it"
    click.echo(summary)


@click.command("push")
@click.option("--keep", type=click.Choice(["files", "change"]), help="Which side wins.")
@click.option("--revision", type=click.IntRange(1), help="Only of this revision; of all if not given.")
@click.option("--reason", default="a conflict with the files", show_default=True, help="Kept with the change.")
@pass_settings
def push_command(settings: Settings, keep: str | None, revision: int | None, reason: str) -> None:
    """Look how the files go with what was taught beside them; show both sides of each conflict, and settle it.

    With `--keep files` what was taught is undone, with `--keep change` it is made to fit. Nothing is deleted: the log
    of changes grows. Exit 1 if a conflict is left.
    """
    files = load(settings.pack_folder)
    log = log_or_away(settings)
    found = overlay(files, in_force(log))
    click.echo(f"{len(found.made)} changes are on top of the files, {len(found.settled)} are in them already")
    left = 0
    for conflict in conflicts(files, log):
        number, change = conflict.revision.number, conflict.revision.change
        click.echo(f"conflict in revision {number} ({conflict.revision.reason})")
        click.echo(f"  change: {told(change)}")
        click.echo(f"  files: {conflict.files}")
        wanted = revision in (None, number)
        settling = keeping_files(conflict) if keep == "files" else keeping_change(files, conflict)
        if not keep or not wanted or not settling:
            left += 1
            continue
        click.echo(f"  {keep} kept: revision {keep_changes(settings, settling, reason)}")
    sys.exit(bool(left))
