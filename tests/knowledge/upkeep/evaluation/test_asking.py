"""Questions in; what came of each, out."""

from collections.abc import Sequence

import pytest

from bot.app import Knowledge
from knowledge.outcomes import Act, Dialogue, Outcome
from knowledge.upkeep.evaluation.asking import AskedTurn, Verdict, ask, converse
from knowledge.upkeep.evaluation.questions import Conversation, Turn
from tests.support.evaluation import answered, asked, chatted, offered, question, refused, scripted, turned

EN = Dialogue("en")


@pytest.mark.parametrize(
    ("outcome", "verdict"),
    [
        (answered("honey", "sting"), "right"),
        (answered("wax"), "right"),
        (answered("sting", "honey"), "misled"),
        (offered("sting", "honey"), "offered"),
        (offered("sting", "night"), "beside"),
        (refused("honey"), "refused"),
        (chatted(), "chatted"),
        (Outcome("source", "en", entry="honey"), "chatted"),
    ],
)
def test_a_question_is_judged_by_what_was_done_with_it(outcome: Outcome, verdict: Verdict) -> None:
    assert asked(outcome, "honey", "wax").verdict == verdict


@pytest.mark.parametrize(
    ("outcome", "verdict"), [(answered("honey"), "misled"), (offered("honey"), "beside"), (refused(), "refused")]
)
def test_to_what_the_base_cannot_answer_every_entry_is_wrong(outcome: Outcome, verdict: Verdict) -> None:
    assert asked(outcome).verdict == verdict


def test_the_ranking_is_the_entry_then_the_options() -> None:
    rows = [asked(outcome, "b") for outcome in (answered("a", "b"), offered("b", "a"), refused("b"), chatted())]
    assert [row.ranking for row in rows] == [("a", "b"), ("b", "a"), ("b",), ()]
    assert [row.first_right for row in rows] == [False, True, True, False]


def test_every_question_is_asked_in_a_conversation_of_its_own(small_knowledge: Knowledge) -> None:
    texts = ("tell me of honey comb", "source", "who likes stings needle")
    rows = [*ask(small_knowledge.answerer.answer, [question(text, "bees-honey") for text in texts], EN)]
    assert [(row.act, row.entry) for row in rows][::2] == [("answer", "bees-honey"), ("answer", "bees-sting")]
    assert rows[1].act != "source"
    assert [row.spoken for row in rows] == ["en"] * 3
    assert all(row.ms > 0 for row in rows)


def said(small_knowledge: Knowledge, *turns: Turn) -> Sequence[tuple[Act, str | None, bool | None]]:
    talks = [Conversation("talks", 1, "d1", "en", turns)] * 2
    rows = [*converse(small_knowledge.answerer.answer, talks, EN)]
    assert [row.turn for row in rows] == [*range(1, len(turns) + 1)] * 2
    found = [(row.act, row.entry, row.entry_right) for row in rows]
    assert found[: len(turns)] == found[len(turns) :]
    return found[: len(turns)]


def test_a_conversation_goes_on_from_what_the_bot_did(small_knowledge: Knowledge) -> None:
    turns = (
        Turn("tell me of honey comb", "answer", ("bees-honey",)),
        Turn("who says so", "source", ("bees-honey",)),
        Turn("1", "answer", ("bees-honey", "owls-night")),
        Turn("hello", "smalltalk", ()),
    )
    assert said(small_knowledge, *turns) == [
        ("answer", "bees-honey", True),
        ("source", "bees-honey", True),
        ("answer", "bees-sting", False),
        ("smalltalk", None, None),
    ]


@pytest.mark.parametrize(
    ("turn", "judged"),
    [
        (turned(answered("honey"), "answer", "honey"), (True, True, False)),
        (turned(answered("sting"), "answer", "honey"), (False, False, True)),
        (turned(answered("honey"), "clarify", "honey"), (True, False, False)),
        (turned(offered("sting", "honey"), "clarify", "honey"), (True, True, False)),
        (turned(offered("sting"), "clarify", "honey"), (False, False, False)),
        (turned(offered("honey"), "answer", "honey"), (True, False, False)),
        (turned(offered("honey"), "clarify"), (None, True, False)),
        (turned(refused("honey"), "answer", "honey"), (False, False, False)),
        (turned(refused("honey"), "fallback"), (None, True, False)),
        (turned(answered("honey"), "smalltalk"), (None, False, True)),
        (turned(Outcome("source", "en", entry="honey"), "source", "honey"), (True, True, False)),
        (turned(Outcome("source", "en", entry="sting"), "source", "honey"), (False, False, False)),
    ],
)
def test_a_turn_is_judged_by_act_and_entry(turn: AskedTurn, judged: tuple[bool | None, bool, bool]) -> None:
    assert (turn.entry_right, turn.right, turn.misled) == judged


def test_nothing_asked_nothing_came() -> None:
    assert [*ask(scripted({}), [], EN), *converse(scripted({}), [], EN)] == []


def test_an_accepted_entry_under_another_answer_helps_though_it_misled() -> None:
    sure, unsure = (asked(answered("sting", "honey", sure=chance), "honey") for chance in (0.95, 0.5))
    assert (sure.verdict, sure.helped) == ("misled", False)
    assert (unsure.verdict, unsure.helped) == ("misled", True)
    assert asked(answered("sting", sure=0.5), "honey").helped is False
