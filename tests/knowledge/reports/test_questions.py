"""What a class asked, divided."""

from knowledge.library import Library
from knowledge.reports.questions import ANSWERED, OTHER, UNANSWERED, UNCLEAR, divided, mixed_up
from tests.support.reports import answered, unanswered, unclear


def test_questions_are_divided_by_what_came_of_them_then_by_topic_and_entry(rich_library: Library) -> None:
    asked = [
        *answered([1, 2], "owls-night"),
        *answered([1, 2, 3], "bees-honey"),
        *answered([3], "bees-sting"),
        *answered([4], "gone"),
        *unclear([4, 5], "bees-honey", "owls-night"),
        *unclear([5], "bees-honey", "bees-sting"),
        *unanswered([6, 6]),
    ]
    whole = divided(rich_library, asked)
    parts = {part.key: part for part in whole.parts}
    assert len(whole.people) == 12
    assert {key: len(part.people) for key, part in parts.items()} == {ANSWERED: 7, UNCLEAR: 3, UNANSWERED: 2}
    assert [(topic.key, len(topic.people)) for topic in parts[ANSWERED].parts] == [("bees", 4), ("owls", 2)]
    assert [(entry.key, entry.people) for entry in parts[ANSWERED].parts[0].parts] == [
        ("bees-honey", ("p1", "p2", "p3")),
        ("bees-sting", ("p3",)),
    ]
    assert {part.key: len(part.people) for part in parts[UNCLEAR].parts} == {"bees-owls": 2, OTHER: 1}
    assert [part.people for part in parts[UNANSWERED].parts] == [("p6", "p6")]


def test_a_distinction_is_mixed_up_if_two_of_its_sides_were_offered(rich_library: Library) -> None:
    assert mixed_up(rich_library, ["owls-night", "bees-sting", "bees-honey"]) == "bees-owls"
    assert mixed_up(rich_library, ["bees-honey"]) == OTHER
    assert mixed_up(rich_library, []) == OTHER


def test_a_pack_without_distinctions_mixes_nothing_up(small_library: Library) -> None:
    assert mixed_up(small_library, ["owls-night", "bees-honey"]) == OTHER
