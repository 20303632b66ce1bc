"""Where an answer comes from, as a line under it and in full."""

from collections.abc import Iterable, Sequence
from html import escape

from handlers.phrasebook import Phrases
from knowledge.distinctions import Distinction
from knowledge.entries import UNDATED, Entry, Pointer, Since
from knowledge.languages import Language
from knowledge.library import Library
from knowledge.maps import Map
from knowledge.pack import Work

# A source line that names more sections than this fills half a phone.
NAMED_PLACES = 2


def source_line(library: Library, phrases: Phrases, entry: Entry, language: Language) -> str:
    """One line in italics: author, paper, section, paragraph, whose claim it is, and of when."""
    return f"<i>{escape(entry_source(library, phrases, entry, language))}</i>"


def entry_source(library: Library, phrases: Phrases, entry: Entry, language: Language) -> str:
    """That line without markup, for paper."""
    return _line(library, phrases, entry.sources, language, phrases.voices[entry.voice])


def since_heading(library: Library, phrases: Phrases, later: Since) -> str:
    """Say of when something is that became known later, and who published it."""
    origin = ", ".join(dict.fromkeys(library.works[source].publisher for source in later.sources))
    date = phrases.answer.undated if later.date == UNDATED else later.date
    return f"{phrases.answer.since} ({date}; {origin})"


def hedge(phrases: Phrases, later: Since) -> str:
    """Give what stands behind that heading if it is not established, with a space before it."""
    return f" {phrases.answer.reportedly}:" if later.certainty == "reported" else ""


def card_source_line(library: Library, phrases: Phrases, card: Distinction | Map, language: Language) -> str:
    """The same line for a card or a map, which speaks in more than one voice."""
    return f"<i>{escape(card_source(library, phrases, card, language))}</i>"


def card_source(library: Library, phrases: Phrases, card: Distinction | Map, language: Language) -> str:
    """That line without markup, for a picture."""
    return _line(library, phrases, card.sources, language)


def _line(library: Library, phrases: Phrases, pointers: Sequence[Pointer], language: Language, *voice: str) -> str:
    essay = [pointer for pointer in pointers if pointer.work == library.pack.work]
    others = [library.works[pointer.work] for pointer in pointers if pointer.work != library.pack.work]
    parts = [f"{library.essay.author}, {library.essay.publisher}, {places(phrases, essay)}"] if essay else []
    parts += [f"{work.publisher} ({dated(work, language)})" for work in others]
    parts += voice
    if essay:
        parts.append(library.face(language).as_of)
    return phrases.answer.source_line.format(source=" · ".join(dict.fromkeys(parts)))


def in_brief(library: Library, phrases: Phrases, pointers: Sequence[Pointer], language: Language) -> str:
    """Name where a claim comes from as fits in brackets: the section of the essay; of others the publisher and date."""
    essay = [pointer for pointer in pointers if pointer.work == library.pack.work]
    others = [library.works[pointer.work] for pointer in pointers if pointer.work != library.pack.work]
    named = [places(phrases, essay)] if essay else []
    return "; ".join([*named, *(f"{work.publisher}, {dated(work, language)}" for work in others)])


def essay_in_brief(library: Library, phrases: Phrases, language: Language) -> str:
    """Name the essay and its time, under claims that name their own places in it."""
    essay = f"{library.essay.author}, {library.essay.publisher} · {library.face(language).as_of}"
    return phrases.answer.source_line.format(source=essay)


def full_citations(library: Library, phrases: Phrases, pointers: Sequence[Pointer], language: Language) -> list[str]:
    """Cite each work in full, once, with a link and under it the places in it."""
    citations = []
    for work_id in dict.fromkeys(pointer.work for pointer in pointers):
        found = [place(phrases, pointer) for pointer in pointers if pointer.work == work_id and pointer.section]
        citations.append("\n".join([cite(library.works[work_id], phrases, language), *map(escape, found)]))
    return citations


def cite(work: Work, phrases: Phrases, language: Language) -> str:
    """Cite a work: author, linked title, publisher, date, and where it was read if not there."""
    origin = f"{work.publisher}, {dated(work, language)}"
    if work.via:
        origin += f" ({phrases.answer.read_via.format(place=work.via)})"
    return f'{escape(work.author)}, <a href="{escape(work.address)}">{escape(work.title)}</a>, {escape(origin)}'


def place(phrases: Phrases, pointer: Pointer) -> str:
    """Name the place in a work: its section and paragraphs."""
    return numbered(phrases, pointer, _compact(pointer.para))


def numbered(phrases: Phrases, pointer: Pointer, para: Sequence[int | str]) -> str:
    """Name a place by its section and by paragraphs that are written like this, if it has numbered ones."""
    counted = phrases.answer.paragraph if len(pointer.para) == 1 else phrases.answer.paragraphs
    # What stands around the text (the author's note, the copyright line) has a name and no number.
    has_number = any(isinstance(number, int) for number in pointer.para)
    numbers = ", ".join(map(str, para))
    return f"“{pointer.section}”" + (f", {counted.format(numbers=numbers)}" if has_number else "")


def places(phrases: Phrases, pointers: Sequence[Pointer]) -> str:
    """Name several places in one line: up to two in full, of more the section that carries most and all paragraphs."""
    if len(pointers) <= NAMED_PLACES:
        return "; ".join(place(phrases, pointer) for pointer in pointers)
    most = max(pointers, key=lambda pointer: len(pointer.para))
    cited = {para for pointer in pointers for para in pointer.para if isinstance(para, int)}
    numbers = ", ".join(map(str, _compact(sorted(cited))))
    others = phrases.answer.and_others.format(section=most.section, count=len(pointers) - 1)
    return f"{others}, {phrases.answer.paragraphs.format(numbers=numbers)}" if numbers else others


def dated(work: Work, language: Language) -> str:
    """Give a work's date as it reads in `language`."""
    return work.date if isinstance(work.date, str) else work.date[language]


def _compact(para: Iterable[int | str]) -> list[int | str]:
    """Write a run of three paragraphs or more as a range: 1, 2, 3 becomes 1-3."""
    runs: list[list[int | str]] = []
    for number in para:
        last = runs[-1][-1] if runs else None
        if isinstance(number, int) and isinstance(last, int) and number == last + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return [part for run in runs for part in ([f"{run[0]}-{run[-1]}"] if len(run) > 2 else run)]  # noqa: PLR2004
