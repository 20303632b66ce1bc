"""An application that remembers no chats."""

from bot.inbox.core import Core
from bot.offline.person import Person
from tests.support.stage import Stage


async def test_memory_does_not_grow_with_the_number_of_chats(small_stage: Stage) -> None:
    application = small_stage.application
    for number in range(5):
        person = Person(small_stage.telegram, id=100 + number, language_code="en")
        await Core(application).answer(person.says("what about honey jar"))
    held = [name for name in dir(application) if name.endswith("_to_be_updated_in_persistence")]
    assert len(held) == 2
    assert [getattr(application, name) for name in held] == [set(), set()]
    assert (dict(application.chat_data), dict(application.user_data)) == ({}, {})
