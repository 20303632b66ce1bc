"""What is kept about a person, across all tables: given, and gone at once."""

from pathlib import Path

from sqlalchemy import func, select

from knowledge.outcomes import Outcome
from knowledge.records.holdings import HOLDINGS
from knowledge.records.keeper import Keeper
from knowledge.records.people import everything_about, forget_person, forget_pupil, taught_alone
from knowledge.records.pupils import Asking, join, leave, note, pupil_of
from tests.support.lives import leaves_a_row_everywhere
from tests.support.records import PSEUDONYMS, change, engine_of, impatient_engine_of, keeping, locked, rows
from tests.support.school import NOW, PUPIL, TEACHER, opened

SOMEBODY = 6_129_484_611_666_145
OTHER = 7
OF_PEOPLE = {holding.name for holding in HOLDINGS if holding.by}


async def counted(keeper: Keeper) -> dict[str, int]:
    """Count the rows of every table."""
    async with keeper.store.engine.connect() as connection:
        return {
            holding.name: (await connection.execute(select(func.count()).select_from(holding.rows))).scalar_one()
            for holding in HOLDINGS
        }


async def test_a_row_in_every_table_is_given_and_only_ones_own(tmp_path: Path) -> None:
    async with keeping(engine_of(tmp_path / "bot.db")) as keeper:
        kept = await opened(keeper, 1)
        for person in (SOMEBODY, OTHER):
            await leaves_a_row_everywhere(keeper, person, kept.id, NOW)
        found = await everything_about(keeper, SOMEBODY)
        assert found is not None
        assert {*found} == OF_PEOPLE | {"classes"}
        assert {name: len(rows) for name, rows in found.items()} == dict.fromkeys(found, 1)
        own = {SOMEBODY, PSEUDONYMS.of(SOMEBODY), pupil_of(PSEUDONYMS, kept.id, SOMEBODY)}
        assert all(
            own & {*row.values()} for name, [row] in found.items() if name != "classes" for row in [without_lists(row)]
        )
        assert found["classes"][0]["title"] == kept.title


async def test_who_is_not_known_has_nothing(tmp_path: Path) -> None:
    async with keeping(engine_of(tmp_path / "bot.db")) as keeper:
        await leaves_a_row_everywhere(keeper, OTHER, (await opened(keeper, 1)).id, NOW)
        assert await everything_about(keeper, SOMEBODY) == {}
        before = await counted(keeper)
        assert await forget_person(keeper, SOMEBODY) == {}
        assert await counted(keeper) == before


async def test_a_person_is_gone_from_all_tables_at_once_and_from_the_files_and_nobody_else_is(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    path = tmp_path / "data" / "bot.db"
    async with keeping(engine_of(path)) as keeper:
        kept = await opened(keeper, 1)
        for person in (SOMEBODY, OTHER):
            await leaves_a_row_everywhere(keeper, person, kept.id, NOW)
        before = await counted(keeper)
        assert await forget_person(keeper, SOMEBODY) == dict.fromkeys(OF_PEOPLE, 1)
        after = await counted(keeper)
        assert {name: before[name] - after[name] for name in before} == {
            name: int(name in OF_PEOPLE) for name in before
        }
        assert await everything_about(keeper, SOMEBODY) == {}
    written = b"".join(file.read_bytes() for file in path.parent.iterdir())
    assert SOMEBODY.to_bytes(7, "big") not in written
    assert PSEUDONYMS.of(SOMEBODY).encode() not in written
    assert pupil_of(PSEUDONYMS, 1, SOMEBODY).encode() not in written


async def test_what_was_asked_in_a_class_that_was_left_is_found_too(tmp_path: Path) -> None:
    async with keeping(engine_of(tmp_path / "bot.db")) as keeper:
        kept = await opened(keeper)
        await join(keeper, PUPIL, kept.code, NOW)
        await note(keeper, Asking(PUPIL, kept.id, "text", "mine", NOW), Outcome("fallback", "nl"))
        await leave(keeper, PUPIL, kept.id)
        assert [row["text"] for row in (await everything_about(keeper, PUPIL) or {})["class_questions"]] == ["mine"]
        assert await forget_person(keeper, PUPIL) == {"class_questions": 1}


async def test_there_may_be_more_classes_than_a_database_takes_values(tmp_path: Path) -> None:
    path = tmp_path / "bot.db"
    async with keeping(engine_of(path)) as keeper:
        await opened(keeper)
        change(
            path,
            "WITH RECURSIVE n(i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM n WHERE i < 1200) INSERT INTO classes "
            "(id, code, title, simple, created_at, ends_at) SELECT i, i, 't', false, '2027-01-01', '2028-01-01' FROM n",
        )
        await note(keeper, Asking(PUPIL, 1200, "text", "mine", NOW), Outcome("fallback", "nl"))
        assert await forget_person(keeper, PUPIL) == {"class_questions": 1}


async def test_a_class_goes_with_its_only_teacher_and_stays_with_another(tmp_path: Path) -> None:
    path = tmp_path / "bot.db"
    async with keeping(engine_of(path)) as keeper:
        alone, shared = await opened(keeper), await opened(keeper)
        change(path, f"INSERT INTO class_teachers VALUES ({shared.id}, {OTHER}, '2027-01-01')")  # noqa: S608
        for kept in (alone, shared):
            await note(keeper, Asking(PUPIL, kept.id, "text", "?", NOW), Outcome("fallback", "nl"))
        assert await taught_alone(keeper, TEACHER) == 1
        assert await forget_person(keeper, TEACHER) == {"classes": 1, "class_teachers": 2, "class_questions": 1}
    assert rows(path, "SELECT id FROM classes") == [(shared.id,)]
    assert rows(path, "SELECT class_id FROM class_questions") == [(shared.id,)]


async def test_a_pupil_is_forgotten_in_one_class_alone(tmp_path: Path) -> None:
    path = tmp_path / "bot.db"
    async with keeping(engine_of(path)) as keeper:
        for pupil, class_id, text in ((PUPIL, 1, "gone"), (PUPIL, 2, "stays"), (OTHER, 1, "stays too")):
            await note(keeper, Asking(pupil, class_id, "text", text, NOW), Outcome("fallback", "nl"))
        assert await forget_pupil(keeper, PUPIL, 1)
    assert rows(path, "SELECT text FROM class_questions") == [("stays",), ("stays too",)]


async def test_while_the_database_is_away_nothing_is_promised(tmp_path: Path) -> None:
    async with keeping(impatient_engine_of(tmp_path / "bot.db")) as keeper:
        await keeper.prepare()
        with locked(tmp_path / "bot.db"):
            assert await forget_person(keeper, PUPIL) is None
        assert await everything_about(keeper, PUPIL) is None
        assert await taught_alone(keeper, PUPIL) is None
        assert not await forget_pupil(keeper, PUPIL, 1)


def without_lists(row: dict[str, object]) -> dict[str, object]:
    """Leave out what can't be looked for in a set."""
    return {name: value for name, value in row.items() if not isinstance(value, list | dict)}
