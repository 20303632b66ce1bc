"""The memory of what was asked lately."""

from handlers.recent import Asked, Recent

FIRST, SECOND = Asked("one?", "text", ("a",)), Asked(None, "tap", ())


def test_a_question_is_found_by_the_message_that_answers_it() -> None:
    recent = Recent()
    recent.remember(1, 7, FIRST)
    recent.remember(2, 7, SECOND)
    assert (recent.find(1, 7), recent.find(2, 7), recent.find(1, 8)) == (FIRST, SECOND, None)


def test_the_oldest_is_forgotten_first() -> None:
    recent = Recent(size=2)
    for message in range(3):
        recent.remember(1, message, FIRST)
    assert [recent.find(1, message) for message in range(3)] == [None, FIRST, FIRST]


def test_the_questions_of_one_chat_are_forgotten() -> None:
    recent = Recent()
    for chat in (1, 2):
        recent.remember(chat, 5, Asked("why", "text", ()))
    recent.forget(1)
    assert recent.find(1, 5) is None
    assert recent.find(2, 5) is not None
