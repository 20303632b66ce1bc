"""Which class a chat is in is asked of the records once a minute."""

import pytest

from bot.inbox import classmates
from bot.inbox.classmates import Classmates


class Register:
    """A class with two pupils, that notes who is looked up."""

    def __init__(self) -> None:
        self.asked: list[int] = []

    async def __call__(self, chat: int) -> int | None:
        self.asked.append(chat)
        return 7 if chat in {1, 2} else None


async def test_it_is_read_once_and_no_group_is_in_a_class() -> None:
    register = Register()
    known = Classmates(register)
    assert [await known.class_of(chat) for chat in (1, 3, 1, 3, -5, 0, 2)] == [7, None, 7, None, None, None, 7]
    assert register.asked == [1, 3, 2]


async def test_after_a_minute_it_is_read_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(classmates, "REMEMBERED_SECONDS", 0.0)
    register = Register()
    known = Classmates(register)
    assert [await known.class_of(1), await known.class_of(1)] == [7, 7]
    assert register.asked == [1, 1]


async def test_who_was_looked_up_first_is_forgotten_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(classmates, "MOST_REMEMBERED", 2)
    register = Register()
    known = Classmates(register)
    for chat in (1, 2, 3, 2, 1):
        await known.class_of(chat)
    assert register.asked == [1, 2, 3, 1]
