"""/story as whole updates: scenes, choices, what comes of them, the end on the map, and what may go wrong between."""

from dataclasses import replace

import pytest

from handlers.context import Services, provide
from handlers.phrasebook import Phrases
from knowledge.languages import Language
from tests.handlers.conftest import Open
from tests.support.lessons import begins, labels, leading, taps
from tests.support.pictures import stage_on
from tests.support.stage import Data, Stage, buttons, said

DRINK = {"nl": "Drinken <&>", "en": "Drink <&>"}
PAST = {"nl": "Voorbijvliegen", "en": "Fly past"}
STAY = {"nl": "Blijven", "en": "Stay"}


async def first_scene(stage: Stage) -> Data:
    """Begin the story; give its first scene."""
    [scene] = await taps(stage, await stage.says("/story"), f"sc:{stage.person.language_code}:flower")
    return scene


async def test_the_cover_leads_to_the_first_scene(pupil: Stage, phrases: Phrases, language: Language) -> None:
    cover = await pupil.says("/story")
    assert {"nl": "Vlieg mee <&>.", "en": "Fly along <&>."}[language] in cover["text"]
    assert labels(cover) == [phrases.story.begin]
    [scene] = await taps(pupil, cover, phrases.story.begin)
    assert labels(cover) == []
    assert labels(scene) == [DRINK[language], PAST[language]]


async def test_a_choice_shows_what_each_system_does_with_it_in_the_place_of_the_scene(
    pupil: Stage, phrases: Phrases, language: Language
) -> None:
    scene = await first_scene(pupil)
    verdict = await pupil.taps(scene, DRINK[language])
    assert verdict["message_id"] == scene["message_id"]
    assert phrases.story.you.format(choice=DRINK[language]) in verdict["text"]
    hive, wood = {"nl": ("De korf <&>", "Het bos"), "en": ("The hive <&>", "The wood")}[language]
    assert f"{hive}: {phrases.story.something}." in verdict["text"]
    assert f"{wood}: {phrases.story.nothing}." in verdict["text"]
    assert phrases.story.since.format(origin="Journal") in verdict["text"]
    assert "“One”" in verdict["text"]
    assert "Journal, 2021-05" in verdict["text"]
    assert "A. Writer, Press" in verdict["text"]
    onward = [phrases.story.what_if.format(choice=PAST[language]), phrases.story.next.format(number=2, count=2)]
    assert [labels(verdict)[0], labels(verdict)[-1]] == onward
    assert [data for data in buttons(verdict).values() if data.startswith("e:")] == [
        f"e:{language}:bees-honey",
        f"e:{language}:owls-night",
    ]


async def test_another_choice_may_be_looked_at_and_the_first_one_counts(
    pupil: Stage, phrases: Phrases, language: Language
) -> None:
    verdict = await pupil.taps(await first_scene(pupil), PAST[language])
    assert phrases.story.unknown in verdict["text"]
    verdict = await pupil.taps(verdict, phrases.story.what_if.format(choice=DRINK[language]))
    assert phrases.story.something in verdict["text"]
    [dusk] = await taps(pupil, verdict, leading({"reply_markup": {"inline_keyboard": [[_last(verdict)]]}}, "sc"))
    verdict = await pupil.taps(dusk, STAY[language])
    ending, _ = await taps(pupil, verdict, phrases.story.finish)
    hive, wood = {"nl": ("De korf <&>", "Het bos"), "en": ("The hive <&>", "The wood")}[language]
    assert phrases.story.tally_line.format(system=hive, number=0) in ending["text"]
    assert phrases.story.tally_line.format(system=wood, number=1) in ending["text"]


def _last(message: Data) -> Data:
    button: Data = message["reply_markup"]["inline_keyboard"][-1][-1]
    return button


async def test_the_story_ends_on_the_map_and_can_be_begun_again(
    pupil: Stage, phrases: Phrases, language: Language
) -> None:
    await first_scene(pupil)
    shown = await pupil.says("/story")
    ending, whole = await taps(pupil, shown, f"se:{language}:")
    assert {"nl": "Geland <&>.", "en": "Landed <&>."}[language] in ending["text"]
    assert phrases.story.tally.split("{")[0] not in ending["text"].split("\n")[1:2]
    assert "photo" in whole
    assert labels(ending) == [phrases.story.again]
    [scene] = await taps(pupil, ending, phrases.story.again)
    assert DRINK[language] in labels(scene)


async def test_a_restart_in_the_middle_goes_on_where_one_was(
    pupil: Stage, phrases: Phrases, rich_services: Services, language: Language
) -> None:
    scene = await first_scene(pupil)
    restarted = await stage_on(pupil.telegram, rich_services, language)
    verdict = await restarted.taps(scene, DRINK[language])
    await taps(restarted, verdict, phrases.story.next.format(number=2, count=2))
    cover = await restarted.says("/story")
    assert labels(cover) == [phrases.story.resume.format(number=2, count=2), phrases.story.again]
    [dusk] = await taps(restarted, cover, labels(cover)[0])
    assert STAY[language] in labels(dusk)
    await restarted.application.shutdown()


async def test_a_second_tap_does_nothing_twice(pupil: Stage, language: Language) -> None:
    scene = await first_scene(pupil)
    one, two = (pupil.person.taps(dict(scene), f"sc:{language}:flower:1") for _ in range(2))
    [verdict] = await pupil.hear(one)
    assert await pupil.hear(two) == []
    one, two = (pupil.person.taps(dict(verdict), f"sc:{language}:dusk") for _ in range(2))
    assert len(await pupil.hear(one)) == 2
    assert await pupil.hear(two) == []
    shown = await pupil.says("/story")
    one, two = (pupil.person.taps(dict(shown), f"se:{language}:") for _ in range(2))
    assert len(await pupil.hear(one)) == 3
    assert await pupil.hear(two) == []


@pytest.mark.parametrize("data", ["sc:{}:gone", "sc:{}:flower:3", "sc:{}:flower:999", "sc:{}:"])
async def test_a_scene_or_a_choice_that_is_not_there_says_so(
    pupil: Stage, phrases: Phrases, language: Language, data: str
) -> None:
    shown = await pupil.says("/topics")
    assert (await pupil.taps(shown, data.format(language)))["text"] == phrases.story.gone


async def test_a_pack_without_a_story_says_so(
    pupil: Stage, speaker: Stage, phrases: Phrases, rich_services: Services, language: Language
) -> None:
    assert (await speaker.says("/story"))["text"] == phrases.story.none
    scene = await first_scene(pupil)
    provide(pupil.application, replace(rich_services, library=replace(rich_services.library, story=None)))
    assert (await pupil.taps(scene, f"sc:{language}:flower:1"))["text"] == phrases.story.none
    *_, answer = await pupil.hear(pupil.person.taps(scene, f"se:{language}:"))
    assert answer["text"] == phrases.story.none


async def test_a_pack_without_a_map_ends_in_words(pupil: Stage, rich_services: Services, language: Language) -> None:
    scene = await first_scene(pupil)
    provide(pupil.application, replace(rich_services, library=replace(rich_services.library, map=None)))
    [ending] = await taps(pupil, scene, f"se:{language}:")
    assert "<&>" in ending["text"]


async def test_a_scene_in_a_route_keeps_the_way_on_of_the_route(
    pupil: Stage, phrases: Phrases, language: Language
) -> None:
    [dusk] = await begins(pupil, "tale")
    assert labels(dusk)[:1] == [STAY[language]]
    verdict = await pupil.taps(dusk, STAY[language])
    assert phrases.lessons.next.format(number=2, count=3) in labels(verdict)
    assert not any(label.startswith(phrases.story.finish) for label in labels(verdict))


async def test_the_whole_story_in_a_route_leads_back_to_the_route(
    pupil: Stage, phrases: Phrases, language: Language
) -> None:
    [cover] = await begins(pupil, "tale", step=2)
    assert labels(cover)[0] == phrases.story.begin
    [scene] = await taps(pupil, cover, phrases.story.begin)
    assert phrases.lessons.next.format(number=3, count=3) in labels(cover)
    ending, _ = await taps(pupil, scene, f"se:{language}:")
    title = {"nl": "Een verhaal", "en": "A tale"}[language]
    assert labels(ending)[0] == phrases.lessons.resume.format(title=title, number=3, count=3)
    [entry] = await taps(pupil, ending, labels(ending)[0])
    assert "sting" in said(entry) or "steken" in said(entry)


async def test_who_wants_no_pictures_gets_it_unfolded_and_the_map_in_words(pupil: Stage, language: Language) -> None:
    await pupil.says("/plain")
    verdict = await pupil.taps(await first_scene(pupil), DRINK[language])
    assert not any(mark["type"] == "expandable_blockquote" for mark in verdict["entities"])
    _, whole = await taps(pupil, verdict, f"se:{language}:")
    assert "photo" not in whole


async def test_in_a_group_the_story_is_chosen_together(
    open_as: Open, rich_services: Services, phrases: Phrases, language: Language
) -> None:
    group = await open_as(language, group=-1001, services=rich_services)
    verdict = await group.taps(await first_scene(group), DRINK[language])
    assert phrases.story.something in verdict["text"]
