"""What is said in a report is said in both languages and fits where it stands."""

from handlers.phrasebook import Phrases


def test_what_stands_for_no_number_is_short_and_no_number(phrases: Phrases) -> None:
    assert len(phrases.report.hidden) == 1
    assert not phrases.report.hidden.isdecimal()
