"""What the base lacks, found in what was missed."""

from bot.app import Knowledge
from knowledge.misses import Miss, Missed, Voted
from knowledge.reports.personal import Check
from knowledge.upkeep.gaps.finding import Gap, Unhelpful, find_gaps, unhelpful_answers
from tests.support.misses import NOW, miss


def gaps_in(knowledge: Knowledge, *misses: Miss) -> list[Gap]:
    library = knowledge.library
    return find_gaps(library, knowledge.answerer.explain, Check(library), Missed(misses, ()), NOW)


def test_the_gap_that_most_people_met_comes_first_with_its_counts(small_knowledge: Knowledge) -> None:
    often = [miss("do owls eat bread", asker="one", days=day) for day in (1, 2, 3)]
    found = gaps_in(
        small_knowledge,
        *often,
        miss("is wax made of plastic", asker="one", kind="unclear", days=2),
        miss("is wax made of plastic?", asker="two", kind="corrected", entry="bees-honey", days=9),
        miss("is wax made of plastic", asker="three", kind="corrected", entry="gone", language="nl", days=20),
    )
    wax, bread = found
    assert (wax.people, wax.asked, bread.people, bread.asked) == (3, 3, 1, 1)
    assert wax.kinds == {"unclear": 1, "corrected": 2}
    assert wax.languages == {"en": 2, "nl": 1}
    assert (wax.this_week, wax.week_before) == (1, 1)
    assert wax.meant == {"bees-honey": 1}
    assert wax.losing.nearest


def test_a_gap_shows_no_word_that_may_be_a_name(small_knowledge: Knowledge) -> None:
    [gap] = gaps_in(small_knowledge, miss("what is it with honey and Jansen"))
    [wording] = gap.wordings
    assert "Jansen" not in str(gap)
    assert not wording.whole
    [hidden] = gaps_in(small_knowledge, miss("bel Jansen op 0612345678"))
    assert (hidden.wordings, hidden.people) == ((), 1)


def test_a_gap_keeps_its_key(small_knowledge: Knowledge) -> None:
    [before] = gaps_in(small_knowledge, miss("do owls eat bread"))
    [after] = gaps_in(small_knowledge, miss("do owls eat bread"), miss("Do owls eat bread?", asker="two"))
    assert before.key == after.key


def test_nothing_missed_is_no_gap(small_knowledge: Knowledge) -> None:
    assert gaps_in(small_knowledge) == []


def test_answers_that_helped_nobody_are_told_the_most_disliked_first(small_knowledge: Knowledge) -> None:
    votes = [Voted(entry, helpful, NOW, "one") for entry, helpful in VOTES]
    assert unhelpful_answers(small_knowledge.library, votes) == [
        Unhelpful("bees-sting", 2, 0),
        Unhelpful("bees-honey", 1, 1),
    ]


VOTES = [
    ("bees-honey", True),
    ("bees-honey", False),
    ("bees-sting", False),
    ("bees-sting", False),
    ("owls-night", True),
    ("gone", False),
]
