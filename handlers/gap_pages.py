"""What a maintainer sees of gaps. Pure: gaps in, text and buttons out."""

from collections.abc import Iterable, Mapping
from html import escape

from handlers.buttons import Tap, Verb
from handlers.context import Services
from handlers.gap_findings import Found
from handlers.paging import page_of, turning_row
from handlers.phrasebook import Phrases
from handlers.replies import Reply, button
from knowledge.languages import Language
from knowledge.library import Library
from knowledge.upkeep.gaps.finding import GAP_DAYS, Gap, Unhelpful
from knowledge.upkeep.gaps.losing import Near

# On a page.
GAPS_A_PAGE = 6
MOST_UNHELPFUL = 5


def gaps_page(services: Services, found: Found, tap: Tap) -> Reply:
    """List the gaps on a page, with a button to each; on the first also answers that did not help."""
    library, phrases = services.library, services.phrasebook[tap.language]
    said = phrases.gaps
    page = page_of(found.gaps, tap.page, GAPS_A_PAGE)
    numbered = list(enumerate(page.items, start=page.number * GAPS_A_PAGE + 1))
    head = said.title.format(days=GAP_DAYS, count=len(found.gaps)) if found.gaps else said.none.format(days=GAP_DAYS)
    lines = [head, *(_line(services, number, gap, tap.language) for number, gap in numbered)]
    if not page.number and found.unhelpful:
        lines += [said.unhelpful, *_unhelpful(library, phrases, found.unhelpful[:MOST_UNHELPFUL], tap.language)]
    rows = tuple(
        (button(said.button.format(number=number), Tap(Verb.GAP, tap.language, gap.key)),) for number, gap in numbered
    )
    return Reply("\n\n".join(map(escape, lines)), (*rows, *turning_row(phrases, page, Tap(Verb.GAPS, tap.language))))


def gap_page(services: Services, gap: Gap, tap: Tap) -> Reply:
    """Show a gap: wordings, what came of them, how sure it was, and the nearest entries; and what to do with it."""
    library, phrases = services.library, services.phrasebook[tap.language]
    said, lost = phrases.gaps, gap.losing
    kinds = ", ".join(f"{said.kind[kind]} {count}" for kind, count in gap.kinds.items())
    wordings = [f"• {wording.text}" for wording in gap.wordings] or [said.unshown]
    sure = said.sure.format(
        first=_percent(lost.first),
        answer_from=_percent(lost.answer_from),
        offered=_percent(lost.offered),
        offer_from=_percent(lost.offer_from),
        known_share=_percent(lost.known_share),
    )
    parts = [
        "\n".join(wordings),
        said.gap.format_map(_counts(gap)),
        said.kinds.format(kinds=kinds),
        *([said.meant.format(entries=_meant(library, gap.meant, tap.language))] if gap.meant else []),
        sure,
        "\n".join([said.nearest, *(_near(library, phrases, near, tap.language) for near in lost.nearest)]),
    ]
    rows = (
        (button(said.teach, Tap(Verb.TEACH, tap.language, gap.key)),),
        (button(said.later, Tap(Verb.GAP_LATER, tap.language, gap.key)),),
        (button(said.back, Tap(Verb.GAPS, tap.language)),),
    )
    return Reply("\n\n".join(map(escape, parts)), rows)


def wording_of(phrases: Phrases, gap: Gap) -> str:
    """Give the wording by which a gap is called."""
    return f"“{gap.wordings[0].text}”" if gap.wordings else phrases.gaps.unshown


def _line(services: Services, number: int, gap: Gap, language: Language) -> str:
    phrases = services.phrasebook[language]
    line = phrases.gaps.line.format_map(_counts(gap) | {"number": number, "wording": wording_of(phrases, gap)})
    entry, people = next(iter(gap.meant.items()), ("", 0))
    if people < services.agreeing:
        return line
    question = services.library.entries[entry].texts[language].question
    return f"{line}\n{phrases.gaps.agreed.format(people=people, question=question)}"


def _counts(gap: Gap) -> dict[str, object]:
    return {
        "people": gap.people,
        "asked": gap.asked,
        "this_week": gap.this_week,
        "week_before": gap.week_before,
    }


def _near(library: Library, phrases: Phrases, near: Near, language: Language) -> str:
    line = phrases.gaps.near.format(
        question=library.entries[near.entry].texts[language].question,
        probability=_percent(near.probability),
        strongest=near.strongest,
    )
    behind = phrases.gaps.behind.format(weakest=near.weakest) if near.weakest else ""
    return f"• {line}{behind}"


def _meant(library: Library, meant: Mapping[str, int], language: Language) -> str:
    return ", ".join(f"{library.entries[entry].texts[language].question} ({count})" for entry, count in meant.items())


def _unhelpful(library: Library, phrases: Phrases, answers: Iterable[Unhelpful], language: Language) -> Iterable[str]:
    for answer in answers:
        question = library.entries[answer.entry].texts[language].question
        line = phrases.gaps.unhelpful_line
        yield "• " + line.format(question=question, unhelpful=answer.unhelpful, helpful=answer.helpful)


def _percent(share: float) -> str:
    return f"{share:.0%}"
