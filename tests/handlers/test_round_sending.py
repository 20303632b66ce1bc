"""A round goes out to the pupils of its class, and no more once it is closed."""

from handlers.phrasebook import Phrases
from tests.support.rounds import school_of
from tests.support.stage import Stage


async def test_a_closed_round_is_sent_to_nobody(pupil: Stage, phrases: Phrases) -> None:
    school = await school_of(pupil, 2)
    page = await school.starts("sort")
    await school.teacher.taps(page, phrases.rounds.close)
    assert await school.invited() == {}


async def test_the_invitation_names_class_and_exercise(pupil: Stage, phrases: Phrases) -> None:
    school = await school_of(pupil, 1)
    await school.starts("sort")
    [invitation] = (await school.invited()).values()
    assert invitation["text"] == phrases.rounds.invitation.format(title="4V maatschappijleer", name=phrases.rounds.sort)
