"""`nuancebot kb`: for those who write and keep the content."""

import datetime as dt
import sys
from pathlib import Path

import click
import yaml
from rich.console import Console
from rich.table import Table

from bot.commands.common import SHARED, pass_settings
from bot.commands.kb_draw import draw_command
from bot.commands.kb_evaluate import evaluate_command
from bot.commands.kb_exchange import export_command, import_command
from bot.commands.kb_gaps import gaps_command
from bot.commands.kb_gate import gate_command
from bot.commands.kb_pull import pull_command, push_command
from bot.commands.kb_site import site_command
from bot.commands.kb_teach import log_command, rollback_command, teach_command
from bot.commands.kb_vectors import vectors_command
from bot.plain import plain_text
from bot.settings import Settings
from handlers import replies
from handlers.phrasebook import read_phrasebook
from knowledge.languages import LANGUAGES, Language
from knowledge.loader import load
from knowledge.upkeep.beginning import CannotBeginPackError, begin_pack
from knowledge.upkeep.coverage import inventory_gaps, unused_paragraphs
from knowledge.upkeep.lint import AtHand, lint
from knowledge.upkeep.new import CannotBeginError, begin_entry
from knowledge.upkeep.stats import count


@click.group()
def kb() -> None:
    """Check, begin, preview, draw, cover, count, evaluate, teach, exchange and publish the knowledge base."""


kb.add_command(draw_command)
kb.add_command(evaluate_command)
kb.add_command(gaps_command)
kb.add_command(gate_command)
kb.add_command(site_command)
kb.add_command(vectors_command)
kb.add_command(teach_command)
kb.add_command(log_command)
kb.add_command(pull_command)
kb.add_command(push_command)
kb.add_command(export_command)
kb.add_command(import_command)
kb.add_command(rollback_command)


@kb.command("lint")
@click.option("--essay", type=click.Path(path_type=Path), default=SHARED / "essay" / "essay.nl.md", show_default=True)
@click.option("--exams", type=click.Path(path_type=Path), default=SHARED / "eval", show_default=True)
@pass_settings
def lint_command(settings: Settings, essay: Path, exams: Path) -> None:
    """Check every rule, print every problem as path:line: key: reason; exit 1 if there is an error."""
    at_hand = AtHand(essay, exams, settings.model_folder)
    report = lint(settings.pack_folder, at_hand, dt.datetime.now(dt.UTC).date())
    for problem in report.errors:
        click.echo(problem)
    for problem in report.warnings:
        click.echo(f"warning: {problem}")
    for reason in report.unchecked:
        click.echo(f"not checked: {reason}")
    click.echo(f"{len(report.errors)} errors, {len(report.warnings)} warnings")
    sys.exit(bool(report.errors))


@kb.command()
@click.argument("place", metavar="TOPIC/ID")
@pass_settings
def new(settings: Settings, place: str) -> None:
    """Begin a new entry at TOPIC/ID."""
    try:
        path = begin_entry(settings.pack_folder, place, dt.datetime.now(dt.UTC).date())
    except CannotBeginError as error:
        raise click.ClickException(str(error)) from None
    click.echo(f"{path}: fill it in, then run `nuancebot kb lint`")


@kb.command("init")
@click.argument("folder", type=click.Path(path_type=Path))
def init_command(folder: Path) -> None:
    """Begin a pack on another essay in FOLDER, whose name becomes the bot's: few files, which lint and run as they are.

    What stands between «» is to be filled in. `nuancebot --pack FOLDER chat` tries it.
    """
    try:
        begun = begin_pack(folder, dt.datetime.now(dt.UTC).date())
    except CannotBeginPackError as error:
        raise click.ClickException(str(error)) from None
    click.echo(f"{begun}: fill in what stands between «», then run `nuancebot --pack {begun} kb lint`")


@kb.command()
@click.argument("entry_id", metavar="ID")
@click.option("--lang", "languages", type=click.Choice(LANGUAGES), multiple=True, help="All if not given.")
@pass_settings
def preview(settings: Settings, entry_id: str, languages: tuple[Language, ...]) -> None:
    """Show the entry ID as a reader would see it: answer, simpler, more, source."""
    library = load(settings.pack_folder)
    entry = library.entries.get(entry_id)
    if entry is None:
        msg = f"no entry {entry_id!r}"
        raise click.ClickException(msg)
    phrasebook = read_phrasebook()
    for language in languages or library.pack.languages:
        if language not in library.pack.languages:
            msg = f"the pack has no {language}"
            raise click.ClickException(msg)
        for part in (replies.answer, replies.simpler, replies.more, replies.source):
            reply = part(library, phrasebook[language], entry, language)
            click.echo(plain_text(reply.html))
            click.echo("".join(f"  [{button.text}]\n" for row in reply.rows for button in row))


@kb.command()
@click.option("--inventory", type=click.Path(path_type=Path), default=SHARED / "knowledge" / "inventory.yaml")
@pass_settings
def coverage(settings: Settings, inventory: Path) -> None:
    """List the essay's paragraphs, and the facts of an inventory, that no entry uses."""
    library = load(settings.pack_folder)
    unused = unused_paragraphs(library)
    click.echo(f"paragraphs that no entry cites: {', '.join(map(str, unused)) or 'none'}")
    try:
        gaps = list(inventory_gaps(library, inventory))
    except OSError:
        click.echo(f"not checked: no inventory at {inventory}")
        return
    except yaml.YAMLError as error:
        msg = f"{inventory} is not YAML: {error}"
        raise click.ClickException(msg) from None
    for gap in gaps:
        click.echo(gap)
    click.echo(f"{len(gaps)} gaps against {inventory}")


@kb.command()
@pass_settings
def stats(settings: Settings) -> None:
    """Count what the pack holds, per language and in all."""
    counts = count(load(settings.pack_folder))
    # Narrower, and the heads of the columns are cut.
    console = Console(width=max(Console().width, 110))
    table = Table("language", "words", "longest answer", "phrasings", "fewest", "small talk", "not ours", "concepts")
    for found in counts.languages:
        numbers = (found.words, found.longest_answer, found.phrasings, found.fewest)
        table.add_row(found.language, *map(str, (*numbers, found.small_talk, found.not_ours, found.concepts)))
    console.print(table)
    topics = ", ".join(f"{topic} {number}" for topic, number in counts.topics.items())
    console.print(f"{sum(counts.topics.values())} entries: {topics}")
    console.print(
        f"{counts.distinctions} distinctions, {counts.quiz} quiz questions, {counts.discussion} discussion questions, "
        f"{counts.works} works, {counts.later_facts} later facts; parity of words between languages {counts.parity:.0%}"
    )
