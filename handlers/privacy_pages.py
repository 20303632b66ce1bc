"""What is kept, told: in plain words per role, and as a page that a school can file."""

import datetime as dt
from dataclasses import dataclass
from html import escape

from handlers.days import in_words
from handlers.pages import fill
from handlers.phrasebook import Phrasebook, Phrases
from knowledge.classes import Class, last_day
from knowledge.languages import Language
from knowledge.library import Library
from knowledge.retention import Retention


@dataclass(frozen=True, slots=True)
class Promise:
    """How long what is kept, who answers for it (None if that was not said), and in which zone days are told."""

    retention: Retention
    operator: str | None
    zone: dt.tzinfo

    @property
    def days(self) -> dict[str, int]:
        """How long, in days, by the names that sentences use."""
        periods = self.retention
        return {
            "questions": periods.questions.days,
            "conversations": periods.conversations.days,
            "waiting": periods.waiting.days,
        }


def told_to_group(phrases: Phrases, promise: Promise) -> str:
    """Tell a group what is kept of it."""
    return _headed(phrases.privacy.group.format(**promise.days))


def told_to_person(phrases: Phrases, promise: Promise, pupil_in: Class | None, *, teaches: bool) -> str:
    """Tell a person what is kept of everybody, and of pupils and teachers if they are one."""
    words = phrases.privacy
    parts = [_headed(words.reader.format(**promise.days))]
    if pupil_in:
        day = in_words(phrases, last_day(pupil_in.ends_at, promise.zone))
        parts.append(_headed(words.pupil.format(title=pupil_in.title, day=day)))
    if teaches:
        parts.append(_headed(words.teacher))
    return "\n\n".join([*parts, escape(words.how), escape(_operator_line(phrases, promise))])


def school_page(library: Library, phrasebook: Phrasebook, promise: Promise, moment: dt.datetime) -> str:
    """Make the page for a school as HTML, in one language of the pack after another."""
    day = moment.astimezone(promise.zone).date()
    languages = [_in_language(library, phrasebook[code], promise, code, day) for code in library.pack.languages]
    return fill("school", lang=languages[0]["lang"], title=languages[0]["title"], languages=languages)


def _in_language(
    library: Library, phrases: Phrases, promise: Promise, language: Language, day: dt.date
) -> dict[str, object]:
    words, name = phrases.school, library.face(language).name
    filled = {"operator": _operator_line(phrases, promise), **promise.days}
    return {
        "lang": language,
        "language_name": phrases.language_name,
        "words": words,
        "title": words.title.format(name=name),
        "as_of": words.as_of.format(day=in_words(phrases, day)),
        "intro": words.intro.format(name=name),
        "rows": [(row.what, row.why, row.until.format(**filled)) for row in words.rows.values()],
        "parts": [(part.heading, part.text.format(**filled)) for part in words.parts.values()],
    }


def _operator_line(phrases: Phrases, promise: Promise) -> str:
    if promise.operator:
        return phrases.privacy.operator.format(operator=promise.operator)
    return phrases.privacy.no_operator


def _headed(text: str) -> str:
    """Set the first paragraph of a text as its heading."""
    heading, _, rest = text.partition("\n\n")
    return f"<b>{escape(heading)}</b>\n\n{escape(rest)}"
