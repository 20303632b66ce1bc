"""A written site as a visitor's browser reads it: pages, what they link to, and what they tell other programs."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit


@dataclass
class Read(HTMLParser):
    """What is on a page: each element with its attributes, and what stands in its scripts."""

    elements: list[tuple[str, dict[str, str | None]]] = field(default_factory=list)
    scripts: list[tuple[dict[str, str | None], str]] = field(default_factory=list)
    _within: dict[str, str | None] | None = None

    def __post_init__(self) -> None:
        """Begin."""
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element."""
        self.elements.append((tag, dict(attrs)))
        self._within = dict(attrs) if tag == "script" else None

    def handle_data(self, data: str) -> None:
        """Note what stands in a script."""
        if self._within is not None:
            self.scripts.append((self._within, data))
            self._within = None

    def all(self, tag: str, **having: str) -> list[dict[str, str | None]]:
        """List the attributes of the elements of a kind that have these."""
        return [found for name, found in self.elements if name == tag and having.items() <= found.items()]

    @property
    def linked_data(self) -> list[Any]:
        """What the page tells other programs."""
        return [json.loads(text) for how, text in self.scripts if how.get("type") == "application/ld+json"]


def read(path: Path) -> Read:
    """Read a page."""
    page = Read()
    page.feed(path.read_text(encoding="utf-8"))
    return page


def pages_in(folder: Path) -> list[Path]:
    """List the pages of a site."""
    return sorted(folder.rglob("*.html"))


def dead_links(folder: Path, base: str | None = None) -> Iterator[str]:
    """Yield each address on a page that leads to no file of the site, nor to an element of it; others' are left out."""
    pages = {path.resolve(): read(path) for path in pages_in(folder)}
    for path, page in pages.items():
        for address in _addresses(page):
            within = bool(base) and address.startswith(base or "")
            parts = urlsplit(address[len(base or "") :] if within else address)
            if parts.scheme or parts.netloc:
                continue
            start = folder if within else path.parent
            target = (start / unquote(parts.path)).resolve() if parts.path else path
            if not _is_there(target, parts.fragment, folder, pages):
                yield f"{path.name}: {address}"


def _is_there(target: Path, fragment: str, folder: Path, pages: Mapping[Path, Read]) -> bool:
    if not target.is_file() or not target.is_relative_to(folder.resolve()):
        return False
    return not fragment or any(found.get("id") == fragment for _, found in pages[target].elements)


def _addresses(page: Read) -> list[str]:
    found = [attributes.get(name) for _, attributes in page.elements for name in ("href", "src", "action")]
    return [address for address in found if address is not None]
