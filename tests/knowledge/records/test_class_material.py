"""The rows of a class as its report needs them: of this class alone, of typed questions alone, without the chat."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

from knowledge.classes import Refused
from knowledge.lessons.rounds import KINDS, RoundPlan
from knowledge.outcomes import Act, Outcome
from knowledge.records.class_material import answers_in_round, material_of
from knowledge.records.classes import Teaching, set_lesson
from knowledge.records.keeper import Keeper
from knowledge.records.pupils import Asking, join, note, pupil_of
from knowledge.records.rounds import Answer, keep_answer, open_round
from knowledge.reports.material import Asked, Given, Material
from tests.support.records import PSEUDONYMS, engine_of, impatient_engine_of, keeping, locked
from tests.support.school import NOW, PUPIL, TEACHER, opened


async def noted(keeper: Keeper, class_id: int, act: Act, text: str | None, entry: str | None = None) -> None:
    outcome = Outcome(act, "nl", entry=entry, options=("a", "b"))
    await note(keeper, Asking(PUPIL, class_id, "text", text, NOW), outcome)


async def test_what_was_typed_in_a_class_is_its_material(tmp_path: Path) -> None:
    async with keeping(engine_of(tmp_path / "bot.db")) as keeper:
        school_class, other = await opened(keeper), await opened(keeper)
        await join(keeper, PUPIL, school_class.code, NOW)
        await noted(keeper, school_class.id, "answer", "is there a score", "everyone-scored")
        await noted(keeper, school_class.id, "fallback", "who is that")
        await noted(keeper, school_class.id, "answer", None, "tapped")
        await noted(keeper, school_class.id, "smalltalk", "hello")
        await noted(keeper, school_class.id, "source", "who says so", "everyone-scored")
        await noted(keeper, other.id, "answer", "elsewhere", "everyone-scored")
        person = pupil_of(PSEUDONYMS, school_class.id, PUPIL)
        assert await material_of(keeper, school_class.id) == Material(
            1,
            (
                Asked(person, NOW, "answer", "is there a score", "everyone-scored", ("a", "b")),
                Asked(person, NOW, "fallback", "who is that", None, ("a", "b")),
            ),
        )
        assert str(PUPIL) not in person
        assert await material_of(keeper, 4711) == Material(0)


async def test_while_the_database_is_away_there_is_none(tmp_path: Path) -> None:
    path = tmp_path / "bot.db"
    async with keeping(impatient_engine_of(path)) as keeper:
        with locked(path):
            assert await material_of(keeper, 1) is None


async def test_answers_of_its_rounds_are_its_material_but_for_those_of_the_story(tmp_path: Path) -> None:
    async with keeping(engine_of(tmp_path / "bot.db")) as keeper:
        school_class = await opened(keeper)
        person = pupil_of(PSEUDONYMS, school_class.id, PUPIL)
        quiz, sort, story = (RoundPlan(kind, ("x-1",)) for kind in KINDS)
        for plan, right in ((replace(quiz, phase="before"), False), (sort, True), (story, None)):
            asked = await open_round(keeper, school_class.id, plan, NOW)
            assert asked
            mistake = "bees-owls" if right is False else None
            await keep_answer(keeper, Answer(PUPIL, asked, "x-1", 0, right, mistake, NOW))
        before = Given(person, NOW, "x-1", right=False, mistake="bees-owls", phase="before")
        material = await material_of(keeper, school_class.id)
        assert material
        assert material.given == (before, Given(person, NOW, "x-1", right=True))
        assert await answers_in_round(keeper, 1) == (before,)
        assert await answers_in_round(keeper, 3) == ()


async def test_the_lesson_began_when_its_teacher_said_so_or_else_with_the_rounds_around_it(tmp_path: Path) -> None:
    async with keeping(engine_of(tmp_path / "bot.db")) as keeper:
        school_class, other = await opened(keeper), await opened(keeper)
        plan, moments = RoundPlan("quiz", ("x-1",)), [NOW + dt.timedelta(hours=hour) for hour in range(5)]
        await open_round(keeper, school_class.id, plan, moments[0])
        await open_round(keeper, other.id, replace(plan, phase="before"), moments[0])
        assert await began(keeper, school_class.id) is None
        await open_round(keeper, school_class.id, replace(plan, phase="after"), moments[1])
        assert await began(keeper, school_class.id) == moments[1]
        for moment in moments[2:]:
            await open_round(keeper, school_class.id, replace(plan, phase="before"), moment)
        assert await began(keeper, school_class.id) == moments[2]
        assert await set_lesson(keeper, Teaching(TEACHER, school_class.id, moments[4])) == school_class
        assert await began(keeper, school_class.id) == moments[4]
        assert await set_lesson(keeper, Teaching(TEACHER + 1, school_class.id, moments[3])) is Refused.UNKNOWN
        assert await began(keeper, school_class.id) == moments[4]


async def began(keeper: Keeper, class_id: int) -> dt.datetime | None:
    material = await material_of(keeper, class_id)
    assert material
    return material.lesson_at
