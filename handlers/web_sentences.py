"""The sentences on web pages, as they stand in a file of phrases."""

from handlers.sentences import Sentences


class WebSentences(Sentences):
    """On every page, and on what people see instead of one."""

    skip: str
    languages: str
    about: str
    refused: str
    to_start: str
    forbidden: str
    not_found: str
    too_large: str
    too_fast: str
    went_wrong: str
