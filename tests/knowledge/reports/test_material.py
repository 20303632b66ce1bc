"""Rows of a class do not change on their way into a report."""

from dataclasses import FrozenInstanceError

import pytest

from knowledge.reports.material import Material


def test_material_stays_as_it_is() -> None:
    with pytest.raises(FrozenInstanceError):
        Material(3).pupils = 30  # type: ignore[misc]
