"""A report in words does not change on its way to page, table and PDF."""

from dataclasses import FrozenInstanceError

import pytest

from tests.support.reports import sheet


def test_a_sheet_stays_as_it_is() -> None:
    with pytest.raises(FrozenInstanceError):
        sheet().title = "x"  # type: ignore[misc]
