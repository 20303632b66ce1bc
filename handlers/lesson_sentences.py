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
    class_lesson: str
    for_class: str
    which_class: str
    back: str
    from_class: str
    look: str
    of_class: str
    begun: str
    begun_few: str
    begun_nearly: str
    finished: str
    finished_few: str
    finished_nearly: str


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


class RoundSentences(Sentences):
    """Of what a class does together."""

    menu: str
    none: str
    quiz: str
    sort: str
    lesson: str
    begin_lesson: str
    lesson_begun: str
    from_class: str
    latest: str
    topics: str
    phase: str
    ready: str
    send: str
    before: str
    after: str
    held_before: str
    held_after: str
    open: str
    closed: str
    pupils: str
    nearly: str
    few: str
    right: str
    hidden: str
    gone: str
    mixed_up: str
    refresh: str
    close: str
    back: str
    unknown: str
    class_closed: str
    invitation: str
    begin: str
    next: str
    finish: str
    thanks: str
    not_yours: str
    over: str


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
