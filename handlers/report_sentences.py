"""The bot's own sentences in and around the report on a class."""

from handlers.sentences import Sentences


class ReportSentences(Sentences):
    """Of the report: what its numbers are of, and what is said where there is none."""

    title: str
    intro: str
    nothing: str
    overview: str
    pupils: str
    took_part: str
    questions: str
    answered: str
    unclear: str
    unanswered: str
    topics: str
    entries: str
    groups: str
    mixed_up: str
    quiz: str
    lesson_quiz: str
    shifts: str
    count: str
    right: str
    before: str
    after: str
    since: str
    percent: str
    nearly_everybody: str
    nearly_nobody: str
    hidden: str
    untold: str
    note: str
    more: str
    part: str
    item: str
    measure: str
    value: str
    report: str
    csv: str
    pdf: str
    file: str
    on_page: str
