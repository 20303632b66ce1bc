"""What can be done with a lesson of one's own: by who made it, and by nobody else."""

from urllib.parse import parse_qs, urlsplit

from handlers.context import Services
from handlers.phrasebook import Phrases
from knowledge.languages import Language
from tests.support.lessons import labels, leading, taps
from tests.support.rows import rows_of
from tests.support.school import begins_a_class, somebody
from tests.support.stage import Data, Stage, buttons, links

SMALL = b'title = "Bees <&>"\n[[steps]]\nentry = "bees-honey"\n[[steps]]\nentry = "bees-sting"\n'


async def own_lesson(stage: Stage) -> Data:
    """Make a lesson by file; give its overview."""
    [made] = await stage.hear(stage.person.hands(SMALL, "les.toml"))
    return await stage.taps(made, leading(made, "lr"))


async def test_its_maker_deletes_it_and_whoever_followed_it_is_told(
    pupil: Stage, phrases: Phrases, rich_services: Services
) -> None:
    overview = await own_lesson(pupil)
    other = somebody(pupil, 99, str(pupil.person.language_code))
    shown = await other.says("/topics")
    begin = leading(overview, "lr")
    theirs = await other.taps(shown, begin.removesuffix(":1"))
    assert phrases.own.delete not in labels(theirs)
    [step] = await taps(other, theirs, begin)
    data = buttons(overview)[phrases.own.delete]
    [refused] = await taps(other, step, data)
    assert refused["text"] == phrases.lessons.gone
    [deleted] = await taps(pupil, overview, data)
    assert deleted["text"] == phrases.own.deleted
    assert await rows_of(rich_services, "*", "own_routes") == []
    [gone] = await taps(other, step, f"{begin[:-1]}2")
    assert gone["text"].startswith(phrases.lessons.gone)


async def test_a_lesson_is_shared_by_a_link_that_opens_it(pupil: Stage, phrases: Phrases) -> None:
    overview = await own_lesson(pupil)
    [address] = parse_qs(urlsplit(links(overview)[phrases.buttons.share]).query)["url"]
    opened = await somebody(pupil, 99, str(pupil.person.language_code)).says(f"/start {address.split('start=')[1]}")
    assert opened["text"].split("\n")[0] == overview["text"].split("\n")[0]


async def test_deleting_twice_says_so_once(pupil: Stage, phrases: Phrases) -> None:
    overview = await own_lesson(pupil)
    first, twin = (pupil.person.taps(dict(overview), buttons(overview)[phrases.own.delete]) for _ in range(2))
    assert (await pupil.hear(first))[-1]["text"] == phrases.own.deleted
    assert await pupil.hear(twin) == []


async def test_only_who_teaches_is_offered_to_give_a_lesson_to_a_class(
    pupil: Stage, phrases: Phrases, language: Language
) -> None:
    overview = await own_lesson(pupil)
    assert phrases.lessons.for_class not in labels(overview)
    await begins_a_class(pupil)
    shown = await pupil.says("/lesson")
    assert phrases.lessons.for_class in labels(await pupil.taps(shown, f"lr:{language}:short"))


async def test_a_lesson_of_ones_own_is_followed_stopped_and_gone_on_with(pupil: Stage, phrases: Phrases) -> None:
    overview = await own_lesson(pupil)
    [step] = await taps(pupil, overview, phrases.lessons.begin)
    assert phrases.lessons.next.format(number=2, count=2) in labels(step)
    [stopped] = await taps(pupil, step, phrases.lessons.stop)
    assert stopped["text"] == phrases.lessons.stopped.format(number=1, count=2)
    resume = phrases.lessons.resume.format(title="Bees <&>", number=1, count=2)
    assert labels(await pupil.says("/lesson"))[0] == resume
