"""Writes the site into a folder, and takes away what an earlier site had there and this one has not."""

import json
from collections.abc import Iterator
from importlib import resources
from pathlib import Path
from xml.sax.saxutils import escape

from bot.export import addresses
from bot.export.pages import Page, Plan
from bot.export.rendering import Renderer
from handlers.drawings import card_drawing, map_drawing
from knowledge.drawing.fonts import UndrawableError
from knowledge.drawing.painting import png
from knowledge.languages import Language

# Lists the files of a site, so that the next one knows which were the site's.
LISTED = "site.json"


class NotOursError(Exception):
    """The folder holds something that is no site of this kind."""


def write_site(plan: Plan, username: str | None, folder: Path) -> int:
    """Write the site; give the number of its pages. The same base gives the same files.

    Raises:
        NotOursError: the folder is not empty and was not written by this.
        OSError: it can't be written.
    """
    before = _listed(folder)
    files: dict[str, bytes] = dict(_pictures(plan))
    renderer = Renderer(plan, username, frozenset(files))
    pages = list(plan.pages())
    files |= {page.place.path: renderer.render(page).encode() for page in pages}
    static = resources.files("bot.export") / "static"
    files |= {name: (static / name).read_bytes() for name in (addresses.STYLE, addresses.SCRIPT, addresses.ICON)}
    if plan.base:
        files["sitemap.xml"] = _sitemap(pages).encode()
        files["robots.txt"] = f"User-agent: *\nAllow: /\nSitemap: {plan.base}sitemap.xml\n".encode()
    files[LISTED] = json.dumps(sorted(files), indent=0).encode()
    for path, content in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    for path in before - files.keys():
        (folder / path).unlink(missing_ok=True)
    return len(pages)


def _listed(folder: Path) -> set[str]:
    """Read which files an earlier site wrote."""
    try:
        listed = json.loads((folder / LISTED).read_text(encoding="utf-8"))
    except FileNotFoundError:
        if folder.is_dir() and any(folder.iterdir()):
            msg = f"{folder} is not empty and holds no site: name another folder"
            raise NotOursError(msg) from None
        return set()
    except ValueError:
        listed = None
    if not isinstance(listed, list) or not all(isinstance(path, str) and _within(path) for path in listed):
        msg = f"{folder / LISTED} can't be read: name another folder"
        raise NotOursError(msg)
    return set(listed)


def _within(path: str) -> bool:
    return not Path(path).is_absolute() and ".." not in Path(path).parts


def _pictures(plan: Plan) -> Iterator[tuple[str, bytes]]:
    """Draw the cards and the map; one that the typeface has no letters for is left out, its page tells it in words."""
    for language in plan.library.pack.languages:
        for name in [*plan.library.distinctions, *(["map"] if plan.library.map else [])]:
            try:
                yield addresses.picture(language, name), _drawn(plan, name, language)
            except UndrawableError:
                continue


def _drawn(plan: Plan, name: str, language: Language) -> bytes:
    library, phrases = plan.library, plan.phrasebook[language]
    card = library.distinctions.get(name)
    if card:
        return png(card_drawing(library, phrases, card, language))
    if library.map is None:
        msg = f"no picture {name!r}"
        raise UndrawableError(msg)
    return png(map_drawing(library, phrases, library.map, language))


def _sitemap(pages: list[Page]) -> str:
    """List the pages for search engines, each with the same page in the other languages."""
    listed = [page for page in pages if not page.place.anywhere]
    entries = "".join(f"<url>{_entry(page)}</url>\n" for page in listed)
    spaces = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml"'
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset {spaces}>\n{entries}</urlset>\n'


def _entry(page: Page) -> str:
    parts = [f"<loc>{escape(page.place.canonical or '')}</loc>"]
    if page.modified:
        parts.append(f"<lastmod>{page.modified.isoformat()}</lastmod>")
    parts += [
        f'<xhtml:link rel="alternate" hreflang="{code}" href="{escape(page.place.full(path) or "")}"/>'
        for code, path in page.place.versions.items()
    ]
    return "".join(parts)
