"""What a class asked, divided: by what came of it, by topic and entry, by what was mixed up, by likeness."""

from collections.abc import Callable, Iterable, Sequence

from knowledge.library import Library
from knowledge.reports.grouping import grouped
from knowledge.reports.material import Asked, Material
from knowledge.reports.suppression import Whole

ALL, ANSWERED, UNCLEAR, UNANSWERED = "all", "answered", "unclear", "unanswered"

# Of what was not clear and mixes up nothing that there is a card of, and of entries that are no longer there.
OTHER = "other"


def questions_of(material: Material) -> list[Asked]:
    """List what was asked; small talk and what was said about an answer before are no questions."""
    return [asked for asked in material.asked if asked.act in {"answer", "clarify", "fallback"}]


def divided(library: Library, asked: Sequence[Asked]) -> Whole:
    """Divide questions by what came of them: answered by topic and entry, unclear by distinction, not answered.

    Whoever shows numbers of it divides all questions, or what one shows gives away what another hides.
    """
    answered = [question for question in asked if question.act == "answer"]
    unclear = [question for question in asked if question.act == "clarify"]
    unanswered = [question for question in asked if question.act == "fallback"]
    parts = (
        Whole(ANSWERED, _people(answered), by_topic(library, answered)),
        Whole(UNCLEAR, _people(unclear), _by(unclear, lambda question: mixed_up(library, question.options))),
        Whole(UNANSWERED, _people(unanswered), _by_likeness(library, unanswered)),
    )
    return Whole(ALL, _people([*answered, *unclear, *unanswered]), parts)


def by_topic(library: Library, answered: Sequence[Asked]) -> tuple[Whole, ...]:
    """Divide answered questions by topic, in the pack's order, and within it by entry."""
    known = [question for question in answered if question.entry in library.entries]
    topics = _by(known, lambda question: library.entries[question.entry or ""].topic, lambda question: question.entry)
    order = {topic.id: place for place, topic in enumerate(library.pack.topics)}
    return tuple(sorted(topics, key=lambda topic: order.get(topic.key, len(order))))


def mixed_up(library: Library, options: Iterable[str]) -> str:
    """Name the distinction of which two sides were offered: that with most of them, else `OTHER`."""
    offered = {*options}
    shared = {name: len(offered & {*card.entries}) for name, card in library.distinctions.items()}
    best = max(shared, key=lambda name: shared[name], default=OTHER)
    return best if shared.get(best, 0) > 1 else OTHER


def _by_likeness(library: Library, asked: Sequence[Asked]) -> tuple[Whole, ...]:
    groups = grouped(library, [question.text for question in asked])
    return tuple(Whole(str(group[0]), _people([asked[place] for place in group])) for group in groups)


def _by(
    asked: Sequence[Asked],
    kind: Callable[[Asked], str],
    within: Callable[[Asked], str | None] | None = None,
) -> tuple[Whole, ...]:
    """Divide questions by a kind, most first, and each again by what is within it."""
    kinds: dict[str, list[Asked]] = {}
    for question in asked:
        kinds.setdefault(kind(question), []).append(question)
    found = sorted(kinds.items(), key=lambda named: -len(named[1]))
    return tuple(
        Whole(name, _people(members), _by(members, lambda question: within(question) or OTHER) if within else ())
        for name, members in found
    )


def _people(asked: Iterable[Asked]) -> tuple[str, ...]:
    return tuple(question.person for question in asked)
