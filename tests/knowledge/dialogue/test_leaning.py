"""How much a message leans on what was said before."""

import pytest

from knowledge.dialogue.leaning import Leaning, Leans
from knowledge.dialogue.wordings import read_wordings

LEANS = Leans(read_wordings().values())


@pytest.mark.parametrize(
    ("text", "leaning"),
    [
        ("en de nationale?", Leaning(leads=True, content=("nationale",))),
        ("what about your children?", Leaning(leads=True, content=("children",))),
        ("is that so", Leaning(leads=False, content=())),
        ("krijgt iedereen punten", Leaning(leads=False, content=("krijgt", "iedereen", "punten"))),
    ],
)
def test_what_a_message_leans_on(text: str, leaning: Leaning) -> None:
    assert LEANS.of(text) == leaning
