"""The tables of lessons."""

from sqlmodel import SQLModel

from knowledge.records.lesson_tables import LessonProgress, QuizPoll


def test_no_column_could_hold_a_name_or_the_number_of_a_chat() -> None:
    columns = {
        column.name: str(column.type)
        for table in (LessonProgress, QuizPoll)
        for column in SQLModel.metadata.tables[str(table.__tablename__)].columns
    }
    assert columns.keys() == {
        *("chat", "lesson", "step", "items", "answers", "updated_at"),
        *("id", "question", "language", "sent_at", "option", "is_right", "mistake"),
    }
    assert columns["chat"] == "VARCHAR(32)"
