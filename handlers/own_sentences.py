"""The bot's own sentences around routes that teachers make: picked in chat, or sent as a file."""

from handlers.sentences import Sentences


class OwnSentences(Sentences):
    """Of making a route of one's own."""

    begin: str
    only_private: str
    so_far: str
    empty: str
    entry: str
    card: str
    quiz: str
    discussion: str
    story: str
    drop: str
    make: str
    by_file: str
    back: str
    which_topic: str
    which: str
    full: str
    too_many: str
    title: str
    untitled: str
    untitled_name: str
    intro: str
    made: str
    look: str
    none: str
    named: str
    delete: str
    deleted: str
    too_large: str
    unusable: str
    at_line: str
    how_file: str
    file_name: str
    file_head: str
    file_title: str
    file_intro: str
    file_say: str


class ComplaintSentences(Sentences):
    """What can be wrong with a file of a route, by the kind of complaint."""

    not_toml: str
    missing: str
    unknown_key: str
    too_long: str
    empty: str
    one_thing: str
    steps: str
    minutes: str
    no_such: str
    wrong: str
