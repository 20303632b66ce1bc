"""The bot's own sentences to its maintainers."""

from collections.abc import Mapping
from typing import Annotated, get_args

from pydantic import AfterValidator

from handlers.sentences import Sentences, complete
from knowledge.changes import ChangeKind
from knowledge.languages import LANGUAGES, Language
from knowledge.misses import MissKind
from knowledge.proposals import Role
from knowledge.upkeep.teaching import Why


class GapSentences(Sentences):
    """Of /gaps."""

    title: str
    none: str
    line: str
    button: str
    unshown: str
    gap: str
    kinds: str
    meant: str
    sure: str
    nearest: str
    near: str
    behind: str
    unhelpful: str
    unhelpful_line: str
    away: str
    back: str
    teach: str
    later: str
    agreed: str
    kind: Annotated[Mapping[MissKind, str], AfterValidator(complete(get_args(MissKind)))]


class TeachSentences(Sentences):
    """Of /teach and /undo."""

    how: str
    waiting: str
    choose: str
    otherwise: str
    not_ours: str
    new_entry: str
    drop: str
    dropped: str
    unshown: str
    trying: str
    proposal: str
    effect: str
    worse: str
    live: str
    propose: str
    refuse: str
    look: str
    comes: str
    proposed: str
    refused: str
    accepted: str
    unwanted: str
    done: str
    reason: str
    anyway: str
    no: str
    form: str
    latest: str
    nothing: str
    revision: str
    undo: str
    undo_reason: str
    in_files: str
    kinds: Annotated[Mapping[ChangeKind, str], AfterValidator(complete(get_args(ChangeKind)))]
    refusals: Annotated[Mapping[Why, str], AfterValidator(complete(get_args(Why)))]


class AdminSentences(Sentences):
    """Of /admins."""

    title: str
    line: str
    invited: str
    invite: str
    dismiss: str
    invitation: str
    welcome: str
    expired: str
    only_private: str
    roles: Annotated[Mapping[Role, str], AfterValidator(complete(get_args(Role)))]


class UsageSentences(Sentences):
    """Of /stats, its page and `nuancebot stats`."""

    title: str
    intro: str
    note: str
    page: str
    overview: str
    days: str
    languages: str
    entries: str
    unhelpful: str
    helpful: str
    count: str
    asked: str
    answered: str
    unclear: str
    refused: str
    helped: str
    misled: str
    small_talk: str
    spoken: Annotated[Mapping[Language, str], AfterValidator(complete(LANGUAGES))]
