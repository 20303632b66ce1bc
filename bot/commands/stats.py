"""`nuancebot stats`: how the bot is used, in the terminal."""

import dataclasses
import datetime as dt
import json

import click
from rich.console import Console
from rich.table import Table

from bot.commands.changing import or_away
from bot.commands.common import pass_settings
from bot.keeping import with_keeper
from bot.settings import Settings
from handlers.phrasebook import read_phrasebook
from handlers.usage_words import usage_sheet
from knowledge.loader import load
from knowledge.records.usage import usage
from knowledge.reports.sheet import Section

# Of a bar, in characters.
_WIDE = 30


@click.command("stats")
@click.option("--days", type=click.IntRange(1, 366), default=30, show_default=True)
@click.option("--json", "as_json", is_flag=True, help="Print everything as JSON.")
@pass_settings
def stats_command(settings: Settings, *, days: int, as_json: bool) -> None:
    """Count what was asked in the last DAYS (in UTC), what came of it, and what people said of it."""
    now = dt.datetime.now(dt.UTC)
    found = or_away(with_keeper(settings, lambda keeper: usage(keeper, days, now)))
    if as_json:
        click.echo(json.dumps(dataclasses.asdict(found), default=str, ensure_ascii=False, indent=1))
        return
    library = load(settings.pack_folder)
    language = library.spoken(settings.nuancebot_language)
    sheet = usage_sheet(library, read_phrasebook()[language], found, language)
    console = Console(width=max(Console().width, 100))
    console.print(f"{sheet.title}\n{sheet.intro}\n")
    for section in sheet.sections:
        console.print(_table(section))
    console.print(sheet.note)


def _table(section: Section) -> Table:
    table = Table(section.heading, *section.columns, "", title_justify="left")
    for row in section.rows:
        table.add_row(row.label, *row.values, "█" * round(_WIDE * row.bars[0]) if row.bars else "")
    return table
