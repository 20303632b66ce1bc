"""`nuancebot kb site`: the whole base as a site of plain files."""

import re
from pathlib import Path

import click

from bot.commands.common import pass_settings
from bot.export.pages import Plan
from bot.export.writing import NotOursError, write_site
from bot.settings import Settings
from handlers.phrasebook import read_phrasebook
from knowledge.loader import load

_ADDRESS = re.compile(r"https?://[^\s/?#]+(/[^\s?#]*)?")

NO_ADDRESS = "Without --base-url: no sitemap, no canonical links, no breadcrumbs for search engines."


@click.command("site")
@click.option(
    "--out",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    required=True,
    help="Folder for the site: new, empty, or one that holds an earlier site, which is then replaced.",
)
@click.option("--base-url", metavar="URL", help="Where it will be served, like https://example.org/base/.")
@pass_settings
def site_command(settings: Settings, folder: Path, base_url: str | None) -> None:
    """Write the base as a small site in all its languages, with a search of its own.

    It can be put on any server for files, and opened from the folder as well. NUANCEBOT_USERNAME adds links to the bot.
    """
    if base_url and not _ADDRESS.fullmatch(base_url):
        raise click.BadParameter("is not an address like https://example.org/base/", param_hint="--base-url")
    base = base_url and f"{base_url.rstrip('/')}/"
    plan = Plan(load(settings.pack_folder), read_phrasebook(), base)
    try:
        count = write_site(plan, settings.nuancebot_username, folder)
    except (NotOursError, OSError) as error:
        raise click.ClickException(str(error)) from None
    click.echo(f"{folder}: {count} pages")
    if not base:
        click.echo(NO_ADDRESS, err=True)
