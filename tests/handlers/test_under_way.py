"""The way back from the story to the route by which one came."""

from handlers.phrasebook import Phrases
from handlers.under_way import resume_row
from knowledge.languages import Language
from knowledge.lessons.progress import Progress
from knowledge.library import Library
from tests.support.lessons import begins, labels, taps
from tests.support.stage import Stage


def test_one_goes_on_where_one_was_and_at_most_at_the_last_step(
    rich_library: Library, phrases: Phrases, language: Language
) -> None:
    route = rich_library.routes["tale"]
    for step, number in ((1, 1), (3, 3), (9, 3)):
        [button] = resume_row(phrases, route, language, Progress(step))
        assert button.callback_data == f"lr:{language}:tale:{number}"


async def test_a_route_at_another_kind_of_step_is_not_offered_by_the_story(
    pupil: Stage, phrases: Phrases, language: Language
) -> None:
    await begins(pupil, "short")
    ending, _ = await taps(pupil, await pupil.says("/story"), f"se:{language}:")
    assert labels(ending) == [phrases.story.again]
