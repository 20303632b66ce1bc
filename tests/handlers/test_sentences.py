"""Groups of sentences are as strict as the files that they are read from have to be."""

import pytest
from pydantic import ValidationError

from handlers.sentences import StartSentences


@pytest.mark.parametrize("written", [{}, {"unknown": "x", "more": "y"}, {"unknown": 1}])
def test_a_missing_or_unknown_key_or_what_is_no_text_is_refused(written: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        StartSentences.model_validate(written)
