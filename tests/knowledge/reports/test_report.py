"""The numbers of a class: equal to a count by hand, and nothing of fewer than five."""

from collections import Counter
from collections.abc import Iterator

from hypothesis import given as whatever
from hypothesis import strategies as st

from knowledge.classes import FEWEST_SHOWN
from knowledge.library import Library
from knowledge.reports.material import Asked, Material
from knowledge.reports.questions import by_topic
from knowledge.reports.quizzing import Share
from knowledge.reports.report import Group, Report, Shift, report_of
from knowledge.reports.suppression import Figure
from tests.support.reports import answered, given, minute, unanswered, unclear

ENTRIES = ("bees-honey", "bees-sting", "owls-night")


def count(library: Library, material: Material) -> Report:
    return report_of(library, material, str.upper)


def test_a_class_is_counted(rich_library: Library) -> None:
    asked = (
        *answered(range(12), "bees-honey"),
        *answered(range(6), "bees-honey"),
        *answered(range(10, 20), "owls-night"),
        *unclear(range(8), "bees-honey", "owls-night"),
        *unanswered(range(7)),
        *unanswered(range(5, 10), "who makes cheese"),
    )
    report = count(rich_library, Material(30, asked, (*given(range(10), range(10, 16)),)))
    assert (report.pupils, report.took_part) == (30, 20)
    assert (report.questions, report.answered, report.unclear, report.unanswered) == (48, 28, 8, 12)
    assert [(topic.key, topic.count) for topic in report.topics] == [("bees", 18), ("owls", 10)]
    assert report.entries == (Figure("bees-honey", 18), Figure("owls-night", 10))
    assert report.groups == (Group("DO BEES LIKE CHEESE", 7), Group("WHO MAKES CHEESE", 5))
    assert report.mixed_up == (Figure("bees-owls", 8 + 6),)
    assert [result.whole for result in report.quiz] == [Share(percent=60)]


def test_an_empty_class_has_no_numbers_but_noughts(rich_library: Library) -> None:
    report = count(rich_library, Material(0))
    assert report == Report(0, 0, 0, 0, 0, 0)


def test_few_pupils_have_no_numbers(rich_library: Library) -> None:
    report = count(rich_library, Material(4, (*answered(range(4)), *unanswered(range(4)))))
    assert (report.pupils, report.took_part, report.questions, report.answered) == (None,) * 4
    assert (report.entries, report.topics) == ((), (Figure("bees", None, (Figure("bees-honey", None),)),))
    assert report.groups == (Group("DO BEES LIKE CHEESE", None),)


def test_small_talk_is_no_question(rich_library: Library) -> None:
    chatter = tuple(Asked(f"p{person}", minute(0), "smalltalk", "hello") for person in range(9))
    assert count(rich_library, Material(9, chatter)).questions == 0


def test_who_left_is_counted_with_the_pupils(rich_library: Library) -> None:
    report = count(rich_library, Material(5, tuple(answered(range(12)))))
    assert (report.pupils, report.took_part) == (12, 12)


def test_a_text_that_can_not_be_shown_is_counted_without_it(rich_library: Library) -> None:
    report = report_of(rich_library, Material(9, tuple(unanswered(range(9)))), lambda _: None)
    assert report.groups == (Group(None, 9),)


def test_before_and_after_the_lesson(rich_library: Library) -> None:
    asked = (*answered(range(8), at=1), *answered(range(5), at=9), *answered(range(9), "owls-night", at=9))
    report = count(rich_library, Material(9, asked, lesson_at=minute(5)))
    assert report.shifts == (Shift("bees", 8, 5), Shift("owls", 0, 9))
    assert count(rich_library, Material(9, asked)).shifts == ()


def test_a_topic_is_not_divided_where_few_stand_on_one_side(rich_library: Library) -> None:
    asked = (*answered(range(8), at=1), *answered(range(3), at=9), *answered(range(9), "owls-night", at=9))
    assert count(rich_library, Material(9, asked, lesson_at=minute(5))).shifts == ()


rows = st.lists(
    st.builds(
        Asked,
        st.sampled_from([f"p{number}" for number in range(12)]),
        st.integers(0, 9).map(minute),
        st.just("answer"),
        st.just("x"),
        st.sampled_from(ENTRIES),
    ),
    max_size=40,
)


@whatever(rows)
def test_whatever_was_asked_the_numbers_are_a_count(rich_library: Library, asked: list[Asked]) -> None:
    report = count(rich_library, Material(12, tuple(asked)))
    entries = Counter(question.entry for question in asked)
    assert all(figure.count == entries[figure.key] for figure in report.entries)
    assert report.questions in {None, len(asked)}


def pieces(library: Library, asked: list[Asked], shifts: tuple[Shift, ...]) -> Iterator[set[str]]:
    """Yield who is behind each piece that the numbers before and after the lesson cut out."""
    divided = {shift.topic for shift in shifts}
    for before in (True, False):
        side = {
            topic.key: {*topic.people}
            for topic in by_topic(library, [row for row in asked if (row.at < minute(5)) == before])
        }
        yield from (people for topic, people in side.items() if topic in divided)
        yield set().union(*(people for topic, people in side.items() if topic not in divided))


@whatever(rows)
def test_before_and_after_never_tell_of_fewer_than_five(rich_library: Library, asked: list[Asked]) -> None:
    report = count(rich_library, Material(12, tuple(asked), lesson_at=minute(5)))
    if report.shifts:
        assert all(not piece or len(piece) >= FEWEST_SHOWN for piece in pieces(rich_library, asked, report.shifts))
        shown = {topic.key: topic.count for topic in report.topics}
        assert all(shown[shift.topic] == shift.before + shift.since for shift in report.shifts)
