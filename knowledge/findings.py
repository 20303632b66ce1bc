"""What the checks across files have in common."""

from collections.abc import Collection, Iterator

from knowledge.entries import Pointer
from knowledge.library import Library

Key = tuple[str | int, ...]
# Path of the file below the pack's folder, key in it, and what is wrong there.
Finding = tuple[str, Key, str]


def missing_languages(library: Library, texts: Collection[str]) -> Iterator[tuple[Key, str]]:
    """Yield a finding for each language of the pack that is not among `texts`."""
    yield from (((code,), "is missing") for code in library.pack.languages if code not in texts)


def missing_entries(library: Library, ids: Collection[str]) -> Iterator[tuple[Key, str]]:
    """Yield a finding, at its position, for each id that is no entry's."""
    yield from (((place,), f"no entry {name!r}") for place, name in enumerate(ids) if name not in library.entries)


def pointer_problems(library: Library, pointer: Pointer) -> Iterator[str]:
    """Yield what is wrong with a pointer: no such work, section or paragraph, or none named."""
    work = library.works.get(pointer.work)
    if work is None:
        yield f"no work {pointer.work!r} in sources.toml"
    elif work.sections:
        section = next((section for section in work.sections if section.title == pointer.section), None)
        if section is None:
            yield f"no section {pointer.section!r} in {pointer.work!r}"
        elif not pointer.para:
            yield "names no paragraph"
        else:
            yield from (
                f"no paragraph {para!r} in section {pointer.section!r}"
                for para in pointer.para
                if para not in section.para
            )
