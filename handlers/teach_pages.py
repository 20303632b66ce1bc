"""What somebody who teaches sees. Pure: proposals in, text and buttons out."""

from collections.abc import Sequence
from html import escape

from telegram import InlineKeyboardButton

from handlers.buttons import Tap, Verb
from handlers.phrasebook import Phrases
from handlers.replies import Reply, button
from handlers.roles import is_at_least
from knowledge.changes import Change
from knowledge.entries import FEWEST_PHRASINGS
from knowledge.languages import Language
from knowledge.library import Library
from knowledge.proposals import Effect, Proposal, Role
from knowledge.upkeep.teaching import Refused
from knowledge.upkeep.trying import Tried

# Of the questions of the exam that change, so many are told.
TOLD = 8
# What stands in a button for "none of the base's own", and for an entry that is yet to be written.
NONE, NEW = "none", "new"


def choose_page(library: Library, phrases: Phrases, proposal: Proposal, language: Language) -> Reply:
    """Ask of which entry the texts are phrasings."""
    words = phrases.teach
    lines = [words.choose, *_texts(proposal), words.otherwise.format(number=proposal.id)]
    rows = [
        (_pick(library.entries[entry].texts[language].question, language, f"{proposal.id}-{place}"),)
        for place, entry in enumerate(proposal.options)
        if entry in library.entries
    ]
    last = (
        _pick(words.not_ours, language, f"{proposal.id}-{NONE}"),
        _pick(words.new_entry, language, f"{proposal.id}-{NEW}"),
    )
    return Reply(
        "\n".join(map(escape, lines)), (*rows, *((each,) for each in last), (_drop(phrases, proposal, language),))
    )


def tried_page(library: Library, phrases: Phrases, proposal: Proposal, role: Role | None, language: Language) -> Reply:
    """Tell what a proposal would do, with the buttons of who looks at it."""
    words = phrases.teach
    lines = [
        words.proposal.format(number=proposal.id),
        *(told(library, phrases, change, language) for change in proposal.changes),
    ]
    effect = proposal.effect
    if effect:
        lines += ["", words.effect.format(better=effect.better, worse=effect.worse, other=effect.other), *effect.lines]
    worse = bool(effect and effect.worse)
    if worse and is_at_least(role, "maintainer"):
        lines += ["", words.worse.format(number=proposal.id)]
    number = str(proposal.id)
    rows = []
    if is_at_least(role, "maintainer") and not worse:
        rows.append((button(words.live, Tap(Verb.TEACH_LIVE, language, number)),))
    if proposal.state == "open" and is_at_least(role, "maintainer"):
        rows.append((button(words.refuse, Tap(Verb.TEACH_REFUSE, language, number)),))
    if proposal.state == "tried":
        if not is_at_least(role, "maintainer"):
            rows.append((button(words.propose, Tap(Verb.TEACH_PROPOSE, language, number)),))
        rows.append((_drop(phrases, proposal, language),))
    return Reply("\n".join(map(escape, lines)), tuple(rows))


def waiting_page(library: Library, phrases: Phrases, proposals: Sequence[Proposal], language: Language) -> Reply:
    """List the proposals that wait, and say how teaching begins."""
    words = phrases.teach
    lines = [words.how, *([words.waiting] if proposals else [])]
    rows = tuple(
        (button(_shortly(library, phrases, proposal, language), Tap(Verb.TEACH_SHOW, language, str(proposal.id))),)
        for proposal in proposals
    )
    return Reply("\n\n".join(map(escape, lines)), rows)


def told(library: Library, phrases: Phrases, change: Change, language: Language) -> str:
    """Say in a line what a change is."""
    entry = library.entries.get(change.entry or "")
    question = entry.texts[language].question if entry else change.entry or ""
    line: str = phrases.teach.kinds[change.kind]
    return line.format(text=change.text or "", entry=question, target=change.target)


def refusal_of(phrases: Phrases, refused: Refused) -> str:
    """Say why a change is not made."""
    line: str = phrases.teach.refusals[refused.why]
    return line.format(detail=refused.detail[:1500], fewest=FEWEST_PHRASINGS)


def effect_of(tried: Tried) -> Effect:
    """Keep of a trial what is told of it."""
    lines = tuple(
        f"{_MARKS[each.way]} {each.text[:80]}: {each.before} → {each.now}" for each in tried.comparison.changes[:TOLD]
    )
    return Effect(tried.count("better"), tried.count("worse"), tried.count("other"), lines)


_MARKS = {"better": "+", "worse": "-", "other": "·"}


def _shortly(library: Library, phrases: Phrases, proposal: Proposal, language: Language) -> str:
    what = told(library, phrases, proposal.changes[0], language) if proposal.changes else ""
    return f"{proposal.id}. {what}"[:60]


def _texts(proposal: Proposal) -> list[str]:
    return [f"• {text}" for _, text in proposal.texts]


def _pick(label: str, language: Language, about: str) -> InlineKeyboardButton:
    return button(label, Tap(Verb.TEACH_PICK, language, about))


def _drop(phrases: Phrases, proposal: Proposal, language: Language) -> InlineKeyboardButton:
    return button(phrases.teach.drop, Tap(Verb.TEACH_DROP, language, str(proposal.id)))
