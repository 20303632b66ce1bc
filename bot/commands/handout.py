"""`nuancebot handout`: a sheet about a topic, a distinction or an entry, to print and hand out."""

from pathlib import Path
from typing import Literal

import click

from bot.commands.common import pass_settings
from bot.settings import Settings
from handlers.handouts import handout_of
from handlers.phrasebook import read_phrasebook
from knowledge.drawing.fonts import UndrawableError
from knowledge.handouts.handout import Handout
from knowledge.handouts.html import draw_html
from knowledge.handouts.subjects import Kind, Subject, subject_of
from knowledge.languages import LANGUAGES, Language
from knowledge.library import Library
from knowledge.loader import load

Format = Literal["pdf", "html"]

NO_CODE = "No QR code on it: NUANCEBOT_USERNAME does not name the bot."


@click.command("handout")
@click.option("--topic", metavar="ID", help="All entries of a topic.")
@click.option("--distinction", metavar="ID", help="What people mix up, side by side, and the entries behind it.")
@click.option("--entry", metavar="ID", help="One entry.")
@click.option("--lang", "language", type=click.Choice(LANGUAGES), help="NUANCEBOT_LANGUAGE if not given.")
@click.option("--simple", is_flag=True, help="The simple answers, without what is known since.")
@click.option("--format", "kind", type=click.Choice(["pdf", "html"]), default="pdf", show_default=True)
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), help="<ID>.<language>.<format> if not given.")
@pass_settings
def handout_command(  # noqa: PLR0913, PLR0917  (a parameter for each option)
    settings: Settings,
    topic: str | None,
    distinction: str | None,
    entry: str | None,
    language: Language | None,
    simple: bool,  # noqa: FBT001  (a flag of the command line)
    kind: Format,
    out: Path | None,
) -> None:
    """Write a printable A4: questions, answers, sources, a QR code to the bot, and room to discuss.

    The QR code needs NUANCEBOT_USERNAME.
    """
    library = load(settings.pack_folder)
    subject = _subject(library, {"topic": topic, "distinction": distinction, "entry": entry})
    spoken = language or library.spoken(settings.nuancebot_language)
    if spoken not in library.pack.languages:
        msg = f"the pack has no {spoken}"
        raise click.ClickException(msg)
    username = settings.nuancebot_username
    sheet = handout_of(library, read_phrasebook()[spoken], subject, spoken, username, simple=simple)
    path = out or Path(f"{subject.id}.{spoken}.{kind}")
    _write(sheet, kind, path)
    click.echo(path)
    if not username:
        click.echo(NO_CODE, err=True)


def _subject(library: Library, named: dict[Kind, str | None]) -> Subject:
    given = [(kind, name) for kind, name in named.items() if name is not None]
    if len(given) != 1:
        raise click.UsageError("name one of --topic, --distinction and --entry")
    [(kind, name)] = given
    subject = subject_of(library, kind, name)
    if subject is None:
        msg = f"no {kind} {name!r}"
        raise click.ClickException(msg)
    return subject


def _write(sheet: Handout, kind: Format, path: Path) -> None:
    try:
        from knowledge.handouts.pdf import draw_pdf  # noqa: PLC0415  (a third of a second that a start saves)

        content = draw_pdf(sheet) if kind == "pdf" else draw_html(sheet).encode()
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    except (OSError, UndrawableError) as error:
        msg = f"{path} can't be written: {error}"
        raise click.ClickException(msg) from None
