"""Shares of questions, counted by hand."""

from knowledge.upkeep.evaluation.measures import Measures, Scope, in_groups, measure, out_of_scope
from tests.support.evaluation import answered, asked, chatted, offered, refused

# Of ten: 4 right, 2 with the right one offered, 1 with others offered, 1 misled, 1 refused with the right one named
# below, 1 taken for small talk.
TEN = (
    *[asked(answered("honey", "sting"), "honey")] * 4,
    *[asked(offered("sting", "honey", "night"), "honey")] * 2,
    asked(offered("sting", "night"), "honey"),
    asked(answered("sting", "night", "wax", "honey"), "honey"),
    asked(refused("honey", "sting"), "honey", lang="nl"),
    asked(chatted(), "honey"),
)


def test_ten_questions_are_measured() -> None:
    assert measure(TEN) == Measures(
        n=10,
        right_first=0.4,
        helped=0.7,
        misled=0.1,
        refused=0.1,
        # Also the refused one, whose nearest is right.
        top1=0.5,
        # The fourth of the misled one comes too late.
        top3=0.7,
        in_language=0.9,
    )


def test_questions_are_grouped_by_all_that_they_have_in_common() -> None:
    rows = (
        asked(answered("honey"), "honey", style="pupil"),
        asked(refused(), "honey", style="chat", typo=True),
        asked(answered("honey"), "honey", lang="nl", style="chat", typo=True),
        asked(answered("honey"), "honey", lang="nl", set="eval/late"),
        asked(answered("honey")),
        asked(refused(), "honey", lang="de", kind="other-language"),
    )
    groups = {(group.by, group.name): (group.measures.n, group.measures.right_first) for group in in_groups(rows)}
    assert groups == {
        ("all", "all"): (4, 0.75),
        ("set", "eval/en"): (2, 0.5),
        ("set", "eval/nl"): (1, 1.0),
        ("set", "eval/late"): (1, 1.0),
        ("language", "en"): (2, 0.5),
        ("language", "nl"): (2, 1.0),
        ("typing", "en, no typos"): (1, 1.0),
        ("typing", "en, typos"): (1, 0.0),
        ("typing", "nl, typos"): (1, 1.0),
        ("typing", "nl, no typos"): (1, 1.0),
        ("style", "pupil"): (1, 1.0),
        ("style", "chat"): (2, 0.5),
        ("kind", "other-language"): (1, 0.0),
    }


def test_what_the_base_cannot_answer_is_counted_per_kind_and_language() -> None:
    rows = (
        asked(answered("honey")),
        asked(refused(), lang="nl"),
        asked(offered("honey"), lang="nl"),
        asked(chatted(), lang="nl"),
        asked(chatted(), kind="chitchat"),
        asked(answered("sting"), "honey"),
        asked(answered("sting"), "honey", kind="other-language", lang="de"),
    )
    assert out_of_scope(rows) == (
        Scope("near", "all", 4, answered=0.25, offered=0.25, chatted=0.25, refused=0.25),
        Scope("near", "en", 1, answered=1.0, offered=0.0, chatted=0.0, refused=0.0),
        Scope("near", "nl", 3, answered=0.0, offered=1 / 3, chatted=1 / 3, refused=1 / 3),
        Scope("chitchat", "all", 1, answered=0.0, offered=0.0, chatted=1.0, refused=0.0),
        Scope("chitchat", "en", 1, answered=0.0, offered=0.0, chatted=1.0, refused=0.0),
    )


def test_nothing_asked_no_groups() -> None:
    assert (in_groups([]), out_of_scope([])) == ((), ())
