"""What the tests of pictures share."""

import pytest

from knowledge.languages import LANGUAGES, Language


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> Language:
    """Each language in turn."""
    code: Language = request.param
    return code
