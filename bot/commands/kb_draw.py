"""`nuancebot kb draw`: the pictures that people get, as files to look at."""

from collections.abc import Iterator
from pathlib import Path

import click

from bot.commands.common import pass_settings
from bot.settings import Settings
from handlers.drawings import card_drawing, map_drawing
from handlers.phrasebook import Phrases, read_phrasebook
from knowledge.drawing.fonts import UndrawableError
from knowledge.drawing.painting import png
from knowledge.drawing.shapes import Drawing
from knowledge.languages import LANGUAGES, Language
from knowledge.library import Library
from knowledge.loader import load

# What the map is called among the ids of the cards.
MAP = "map"


@click.command("draw")
@click.argument("ids", nargs=-1, metavar="[ID]...")
@click.option("--lang", "languages", type=click.Choice(LANGUAGES), multiple=True, help="All if not given.")
@click.option(
    "--out",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("pictures"),
    show_default=True,
    help="Folder for the pictures; made if it is not there.",
)
@pass_settings
def draw_command(settings: Settings, ids: tuple[str, ...], languages: tuple[Language, ...], folder: Path) -> None:
    """Draw the distinctions ID as PNG, and the map under the id `map`; without IDs all of them."""
    library, phrasebook = load(settings.pack_folder), read_phrasebook()
    known = [*library.distinctions, *([MAP] if library.map else [])]
    for name in ids:
        if name not in known:
            msg = f"no distinction {name!r}"
            raise click.ClickException(msg)
    for language in languages or library.pack.languages:
        if language not in library.pack.languages:
            msg = f"the pack has no {language}"
            raise click.ClickException(msg)
        for path in _drawn(library, phrasebook[language], ids or tuple(known), language, folder):
            click.echo(path)


def _drawn(
    library: Library, phrases: Phrases, names: tuple[str, ...], language: Language, folder: Path
) -> Iterator[Path]:
    """Write the picture of each name; yield where it stands."""
    for name in names:
        path = folder / f"{name}.{language}.png"
        try:
            content = png(_drawing(library, phrases, name, language))
            folder.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        except (OSError, UndrawableError) as error:
            msg = f"{path} can't be drawn: {error}"
            raise click.ClickException(msg) from None
        yield path


def _drawing(library: Library, phrases: Phrases, name: str, language: Language) -> Drawing:
    card = library.distinctions.get(name)
    if card:
        return card_drawing(library, phrases, card, language)
    if library.map is None:
        raise UndrawableError("the pack has no map")
    return map_drawing(library, phrases, library.map, language)
