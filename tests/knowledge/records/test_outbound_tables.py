"""The table of what is sent lately."""

from knowledge.records.outbound_tables import Outbound


def test_it_holds_moments_under_a_name() -> None:
    assert Outbound.__tablename__ == "outbound"
    assert [*Outbound.metadata.tables["outbound"].columns.keys()] == ["chat", "moments", "until"]
