"""What the tests of lessons share: the small pack with its lessons."""

import pytest

from knowledge.library import Library
from knowledge.loader import load
from tests.support.extras import write_rich_pack


@pytest.fixture(scope="session")
def rich_library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """The small pack with everything that can go with it."""
    return load(write_rich_pack(tmp_path_factory.mktemp("rich")))
