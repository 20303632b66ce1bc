"""The table of the log."""

from knowledge.records.change_tables import ChangeRow


def test_the_log_names_nobody() -> None:
    columns = ChangeRow.metadata.tables["changes"].columns
    assert {*columns.keys()} == {
        "id", "made_at", "author", "reason", "kind", "language", "text", "entry", "target",
    }  # fmt: skip
