"""What is on a handout does not change once it is in words."""

from dataclasses import FrozenInstanceError

import pytest

from tests.support.handouts import sheet


def test_a_handout_stays_as_it_is() -> None:
    with pytest.raises(FrozenInstanceError):
        sheet().title = "Owls"  # type: ignore[misc]
