"""The sentences on web pages, as they stand in a file of phrases."""

from collections.abc import Mapping
from typing import Annotated, Literal, get_args

from pydantic import AfterValidator

from handlers.sentences import Sentences, complete
from knowledge.lessons.routes import STEP_KINDS, StepKind

Tab = Literal["board", "report", "routes"]


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
    telegram: str


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


class ClassPageSentences(Sentences):
    """On the page of a class, and on the way to it."""

    page: str
    here: str
    board: str
    none: str
    open_app: str
    open_browser: str
    navigation: str
    privacy: str
    join: str
    join_browser: str
    join_telegram: str
    qr: str
    closed: str
    latest: str
    stopped: str
    questions: str
    no_answer: str
    times: str
    nothing: str
    routes_intro: str
    opening: str
    refused: str
    outside: str
    tabs: Annotated[Mapping[Tab, str], AfterValidator(complete(get_args(Tab)))]
    steps: Annotated[Mapping[StepKind, str], AfterValidator(complete(STEP_KINDS))]
