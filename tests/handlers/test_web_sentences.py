"""The sentences on web pages."""

import pytest
from pydantic import ValidationError

from handlers.phrasebook import read_phrasebook
from handlers.web_sentences import HomePageSentences


def test_a_page_without_one_of_its_sentences_is_refused() -> None:
    with pytest.raises(ValidationError):
        HomePageSentences.model_validate({"code": "x"})


def test_who_is_told_of_an_error_is_told_its_reference() -> None:
    for phrases in read_phrasebook().values():
        assert "abc123" in phrases.web.went_wrong.format(reference="abc123")
