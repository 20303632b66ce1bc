"""The tables of teaching in chat: an author's chat is there, and nobody who asked."""

from sqlmodel import SQLModel

from knowledge.records.teaching_tables import Editor, GapMark, ProposalRow


def test_nobody_is_there_but_who_keeps_the_base() -> None:
    columns = {
        (table.__name__, column.name)
        for table in (Editor, ProposalRow, GapMark)
        for column in SQLModel.metadata.tables[str(table.__tablename__)].columns
        if column.name in {"person", "chat", "chat_id"}
    }
    assert columns == {("Editor", "chat_id"), ("ProposalRow", "chat_id")}
