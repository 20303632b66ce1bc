"""`nuancebot kb export` and `import`: entries to other programs' files, and back."""

from collections.abc import Iterable
from pathlib import Path

import click

from bot.commands.common import pass_settings
from bot.settings import Settings
from knowledge.languages import LANGUAGES, Language
from knowledge.loader import load
from knowledge.upkeep.exchange.formats import FORMATS, format_of, read_file
from knowledge.upkeep.exchange.importing import plan_import
from knowledge.upkeep.exchange.items import Complaint, Defaults, UnreadableFileError, items_of, left_out

_FORMAT = click.option("--format", "name", type=click.Choice([*FORMATS]), help="If the file's name does not tell.")


@click.command("export")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@_FORMAT
@click.option("--entry", "entries", multiple=True, metavar="ID", help="Only these; all if not given.")
@pass_settings
def export_command(settings: Settings, file: Path, name: str | None, entries: tuple[str, ...]) -> None:
    """Write the entries of the pack's files to FILE.

    As CSV, XLSX, JSON, FAQPage of schema.org (.jsonld), TSV of QnA Maker and custom question answering, or training
    data of Rasa (.yml). What the format can't hold is named.
    """
    library = load(settings.pack_folder)
    if unknown := [entry for entry in entries if entry not in library.entries]:
        msg = f"no entry {unknown[0]!r}"
        raise click.ClickException(msg)
    items = [item for item in items_of(library) if not entries or item.id in entries]
    try:
        chosen = format_of(file, name)
        file.write_bytes(chosen.write(items))
    except UnreadableFileError as error:
        raise click.ClickException(str(error)) from None
    except OSError as error:
        msg = f"{file} can't be written: {error.strerror}"
        raise click.ClickException(msg) from None
    click.echo(f"{file}: {len(items)} entries as {chosen.name}")
    for field, count in left_out(items, chosen.carries).items():
        click.echo(f"not in this format: {field} ({count} entries)")


@click.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@_FORMAT
@click.option("--lang", "language", type=click.Choice(LANGUAGES), help="If the file does not say it.")
@click.option("--topic", metavar="ID", help="Of new entries, if the file does not say it.")
@click.option("--exact", is_flag=True, help="The phrasings in the file are all: others of its entries go.")
@click.option("--apply", "apply_", is_flag=True, help="Do it; without this it is only told.")
@pass_settings
def import_command(  # noqa: PLR0913  (an argument per option)
    settings: Settings,
    *,
    file: Path,
    name: str | None,
    language: Language | None,
    topic: str | None,
    exact: bool,
    apply_: bool,
) -> None:
    """Take entries from FILE into the pack's files: first only told, as a diff, then done with --apply.

    What the file does not say stays as it is. A row that can't be read, or that would break a rule of the pack, is
    named and left out.
    """
    library = load(settings.pack_folder)
    try:
        items, complaints = read_file(file, format_of(file, name), Defaults(language, topic))
    except UnreadableFileError as error:
        msg = f"{file}: {error}"
        raise click.ClickException(msg) from None
    plan = plan_import(library, items, exact=exact)
    for line in plan.rewriting.difference():
        click.echo(line)
    _tell([*complaints, *plan.complaints])
    told = f"{len(plan.rewriting.files)} files change, {plan.same} entries are as they were"
    if apply_:
        plan.rewriting.apply(settings.pack_folder)
    elif plan.rewriting.files:
        told += "; nothing is written yet: --apply does it"
    click.echo(told)


def _tell(complaints: Iterable[Complaint]) -> None:
    for complaint in complaints:
        click.echo(f"left out: {complaint}", err=True)
