"""Every tap on a button: acknowledged, read, and handed to whoever knows its verb."""

from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from dataclasses import replace

from telegram import Update
from telegram.error import TelegramError

from handlers.admins import tap_editor
from handlers.asking_back import VERDICTS
from handlers.browse import open_topic
from handlers.buttons import Tap, UnreadableButtonError, Verb, read_tap
from handlers.cards import open_card, turn_cards
from handlers.class_lessons import choose_class, set_route, show_standing
from handlers.class_rounds import begin_round, end_round, plan_round, show_round
from handlers.classes import tap_class
from handlers.context import Context
from handlers.daily import choose_hour
from handlers.drafts import add, draft, drop_last, make
from handlers.feedback import reopen, vote
from handlers.followups import ACTS, follow
from handlers.gaps import later, open_gap, turn_gaps
from handlers.handing_out import hand_out
from handlers.language import choose_language
from handlers.lesson_files import show_example
from handlers.lessons import go, list_lessons, stop
from handlers.maps import open_map
from handlers.own_lessons import delete
from handlers.preferences import switch
from handlers.privacy import tap_privacy
from handlers.quiz import begin_quiz, end, go_on, list_quizzes
from handlers.reviewing import make_live, show, tap_refuse
from handlers.round_items import put_item, show_item
from handlers.sorting import put, sort_again, sort_next
from handlers.story import end_story, open_story, scene
from handlers.talk import dialogue_of, phrases_for, tell
from handlers.teaching import drop, pick, propose, teach_gap
from handlers.undoing import tap_undo
from handlers.waiting import await_answer, never_mind
from handlers.works import turn_works

Follower = Callable[[Update, Context, Tap], Awaitable[None]]

_FOLLOWERS: Mapping[Verb, Follower] = {
    **dict.fromkeys(ACTS, follow),
    Verb.TOPICS: open_topic,
    Verb.WORKS: turn_works,
    Verb.LANGUAGE: choose_language,
    Verb.CARD: open_card,
    Verb.CARDS: turn_cards,
    Verb.MAP: open_map,
    Verb.HANDOUT: hand_out,
    Verb.PREFERENCE: switch,
    Verb.DAILY: choose_hour,
    **dict.fromkeys(VERDICTS, vote),
    Verb.REVOTE: reopen,
    Verb.AWAIT: await_answer,
    Verb.NEVER_MIND: never_mind,
    Verb.CLASS: tap_class,
    Verb.PRIVACY: tap_privacy,
    Verb.LESSONS: list_lessons,
    Verb.ROUTE: go,
    Verb.ROUTE_STOP: stop,
    Verb.QUIZZES: list_quizzes,
    Verb.QUIZ: begin_quiz,
    Verb.QUIZ_NEXT: go_on,
    Verb.QUIZ_END: end,
    Verb.SORTING: sort_again,
    Verb.SORT: put,
    Verb.SORT_NEXT: sort_next,
    Verb.STORY: open_story,
    Verb.SCENE: scene,
    Verb.STORY_END: end_story,
    Verb.ROUND_NEW: plan_round,
    Verb.ROUND_OPEN: begin_round,
    Verb.ROUND_SHOW: show_round,
    Verb.ROUND_CLOSE: end_round,
    Verb.ROUND_ITEM: show_item,
    Verb.ROUND_PUT: put_item,
    Verb.DRAFT: draft,
    Verb.DRAFT_ADD: add,
    Verb.DRAFT_DROP: drop_last,
    Verb.DRAFT_MAKE: make,
    Verb.OWN_FILE: show_example,
    Verb.OWN_DELETE: delete,
    Verb.CLASS_ROUTE: choose_class,
    Verb.CLASS_ROUTE_SET: set_route,
    Verb.CLASS_STANDING: show_standing,
    Verb.GAPS: turn_gaps,
    Verb.GAP: open_gap,
    Verb.GAP_LATER: later,
    Verb.TEACH: teach_gap,
    Verb.TEACH_PICK: pick,
    Verb.TEACH_LIVE: make_live,
    Verb.TEACH_PROPOSE: propose,
    Verb.TEACH_DROP: drop,
    Verb.TEACH_SHOW: show,
    Verb.TEACH_REFUSE: tap_refuse,
    Verb.UNDO: tap_undo,
    Verb.EDITOR: tap_editor,
}


async def tap(update: Update, context: Context) -> None:
    """Follow a tap; one that can't be read gets a sentence."""
    query = update.callback_query
    if query is None or update.effective_chat is None:
        return
    # A tap older than Telegram remembers (about a quarter of an hour) can't be acknowledged; its button still works.
    with suppress(TelegramError):
        await query.answer()
    try:
        read = read_tap(query.data)
    except UnreadableButtonError:
        phrases = phrases_for(context, await dialogue_of(update, context))
        await tell(update, phrases.callback.unreadable)
        return
    spoken = context.services.library.spoken(read.language)
    await _FOLLOWERS[read.verb](update, context, replace(read, language=spoken))
