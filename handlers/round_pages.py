"""What a teacher sees of the rounds of a class: what can be done, how a round stands, what came of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from handlers.buttons import Tap, Verb
from handlers.class_pages import class_button
from handlers.phrasebook import Phrases
from handlers.prose import TEXT_LIMIT, visible_length
from handlers.replies import Reply, Row, Rows, button
from knowledge.classes import FEWEST_SHOWN, Class
from knowledge.languages import Language
from knowledge.lessons.rounds import PHASES, Phase, Round, RoundKind, RoundPlan
from knowledge.lessons.series import SORTED_KIND, of_kind, of_topic
from knowledge.library import Library
from knowledge.reports.suppression import Figure, heads

# How many things that were mixed up are named.
MIXED_UP = 3
# Of a share, in hundredths; and the parts of its bar.
_STEP = 10
_FULL, _EMPTY = "▰", "▱"


def kind_name(library: Library, phrases: Phrases, kind: RoundKind, language: Language) -> str:
    """Name a kind of round; the story by its own title."""
    if kind == "story" and library.story:
        return library.story.texts[language].title
    return phrases.rounds.sort if kind == "sort" else phrases.rounds.quiz


def round_menu(
    library: Library, phrases: Phrases, school_class: Class, last: Round | None, language: Language
) -> Reply:
    """Offer what a class can do together; `last` is its latest round."""
    kinds: list[RoundKind] = ["quiz"] if library.quiz else []
    kinds += ["sort"] if of_kind(library, SORTED_KIND) else []
    kinds += ["story"] if library.story else []
    rows: list[Row] = []
    if last:
        name = kind_name(library, phrases, last.plan.kind, language)
        label = phrases.rounds.latest.format(name=name)
        rows.append((button(label, Tap(Verb.ROUND_SHOW, language, f"{school_class.id}-{last.id}")),))
    for kind in kinds:
        name = kind_name(library, phrases, kind, language)
        rows.append((button(name, Tap(Verb.ROUND_NEW, language, f"{kind}-{school_class.id}")),))
    if library.routes:
        rows.append((button(phrases.rounds.lesson, Tap(Verb.LESSONS, language)),))
    if kinds:
        rows.append(class_button(phrases.rounds.begin_lesson, "begin", school_class, language))
    rows.append(class_button(phrases.class_labels.show, "show", school_class, language))
    text = phrases.rounds.menu.format(title=school_class.title) if kinds else phrases.rounds.none
    return Reply(escape(text), tuple(rows))


def topic_menu(library: Library, phrases: Phrases, school_class: Class, language: Language) -> Reply:
    """Ask what a quiz is to be about; topics are counted from 1, 0 is everything."""
    rows = [(button(phrases.quiz.everything, Tap(Verb.ROUND_NEW, language, f"quiz-{school_class.id}-0")),)]
    for number, topic in enumerate(library.pack.topics, start=1):
        if count := len(of_topic(library, topic.id)):
            label = phrases.quiz.topic.format(title=topic.titles[language], count=count)
            rows.append((button(label, Tap(Verb.ROUND_NEW, language, f"quiz-{school_class.id}-{number}")),))
    return Reply(escape(phrases.rounds.topics), (*rows, _back(phrases, school_class, language)))


def phase_menu(phrases: Phrases, kind: RoundKind, school_class: Class, topic: int, language: Language) -> Reply:
    """Ask whether a round is held before the lesson, after it, or neither: with that it is sent."""
    labels: dict[Phase, str] = {"": phrases.rounds.send, "before": phrases.rounds.before, "after": phrases.rounds.after}
    about, phases = f"{kind}-{school_class.id}-{topic}", PHASES if kind != "story" else PHASES[:1]
    rows = [(button(labels[phase], Tap(Verb.ROUND_OPEN, language, about, PHASES.index(phase))),) for phase in phases]
    question = phrases.rounds.ready if kind == "story" else phrases.rounds.phase
    return Reply(escape(question), (*rows, _back(phrases, school_class, language)))


@dataclass(frozen=True, slots=True)
class Shown:
    """A round as its teachers may see it.

    `pupils` is how many took part, of the `members` of the class; `figures` are those of the items, `mixed` tells what
    was mixed up. `plain` leaves the bars out, which a screen reader would read sign by sign.
    """

    held: Round
    pupils: int
    members: int
    figures: Sequence[Figure]
    mixed: Figure
    plain: bool = False


def round_page(library: Library, phrases: Phrases, shown: Shown, language: Language) -> Reply:
    """Say how a round stands: how many pupils took part, and per item which share took what."""
    held, words = shown.held, phrases.rounds
    about = f"{held.class_id}-{held.id}"
    name = kind_name(library, phrases, held.plan.kind, language)
    phase = {"": "", "before": words.held_before, "after": words.held_after}[held.plan.phase]
    state = words.closed if held.closed_at else words.open
    above = [f"<b>{escape(f'{name} {phase}'.strip())}</b>", escape(f"{state} {_took_part(phrases, shown)}")]
    items = [
        _item(library, phrases, shown, (number, figure), language)
        for number, figure in enumerate(shown.figures, start=1)
        if shown.pupils >= FEWEST_SHOWN
    ]
    rows: list[Row] = [(button(words.refresh, Tap(Verb.ROUND_SHOW, language, about)),)]
    if held.closed_at is None:
        rows.append((button(words.close, Tap(Verb.ROUND_CLOSE, language, about)),))
    rows.append((button(words.back, Tap(Verb.CLASS, language, f"round-{held.class_id}")),))
    return Reply(_fitting(above, items, _mixed(library, phrases, shown.mixed, language)), tuple(rows))


def _took_part(phrases: Phrases, shown: Shown) -> str:
    """Say how many took part, unless that tells how few did, or how few did not."""
    words = phrases.rounds
    if shown.pupils < FEWEST_SHOWN:
        return words.few
    told = heads(shown.pupils, max(shown.pupils, shown.members))
    return words.nearly if told is None else words.pupils.format(count=told)


def _fitting(above: list[str], items: list[str], below: list[str]) -> str:
    """Leave the last items out if the whole would not fit one message."""
    while visible_length(html := "\n\n".join([*above, *items, *below])) > TEXT_LIMIT and items:
        items = items[:-1]
    return html


def _item(library: Library, phrases: Phrases, shown: Shown, counted: tuple[int, Figure], language: Language) -> str:
    number, figure = counted
    title, options, correct = _asked(library, shown.held.plan, figure.key, language)
    if not title:
        return escape(f"{number}. {phrases.rounds.gone}")
    lines = []
    if not any(part.count for part in figure.parts):
        options, lines = (), [phrases.rounds.hidden]
    for place, option in enumerate(options):
        share = _share(figure.part(str(place)).count, figure.count)
        named = f"{option} ({phrases.rounds.right})" if place == correct else option
        if share is None:
            lines.append(f"{named}: {phrases.rounds.hidden}")
        else:
            lines.append(f"{named}: {share}%" if shown.plain else f"{_bar(share)} {share}% {named}")
    return f"<b>{escape(f'{number}. {title}')}</b>\n{escape(chr(10).join(lines))}"


def _share(count: int | None, of: int | None) -> int | None:
    """Give a share in tens of a hundred: in so coarse a one nobody can count heads. None if it is not to be shown."""
    if count is None or of is None:
        return None
    return _STEP * round(100 * count / _STEP / of) if of else 0


def _bar(share: int) -> str:
    """Draw a share with signs; the number stands behind it."""
    parts = share // _STEP
    return _FULL * parts + _EMPTY * (100 // _STEP - parts)


def _asked(library: Library, plan: RoundPlan, item: str, language: Language) -> tuple[str, Sequence[str], int | None]:
    """Give what an item asks, its options, and the place of the right one; an empty question if it is gone."""
    if plan.kind == "story":
        place = library.story.place_of(item) if library.story else None
        if library.story is None or place is None:
            return "", (), None
        scene = library.story.scenes[place]
        return scene.texts[language].title, [choice.texts[language] for choice in scene.choices], None
    question = library.quiz.get(item)
    if question is None:
        return "", (), None
    return question.texts[language].question, question.texts[language].options, question.correct


def _mixed(library: Library, phrases: Phrases, mixed: Figure, language: Language) -> list[str]:
    """Name what was mixed up by five pupils or more, most first."""
    told = sorted((part for part in mixed.parts if part.count), key=lambda part: -(part.count or 0))
    names = []
    for part in told[:MIXED_UP]:
        if card := library.distinctions.get(part.key):
            names.append(card.texts[language].title)
        elif entry := library.entries.get(part.key):
            names.append(entry.texts[language].question)
    return [escape(phrases.rounds.mixed_up) + "\n" + escape("\n".join(f"· {name}" for name in names))] if names else []


def _back(phrases: Phrases, school_class: Class, language: Language) -> Row:
    return (button(phrases.rounds.back, Tap(Verb.CLASS, language, f"round-{school_class.id}")),)


def invitation(phrases: Phrases, name: str, title: str, rows: Rows) -> Reply:
    """Ask a pupil to take part."""
    return Reply(escape(phrases.rounds.invitation.format(name=name, title=title)), rows)
