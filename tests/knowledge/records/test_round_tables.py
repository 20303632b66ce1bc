"""The tables of rounds: no number of a chat in them, and all of it goes with the class."""

from pathlib import Path

from sqlmodel import SQLModel

from knowledge.lessons.rounds import RoundPlan
from knowledge.records.people import erase_class
from knowledge.records.round_polls import keep_round_poll
from knowledge.records.round_tables import ClassAnswer, ClassRound, RoundPoll
from knowledge.records.rounds import Answer, keep_answer, open_round
from tests.support.records import engine_of, keeping, rows
from tests.support.school import NOW, PUPIL, opened


def test_a_pupil_is_there_by_the_pseudonym_of_the_class_and_by_nothing_else() -> None:
    columns = {
        (table.__name__, column.name)
        for table in (ClassAnswer, ClassRound, RoundPoll)
        for column in SQLModel.metadata.tables[str(table.__tablename__)].columns
        if column.name in {"person", "chat", "chat_id"}
    }
    assert columns == {("ClassAnswer", "person"), ("RoundPoll", "person")}


async def test_all_of_it_goes_with_the_class(tmp_path: Path) -> None:
    path = tmp_path / "bot.db"
    async with keeping(engine_of(path)) as keeper:
        over, on = await opened(keeper), await opened(keeper)
        for school_class in (over, on):
            asked = await open_round(keeper, school_class.id, RoundPlan("quiz", ("honey-1",)), NOW)
            assert asked
            await keep_answer(keeper, Answer(PUPIL, asked, "honey-1", 1, right=True, mistake=None, at=NOW))
            await keep_round_poll(keeper, PUPIL, f"p{asked.id}", asked, "honey-1")
        async with keeper.store.engine.begin() as connection:
            await erase_class(connection, keeper.pseudonyms, over.id)
    for table in ("class_rounds", "class_answers", "round_polls"):
        assert rows(path, f"SELECT class_id FROM {table}") == [(on.id,)]  # noqa: S608
