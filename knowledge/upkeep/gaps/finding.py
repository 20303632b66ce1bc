"""What the base lacks: what was missed, in groups that ask much the same, the most asked first."""

import datetime as dt
import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from knowledge.languages import Language
from knowledge.library import Library
from knowledge.misses import Missed, MissKind, Voted
from knowledge.reports.personal import LEFT_OUT, Check
from knowledge.text import words
from knowledge.upkeep.gaps.asks import Ask, asks
from knowledge.upkeep.gaps.clustering import LIKE, clusters
from knowledge.upkeep.gaps.losing import Explain, Losing, losing
from knowledge.upkeep.gaps.masking import Mask
from knowledge.upkeep.gaps.turns import in_turn

WEEK = dt.timedelta(days=7)
# Over how many days gaps are looked for, unless somebody says otherwise.
GAP_DAYS = 30
# What an ask weighs whose answer was among what was offered.
HALF_MET = 0.5
# Of the wordings of a gap, so many are shown.
EXAMPLES = 8


@dataclass(frozen=True, slots=True)
class Wording:
    """A wording as it may be shown, and how many people used it; a `whole` one has no word left out."""

    text: str
    language: Language
    people: int

    @property
    def whole(self) -> bool:
        """Whether nothing of it was left out."""
        return LEFT_OUT not in self.text


@dataclass(frozen=True, slots=True)
class Gap:
    """Questions that ask much the same and were missed.

    `key` names the gap as long as its most used wording stays so. `asked` counts wordings of people, `people` the
    people; `this_week` and `week_before` are of `asked`. `meant` counts the people who picked each entry.
    """

    key: str
    asked: int
    people: int
    kinds: Mapping[MissKind, int]
    languages: Mapping[Language, int]
    this_week: int
    week_before: int
    wordings: tuple[Wording, ...]
    meant: Mapping[str, int]
    losing: Losing


@dataclass(frozen=True, slots=True)
class Unhelpful:
    """An answer that did not help: how many votes said so, and how many that it did."""

    entry: str
    unhelpful: int
    helpful: int


def find_gaps(library: Library, explain: Explain, check: Check, missed: Missed, now: dt.datetime) -> list[Gap]:
    """Find the gaps in what was missed, the one that most people met first; takes seconds for thousands of misses."""
    asked = asks(library, missed.misses)
    mask = Mask(check, asked)
    return [_gap(library, explain, mask, together, now) for together in grouped(library, asked)]


def grouped(library: Library, asked: Sequence[Ask]) -> list[list[Ask]]:
    """Group asks that ask much the same: what many people ask alike comes before what is alike only a little.

    What resembles a group before it comes the later for it: often it is about the same.
    """
    made = clusters(library, [ask.text for ask in asked])
    groups = [[asked[place] for place in cluster.places] for cluster in made.found]
    worth = [weight(group) * cluster.cohesion for group, cluster in zip(groups, made.found, strict=True)]
    return [groups[number] for number in in_turn(worth, made.alike / LIKE)]


def unhelpful_answers(library: Library, votes: Iterable[Voted]) -> list[Unhelpful]:
    """List the answers that were said not to help, the most disliked first."""
    counts: Counter[tuple[str, bool]] = Counter((vote.entry, vote.helpful) for vote in votes)
    disliked = [(name, count) for (name, helpful), count in counts.items() if not helpful and name in library.entries]
    return [Unhelpful(name, count, counts[name, True]) for name, count in sorted(disliked, key=lambda found: -found[1])]


def weight(together: Iterable[Ask]) -> float:
    """Give what a group of asks weighs: a person one, or a half if what they meant was offered and picked."""
    people: dict[str, float] = {}
    for ask in together:
        people[ask.asker] = max(people.get(ask.asker, 0.0), HALF_MET if "corrected" in ask.kinds else 1.0)
    return sum(people.values())


def _gap(library: Library, explain: Explain, mask: Mask, together: Sequence[Ask], now: dt.datetime) -> Gap:
    wordings = _wordings(together)
    shown = ((mask.show(text), language, people) for text, language, people in wordings)
    found = [Wording(text, language, people) for text, language, people in shown if text]
    most_used = wordings[0][0]
    return Gap(
        key=hashlib.sha256(" ".join(words(most_used)).encode()).hexdigest()[:12],
        asked=len(together),
        people=len({ask.asker for ask in together}),
        kinds=dict(Counter(kind for ask in together for kind in ask.kinds).most_common()),
        languages=dict(Counter(ask.language for ask in together)),
        this_week=sum(now - WEEK <= ask.at for ask in together),
        week_before=sum(now - 2 * WEEK <= ask.at < now - WEEK for ask in together),
        wordings=tuple(sorted(found, key=lambda wording: not wording.whole)[:EXAMPLES]),
        meant=dict(_meant(library, together).most_common()),
        losing=losing(library, explain, most_used),
    )


def _meant(library: Library, together: Iterable[Ask]) -> Counter[str]:
    return Counter(
        entry
        for _, entry in {(ask.asker, entry) for ask in together for entry in ask.meant}
        if entry in library.entries
    )


def _wordings(together: Sequence[Ask]) -> list[tuple[str, Language, int]]:
    """Give each wording once, with its language and how many people used it: the most used first."""
    same: dict[str, list[Ask]] = {}
    for ask in together:
        same.setdefault(" ".join(words(ask.text)), []).append(ask)
    found = [(used[0].text, used[0].language, len({ask.asker for ask in used})) for used in same.values()]
    return sorted(found, key=lambda wording: -wording[2])
