"""The bot's own sentences around lessons: routes, quizzes, sorting and the story."""

from handlers.sentences import Sentences


class LessonSentences(Sentences):
    """Of /lesson."""

    title: str
    none: str
    choice: str
    overview: str
    begin: str
    resume: str
    again: str
    others: str
    step: str
    next: str
    previous: str
    finish: str
    stop: str
    stopped: str
    done: str
    gone: str
    step_gone: str
    discuss: str
    touches: str


class QuizSentences(Sentences):
    """Of /quiz, and of quiz questions elsewhere."""

    title: str
    none: str
    everything: str
    topic: str
    next: str
    finish: str
    stop: str
    over: str
    together: str
    result: str
    nothing: str
    praise: str
    read_again: str
    new: str
    written: str
    answer: str


class SortingSentences(Sentences):
    """Of /sort."""

    none: str
    place: str
    right: str
    wrong: str
    so_far: str
    next: str
    finish: str
    over: str
    again: str


class StorySentences(Sentences):
    """Of /story."""

    none: str
    gone: str
    begin: str
    resume: str
    again: str
    scene: str
    you: str
    something: str
    nothing: str
    unknown: str
    since: str
    what_if: str
    next: str
    finish: str
    tally: str
    tally_line: str
