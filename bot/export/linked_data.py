"""What search engines and other programs read of a page: schema.org's vocabulary, as JSON-LD."""

from collections.abc import Iterable, Sequence
from typing import TypeAlias

from bot.export.addresses import Place
from knowledge.entries import Entry
from knowledge.languages import Language
from knowledge.library import Library

Data: TypeAlias = dict[str, object]

_CONTEXT = "https://schema.org"


def faq_page(library: Library, entries: Iterable[Entry], language: Language, place: Place) -> Data:
    """Describe a page that answers questions."""
    page: Data = {
        "@context": _CONTEXT,
        "@type": "FAQPage",
        "inLanguage": language,
        "isBasedOn": _work(library),
        "mainEntity": [_question(entry, language) for entry in entries],
    }
    return page | ({"url": place.canonical} if place.canonical else {})


def breadcrumbs(steps: Sequence[tuple[str, str]], place: Place) -> Data | None:
    """Describe where a page stands, from the start page down to it; `steps` pairs names with paths.

    None where the site's address is not known: a step has to have a full one.
    """
    if not place.base:
        return None
    items = [
        {"@type": "ListItem", "position": number, "name": name, "item": place.full(path)}
        for number, (name, path) in enumerate(steps, start=1)
    ]
    return {"@context": _CONTEXT, "@type": "BreadcrumbList", "itemListElement": items}


def web_site(library: Library, language: Language, place: Place) -> Data:
    """Describe the site as a whole."""
    face = library.face(language)
    site: Data = {
        "@context": _CONTEXT,
        "@type": "WebSite",
        "name": face.name,
        "description": face.description,
        "inLanguage": language,
        "about": _work(library),
    }
    return site | ({"url": place.canonical} if place.canonical else {})


def _question(entry: Entry, language: Language) -> Data:
    text = entry.texts[language]
    whole = "\n\n".join(part for part in (text.answer, text.more) if part)
    return {
        "@type": "Question",
        "name": text.question,
        "acceptedAnswer": {"@type": "Answer", "text": whole, "dateModified": entry.reviewed.isoformat()},
    }


def _work(library: Library) -> Data:
    essay = library.essay
    return {
        "@type": "Article",
        "headline": essay.title,
        "author": {"@type": "Person", "name": essay.author},
        "publisher": {"@type": "Organization", "name": essay.publisher},
        "url": essay.address,
    }
