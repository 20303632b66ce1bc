"""The bot's own sentences in groups, as they stand in a file of phrases; a missing or unknown key is an error."""

from collections.abc import Callable, Collection, Mapping

from pydantic import BaseModel, ConfigDict


class Sentences(BaseModel):
    """A group of sentences; a missing or unknown key is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")


def complete(names: Collection[str]) -> Callable[[Mapping[str, str]], Mapping[str, str]]:
    """Make a validator that refuses sentences of which one is missing."""

    def check(sentences: Mapping[str, str]) -> Mapping[str, str]:
        missing = sorted(set(names) - set(sentences))
        if missing:
            msg = f"has nothing for {', '.join(missing)}"
            raise ValueError(msg)
        return sentences

    return check


class HelpSentences(Sentences):
    """Of /help."""

    text: str


class AskSentences(Sentences):
    """Around questions that got no plain answer."""

    empty: str
    too_fast: str
    class_too_fast: str
    clarify: str
    fallback: str
    fallback_bare: str
    lost: str
    nothing_yet: str
    nothing_before: str
    onward: str
    again: str
    withheld: str
    too_long: str
    text_only: str
    unknown_command: str


class ButtonLabels(Sentences):
    """On buttons that are not questions."""

    simpler: str
    whole: str
    more: str
    source: str
    back: str
    earlier: str
    later: str
    automatic: str
    compare: str
    rather: str
    share: str
    private: str
    all_private: str


class CardSentences(Sentences):
    """On a distinction's card: what its cells are, and what people mix up."""

    what: str
    who: str
    whom: str
    follows: str
    mix_up: str
    mixed_up: str
    kicker: str


class DistinctionSentences(Sentences):
    """Of /distinctions."""

    title: str
    page: str
    none: str


class MapSentences(Sentences):
    """Of /map, and on the map itself."""

    kicker: str
    none: str


class HandoutSentences(Sentences):
    """Of /handout, and on the sheet itself."""

    choose: str
    distinctions: str
    caption: str
    kicker: str
    discuss: str
    notes: str
    scan: str
    page: str


class SiteSentences(Sentences):
    """On the site that `kb site` writes."""

    menu: str
    topics: str
    distinctions: str
    map: str
    sources: str
    begin: str
    answers: str
    one_answer: str
    search: str
    search_label: str
    questions: str
    found: str
    none: str
    trail: str
    onward: str
    picture: str
    about: str
    ask_bot: str


class AnswerSentences(Sentences):
    """Around an answer: its sources, and what is known since."""

    since: str
    since_left_out: str
    undated: str
    reportedly: str
    no_more: str
    source_line: str
    paragraph: str
    paragraphs: str
    and_others: str
    full_source: str
    read_via: str
    whose: str


class StartSentences(Sentences):
    """Of /start."""

    unknown: str


class TopicSentences(Sentences):
    """Of /topics."""

    title: str
    page: str
    gone: str


class SourceSentences(Sentences):
    """Of /sources."""

    title: str
    essay: str
    later: str
    none_later: str


class LanguageSentences(Sentences):
    """Of /language."""

    question: str
    chosen: str
    automatic: str


class PlainSentences(Sentences):
    """For screen readers."""

    choices: str


class PreferenceSentences(Sentences):
    """Of /plain and /simple: how things are, and the buttons that change it."""

    plain_on: str
    plain_off: str
    simple_on: str
    simple_off: str
    to_plain: str
    from_plain: str
    to_simple: str
    from_simple: str
    unkept: str


class DailySentences(Sentences):
    """Of /today and under the distinction of the day."""

    offer: str
    later_today: str
    tomorrow: str
    hour: str
    stop: str
    stopped: str
    only_private: str
    none: str


class FeedbackSentences(Sentences):
    """On what an answer was worth."""

    helpful: str
    unhelpful: str
    unanswered: str
    noted: str
    thanks: str
    kept: str
    nearest: str


class WaitingSentences(Sentences):
    """For who wants to hear when there is an answer."""

    wait: str
    never_mind: str
    promised: str
    left: str
    lost: str
    news: str


class CallbackSentences(Sentences):
    """For buttons that can't be followed."""

    stale: str
    unreadable: str


class GroupSentences(Sentences):
    """In groups, and on how the bot behaves there."""

    hello: str
    how: str
    fallback: str
    quiet: str
    lively: str
    administrators: str
    only_groups: str
    unchecked: str
    unkept: str


class InlineSentences(Sentences):
    """In inline mode."""

    browse: str
    nothing: str
    topic: str


class ErrorSentences(Sentences):
    """For the unexpected, and for what can't be done where somebody is."""

    apology: str
    only_telegram: str
