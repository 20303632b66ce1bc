"""`nuancebot kb teach`, `log` and `rollback`: changes beside the pack's files, tried out before they go live."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from bot.commands.changing import keep_changes, log_or_away, reason_of, told
from bot.commands.common import pass_settings
from bot.commands.kb_gaps import gap_named, gaps_of
from bot.settings import Settings
from bot.trial import try_out
from knowledge.changes import Change, ChangeKind, in_force, standing, undoing
from knowledge.languages import LANGUAGES, Language
from knowledge.library import Library
from knowledge.loader import load
from knowledge.overlay import overlay
from knowledge.problems import BrokenPackError
from knowledge.upkeep.gaps.finding import GAP_DAYS
from knowledge.upkeep.taking_back import taking_back
from knowledge.upkeep.teaching import sorted_out
from knowledge.upkeep.trying import Tried
from knowledge.written_entries import entry_change

# Of what changed in the exam, so much is printed.
SHOWN = 20


@click.command("teach")
@click.option("--phrasing", "text", metavar="TEXT", help="What people type.")
@click.option("--gap", "gap", metavar="KEY", help="All wordings of a gap of `kb gaps` that may be shown.")
@click.option(
    "--since",
    "days",
    type=click.IntRange(1, 3650),
    default=GAP_DAYS,
    show_default=True,
    metavar="DAYS",
    help="The days over which `kb gaps` found the gap.",
)
@click.option("--entry", "entry", metavar="ID", help="The entry that answers it.")
@click.option("--not-ours", is_flag=True, help="Nothing in the base answers it, and nothing is to.")
@click.option("--remove", is_flag=True, help="Take the phrasing away instead.")
@click.option("--lang", "language", type=click.Choice(LANGUAGES), help="Of the phrasing.")
@click.option("--file", "file", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="A whole entry.")
@click.option("--after", metavar="ID", help="The entry that leads to that of --file, if it is new.")
@click.option("--reason", required=True, help="Why; it is kept with the change.")
@click.option("--anyway", is_flag=True, help="Also if the pack's own exam gets worse.")
@pass_settings
def teach_command(settings: Settings, /, *, reason: str, anyway: bool, **given: Any) -> None:  # noqa: ANN401
    """Teach a phrasing, of an entry or of what is not the base's own, or an entry from a FILE named <topic>/<id>.toml.

    It is tried out first, which takes some twenty seconds, and goes live only if no question of the pack's own exam
    gets worse. Every running bot on the same database takes it over within seconds.
    """
    library = overlay(load(settings.pack_folder), in_force(log_or_away(settings))).library
    changes = _fitting(library, _wanted(settings, library, Given(**given)))
    tried = try_out(library, changes, settings.model_folder)
    for line in _lines(tried):
        click.echo(line)
    if tried.worse and not anyway:
        raise click.ClickException("not taught: questions get worse; --anyway teaches it all the same")
    number = keep_changes(settings, changes, reason)
    click.echo(f"revision {number}: live within seconds")


@dataclass(frozen=True, slots=True)
class Given:
    """What is to be taught, as it was said on the command line."""

    text: str | None
    gap: str | None
    days: int
    entry: str | None
    not_ours: bool
    remove: bool
    language: Language | None
    file: Path | None
    after: str | None


@click.command("log")
@pass_settings
def log_command(settings: Settings) -> None:
    """List every change beside the pack's files, the latest first: what, when, by whom, why; `-` is undone."""
    log = log_or_away(settings)
    holding = {revision.number for revision in standing(log)}
    for revision in reversed(log):
        mark = " " if revision.number in holding else "-"
        made = f"{revision.at:%Y-%m-%d %H:%M}  {revision.author}"
        click.echo(f"{mark}{revision.number}  {made}  {told(revision.change)}  ({revision.reason})")
    click.echo(f"{len(log)} revisions, {len(in_force(log))} in force")


@click.command("rollback")
@click.argument("revision", type=click.IntRange(0))
@click.option("--reason", required=True, help="Why; it is kept with the change.")
@pass_settings
def rollback_command(settings: Settings, revision: int, reason: str) -> None:
    """Bring the base back to how it was at REVISION; 0 is before all of them. Nothing is deleted: the log grows.

    What `kb pull` wrote into the files since is taken out by the next `kb pull`, but for whole entries.
    """
    log = log_or_away(settings)
    if revision > (log[-1].number if log else 0):
        msg = f"there is no revision {revision} yet"
        raise click.ClickException(msg)
    undos = undoing(log, after=revision)
    if not undos:
        click.echo("nothing to undo")
        return
    back = taking_back(load(settings.pack_folder), log, undos)
    number = keep_changes(settings, back.changes, reason)
    click.echo(f"revision {number}: {len(undos)} undone, live within seconds")
    if written := sum(change.kind != "undo" for change in back.changes):
        click.echo(f"{written} of them are in the files; `nuancebot kb pull` takes them out there too")
    for entry in back.left:
        click.echo(f"left as it is in the files: {entry}", err=True)


def _wanted(settings: Settings, library: Library, given: Given) -> list[Change]:
    if given.file and not (given.text or given.gap):
        return [_entry_change(library, given.file, given.after)]
    texts: list[tuple[Language, str]] = []
    if given.gap:
        wordings = gap_named(gaps_of(settings, given.days)[0], given.gap).wordings
        texts = [(wording.language, wording.text) for wording in wordings if wording.whole]
    elif given.text is not None and given.language:
        texts = [(given.language, given.text.strip())]
    if not texts or bool(given.entry) == given.not_ours or given.file:
        raise click.ClickException("give --phrasing and --lang, or a --gap, with --entry or --not-ours; or a --file")
    kinds: dict[tuple[bool, bool], ChangeKind] = {
        (False, False): "phrasing",
        (False, True): "unphrasing",
        (True, False): "not-ours",
        (True, True): "ours",
    }
    return [Change(kinds[given.not_ours, given.remove], language, text, given.entry) for language, text in texts]


def _fitting(library: Library, wanted: list[Change]) -> list[Change]:
    """Give the changes that can be made; why the others can't is told, and it is an end if none can."""
    fitting, refusals = sorted_out(library, wanted)
    told_of = [f"{told(change)}: {reason_of(why)}" for change, why in refusals]
    if not fitting:
        raise click.ClickException(reason_of(refusals[0][1]) if len(refusals) == 1 else "\n".join(told_of))
    for line in told_of:
        click.echo(f"left out: {line}", err=True)
    return fitting


def _entry_change(library: Library, file: Path, after: str | None) -> Change:
    try:
        source = file.read_text(encoding="utf-8")
        return entry_change(library, file.stem, source, file.absolute().parent.name, after)
    except UnicodeDecodeError:
        msg = f"{file} is not UTF-8"
        raise click.ClickException(msg) from None
    except BrokenPackError as error:
        raise click.ClickException(str(error)) from None


def _lines(tried: Tried) -> list[str]:
    counts = f"{tried.count('better')} better, {tried.count('worse')} worse, {tried.count('other')} other"
    changes = tried.comparison.changes[:SHOWN]
    shown = [f"  {each.way}: {each.text!r}: {each.before} → {each.now}" for each in changes]
    return [f"of the pack's own exam change their answer: {counts}", *shown]
