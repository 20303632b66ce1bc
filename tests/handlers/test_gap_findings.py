"""The gaps that were found last."""

import datetime as dt

from handlers.gap_findings import FRESH, Findings, Found

NOW = dt.datetime(2026, 3, 20, tzinfo=dt.UTC)


def test_what_was_found_is_remembered_for_a_while_and_for_one_base() -> None:
    findings, found = Findings(), Found("a", NOW, (), ())
    assert findings.fresh("a", NOW) is None
    findings.keep(found)
    assert findings.fresh("a", NOW) is found
    assert findings.fresh("b", NOW) is None
    assert findings.fresh("a", NOW + FRESH) is None
    findings.forget()
    assert findings.fresh("a", NOW) is None
    assert found.named("x") is None
