"""What a teacher sees of a class: pure functions from a class to text and buttons."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

from handlers.buttons import Tap, Verb
from handlers.days import in_words
from handlers.links import CLASS, private_link
from handlers.phrasebook import Phrasebook, Phrases
from handlers.replies import Reply, Row, button
from knowledge.classes import FEWEST_SHOWN, Class, last_day
from knowledge.languages import Language


@dataclass(frozen=True, slots=True)
class Standing:
    """How a class stands for a teacher: pupils (None if unknown), whether it has other teachers, the bot's zone.

    `has_page` tells whether it has a page on the web.
    """

    pupils: int | None
    shared: bool
    zone: dt.tzinfo
    has_page: bool = False


def class_button(label: str, action: str, school_class: Class, language: Language) -> Row:
    """Give a row of one button: an action on a class."""
    return (button(label, Tap(Verb.CLASS, language, f"{action}-{school_class.id}")),)


def class_link(school_class: Class, username: str) -> str:
    """Give the link by which pupils join."""
    return private_link(username, f"{CLASS}{school_class.code}")


def choice(phrases: Phrases, classes: Iterable[Class], action: str, language: Language) -> Reply:
    """Ask which class an action is for."""
    rows = tuple(class_button(each.title, action, each, language) for each in classes)
    return Reply(escape(phrases.classes.yours if action == "show" else phrases.classes.which), rows)


@dataclass(frozen=True, slots=True)
class Doors:
    """Where pupils come in: the bot by its username, and the address of its web pages, None where there are none."""

    username: str
    site: str | None = None


def shared_page(phrases: Phrases, school_class: Class, doors: Doors, zone: dt.tzinfo, language: Language) -> Reply:
    """Say how pupils join: this stands under the QR code, and says all that it says."""
    link = class_link(school_class, doors.username)
    share = phrases.classes.share.format(link=link, code=school_class.code)
    day = in_words(phrases, last_day(school_class.ends_at, zone))
    browser = [phrases.classes.in_browser.format(address=doors.site)] if doors.site else []
    told = [share, *browser, phrases.classes.open.format(day=day)]
    parts = [f"<b>{escape(school_class.title)}</b>", *map(escape, told)]
    return Reply("\n\n".join(parts), (class_button(phrases.class_labels.show, "show", school_class, language),))


def class_page(phrasebook: Phrasebook, school_class: Class, standing: Standing, language: Language) -> Reply:
    """Say how a class stands, with a button for everything that can be done."""
    phrases, words = phrasebook[language], phrasebook[language].classes
    day = in_words(phrases, last_day(school_class.ends_at, standing.zone))
    own = school_class.language
    lines = [
        (words.closed if school_class.closed_at else words.open).format(day=day),
        *pupils_line(phrases, standing.pupils),
        words.one_language.format(language=phrasebook[own].language_name) if own else words.own_language,
        words.simple if school_class.simple else words.whole,
    ]
    html = f"<b>{escape(school_class.title)}</b>\n\n{escape(chr(10).join(lines))}"
    doable = _doable(phrases, school_class, standing)
    buttons = [class_button(label, action, school_class, language)[0] for action, label in doable.items()]
    return Reply(html, tuple(tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2)))


def pupils_line(phrases: Phrases, pupils: int | None) -> tuple[str, ...]:
    """Say how many pupils there are, if they are enough to be counted; nothing where that is not known."""
    if pupils is None:
        return ()
    return (phrases.classes.few if pupils < FEWEST_SHOWN else phrases.classes.pupils.format(count=pupils),)


def _doable(phrases: Phrases, school_class: Class, standing: Standing) -> dict[str, str]:
    """List what a teacher can do with a class as it is, by action: the label of its button."""
    labels = phrases.class_labels
    doable = {
        "report": phrases.report.report,
        "page": phrases.class_page.page,
        "qr": labels.qr,
        "round": labels.round,
        "language": labels.language,
        "whole" if school_class.simple else "simple": labels.whole if school_class.simple else labels.simple,
        "end": labels.end,
        "reopen" if school_class.closed_at else "close": labels.reopen if school_class.closed_at else labels.close,
        "invite": labels.invite,
        "handover": labels.handover,
        "resign": labels.resign,
        "erase": labels.erase,
    }
    possible = {"resign": standing.shared, "page": standing.has_page}
    return {action: label for action, label in doable.items() if possible.get(action, True)}
