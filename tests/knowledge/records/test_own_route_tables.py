"""The tables of own routes and of the routes of classes: no number of a chat in them."""

from sqlmodel import SQLModel

from knowledge.records.own_route_tables import ClassRoute, ClassStep, OwnRoute


def test_people_are_there_by_pseudonyms_alone() -> None:
    columns = {
        (table.__name__, column.name, str(column.type))
        for table in (OwnRoute, ClassRoute, ClassStep)
        for column in SQLModel.metadata.tables[str(table.__tablename__)].columns
        if column.name in {"person", "chat", "chat_id"}
    }
    assert columns == {("OwnRoute", "chat", "VARCHAR(32)"), ("ClassStep", "person", "VARCHAR(32)")}
