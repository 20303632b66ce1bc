"""A file that was sent, taken for what it is."""

import pytest

from handlers.context import Services
from tests.handlers.conftest import Open
from tests.support.stage import said
from tests.support.upkeep_stage import maintained


@pytest.mark.parametrize(
    ("name", "content"),
    [("les.toml", b'title = "Bees"\n[[steps]]\nentry = "bees-honey"\n'), ("les.toml", b"\xff"), ("a.txt", b"x")],
)
async def test_who_may_teach_still_makes_lessons_as_everybody_does(
    open_as: Open, small_services: Services, name: str, content: bytes
) -> None:
    anybody = await open_as("en")
    maintainer = await open_as("en", services=maintained(small_services))
    answers = [
        [said(each) for each in await stage.hear(stage.person.hands(content, name))] for stage in (anybody, maintainer)
    ]
    assert answers[0] == answers[1]
    assert answers[0]
