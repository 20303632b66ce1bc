"""The bot's own sentences: every language has every sentence, checked when they are read."""

from collections.abc import Mapping
from importlib import resources
from typing import Annotated, Literal, get_args

import tomli
from pydantic import AfterValidator

from handlers.class_sentences import ClassLabels, ClassNotices, ClassSentences, DaySentences, JoiningSentences
from handlers.lesson_sentences import LessonSentences, QuizSentences, RoundSentences, SortingSentences, StorySentences
from handlers.own_sentences import ComplaintSentences, OwnSentences
from handlers.privacy_sentences import OwnDataSentences, PrivacySentences, SchoolSentences
from handlers.report_sentences import ReportSentences
from handlers.sentences import (
    AnswerSentences,
    AskSentences,
    ButtonLabels,
    CallbackSentences,
    CardSentences,
    DailySentences,
    DistinctionSentences,
    ErrorSentences,
    FeedbackSentences,
    GroupSentences,
    HandoutSentences,
    HelpSentences,
    InlineSentences,
    LanguageSentences,
    MapSentences,
    PlainSentences,
    PreferenceSentences,
    Sentences,
    SiteSentences,
    SourceSentences,
    StartSentences,
    TopicSentences,
    WaitingSentences,
    complete,
)
from handlers.upkeep_sentences import AdminSentences, GapSentences, TeachSentences, UsageSentences
from handlers.web_sentences import ChatPageSentences, ClassPageSentences, HomePageSentences, WebSentences
from knowledge.entries import Voice
from knowledge.languages import LANGUAGES, Language

CommandName = Literal[
    "start",
    "ask",
    "topics",
    "distinctions",
    "map",
    "handout",
    "random",
    "today",
    "lesson",
    "quiz",
    "sort",
    "story",
    "sources",
    "language",
    "plain",
    "simple",
    "class",
    "join",
    "privacy",
    "mydata",
    "forgetme",
    "help",
    "quiet",
    "lively",
]

# In the order in which they are published and explained.
COMMAND_NAMES: tuple[CommandName, ...] = get_args(CommandName)


class Phrases(Sentences):
    """Everything that the bot says of itself in one language."""

    language_name: str
    commands: Annotated[Mapping[CommandName, str], AfterValidator(complete(COMMAND_NAMES))]
    help: HelpSentences
    ask: AskSentences
    buttons: ButtonLabels
    answer: AnswerSentences
    card: CardSentences
    distinctions: DistinctionSentences
    map: MapSentences
    handout: HandoutSentences
    site: SiteSentences
    voices: Annotated[Mapping[Voice, str], AfterValidator(complete(get_args(Voice)))]
    start: StartSentences
    topics: TopicSentences
    sources: SourceSentences
    language: LanguageSentences
    plain: PlainSentences
    preferences: PreferenceSentences
    daily: DailySentences
    feedback: FeedbackSentences
    waiting: WaitingSentences
    days: DaySentences
    classes: ClassSentences
    class_labels: ClassLabels
    class_notices: ClassNotices
    joining: JoiningSentences
    report: ReportSentences
    privacy: PrivacySentences
    school: SchoolSentences
    own_data: OwnDataSentences
    lessons: LessonSentences
    quiz: QuizSentences
    sorting: SortingSentences
    story: StorySentences
    rounds: RoundSentences
    own: OwnSentences
    complaints: ComplaintSentences
    callback: CallbackSentences
    groups: GroupSentences
    inline: InlineSentences
    error: ErrorSentences
    gaps: GapSentences
    teach: TeachSentences
    admins: AdminSentences
    usage: UsageSentences
    web: WebSentences
    home_page: HomePageSentences
    chat_page: ChatPageSentences
    class_page: ClassPageSentences


Phrasebook = Mapping[Language, Phrases]


def read_phrasebook() -> Phrasebook:
    """Read the sentences of every language.

    Raises:
        pydantic.ValidationError: a language lacks a sentence or has one that nobody says.
    """
    folder = resources.files("handlers.phrases")
    return {
        code: Phrases.model_validate(tomli.loads((folder / f"{code}.toml").read_text(encoding="utf-8")))
        for code in LANGUAGES
    }
