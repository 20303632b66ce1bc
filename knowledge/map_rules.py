"""The rules for a pack's map: every node stands in a row, arrows lead straight down, nothing hangs loose."""

from collections import Counter
from collections.abc import Iterator

from knowledge.findings import Key, missing_languages, pointer_problems
from knowledge.library import Library
from knowledge.maps import Map


def problems_of_map(library: Library, whole: Map) -> Iterator[tuple[Key, str]]:
    """Yield key and reason of each broken rule."""
    yield from missing_languages(library, whole.texts)
    for place, pointer in enumerate(whole.sources):
        yield from ((("sources", place), reason) for reason in pointer_problems(library, pointer))
    yield from _rows(whole)
    for name, node in whole.nodes.items():
        yield from ((("nodes", name, *key), reason) for key, reason in missing_languages(library, node.texts))
        if node.entry not in library.entries:
            yield ("nodes", name, "entry"), f"no entry {node.entry!r}"
    yield from _links(library, whole)


def _rows(whole: Map) -> Iterator[tuple[Key, str]]:
    named = Counter(name for row in whole.rows for name in row)
    for number, row in enumerate(whole.rows):
        for place, name in enumerate(row):
            if name not in whole.nodes:
                yield ("rows", number, place), f"no node {name!r}"
            elif named[name] > 1:
                yield ("rows", number, place), f"{name!r} stands in the rows twice"
    yield from ((("nodes", name), "stands in no row") for name in whole.nodes if name not in named)


def _links(library: Library, whole: Map) -> Iterator[tuple[Key, str]]:
    seen: set[tuple[str, str]] = set()
    for number, link in enumerate(whole.links):
        yield from ((("links", number, *key), reason) for key, reason in missing_languages(library, link.texts))
        if not whole.can_link(*link.ends):
            yield ("links", number, "ends"), "must name a node and one straight below it in the next row"
        elif link.ends in seen:
            yield ("links", number, "ends"), "are linked already"
        seen.add(link.ends)
