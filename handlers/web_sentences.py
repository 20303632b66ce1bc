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
    over: str
    not_ready: str


class HomePageSentences(Sentences):
    """On the first page."""

    join_title: str
    join: str
    code: str
    enter: str
    kept: str


class ChatPageSentences(Sentences):
    """On the page of the chat."""

    title: str
    conversation: str
    you: str
    label: str
    send: str
    leave: str
    lost: str
    picture: str
    file: str
    vote: str
    right: str
    not_right: str
