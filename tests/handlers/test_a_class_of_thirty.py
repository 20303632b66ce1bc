"""A teacher and thirty pupils as whole updates: what is counted in the end is what was put in."""

import itertools
import random
from collections import Counter

from handlers.context import Services
from knowledge.records.classes import count_members
from knowledge.records.pupils import pupil_of
from tests.handlers.conftest import Open
from tests.support.rows import rows_of
from tests.support.school import begins_a_class, somebody
from tests.support.stage import said

PUPILS = range(101, 131)
# What is typed, and the entry that answers it; None where the pack has no answer.
QUESTIONS = {
    "tell me of honey comb": "bees-honey",
    "tell me of stings": "bees-sting",
    "night flights": "owls-night",
    "capital of peru": None,
}
ROUNDS = 10


async def test_of_three_hundred_questions_each_is_noted_once_and_for_the_right_class(
    open_as: Open, small_services: Services
) -> None:
    teacher = await open_as("nl")
    code = await begins_a_class(teacher, "4V maatschappijleer")
    other_code = await begins_a_class(somebody(teacher, 99), "5H")
    other = somebody(teacher, 98, "en")
    await other.says(f"/join {other_code}")
    pupils = {number: somebody(teacher, number, "en") for number in PUPILS}
    for number, way in zip(PUPILS, itertools.cycle(["/start k-{}", "/join {}"]), strict=False):
        await pupils[number].says(way.format(code))
    assert "30 leerlingen" in said(await teacher.says("/class"))

    chance, asked = random.Random(4), Counter[tuple[int, str]]()  # noqa: S311
    for _ in range(ROUNDS):
        for number in chance.sample([*PUPILS], len(PUPILS)):
            text = chance.choice([*QUESTIONS])
            asked[number, text] += 1
            await pupils[number].says(text)
        await other.says("capital of peru")

    person = {pupil_of(small_services.keeper.pseudonyms, 1, number): number for number in PUPILS}
    noted = await rows_of(small_services, "person, text, entry, act", "class_questions where class_id = 1")
    assert asked.total() == len(noted) == 300
    assert Counter((person[who], text) for who, text, _, _ in noted) == asked
    assert all(QUESTIONS[text] == entry for _, text, entry, _ in noted)
    assert {act for _, _, entry, act in noted if entry is None} == {"fallback"}
    assert len(await rows_of(small_services, "*", "class_questions where class_id = 2")) == ROUNDS
    assert await count_members(small_services.keeper, 1) == 30


async def test_a_pupil_who_is_forgotten_is_gone_from_the_count(open_as: Open, small_services: Services) -> None:
    teacher = await open_as("nl")
    code = await begins_a_class(teacher)
    for number in PUPILS[:6]:
        pupil = somebody(teacher, number, "en")
        await pupil.says(f"/join {code}")
        await pupil.says("capital of peru")
    await pupil.taps(await pupil.says("/forgetme"), "z:en:forgotten")
    assert len(await rows_of(small_services, "*", "class_questions")) == 5
    assert "5 leerlingen" in said(await teacher.says("/class"))
