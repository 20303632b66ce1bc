"""The pages of the bot's own story: within Telegram's limits, faithful in form, ending well."""

from functools import partial

import pytest

from handlers.buttons import Tap, Verb
from handlers.phrasebook import read_phrasebook
from handlers.prose import TEXT_LIMIT, visible_length
from handlers.story_pages import cover, ending, scene_page, verdict_page
from knowledge.languages import Language
from knowledge.lessons.stories import Story
from knowledge.library import Library

BOOK = read_phrasebook()


@pytest.fixture
def own_story(library: Library) -> Story:
    """The story of the bot's own pack."""
    assert library.story
    return library.story


def test_every_page_of_the_own_story_fits_a_message(library: Library, own_story: Story, language: Language) -> None:
    phrases = BOOK[language]
    for scene in own_story.scenes:
        taking = partial(Tap, Verb.SCENE, language, scene.id)
        pages = [scene_page(phrases, own_story, scene, language, taking)]
        pages += [
            verdict_page(library, phrases, own_story, (scene, number), language) for number in range(len(scene.choices))
        ]
        assert all(visible_length(page.html) <= TEXT_LIMIT for page in pages)


def test_most_choices_of_the_own_story_come_to_nothing_and_every_system_does_something_once(own_story: Story) -> None:
    found = [
        (name, verdict.effect)
        for scene in own_story.scenes
        for choice in scene.choices
        for name, verdict in choice.verdicts.items()
    ]
    assert len(own_story.scenes) == 8
    assert {name for name, effect in found if effect == "something"} == {*own_story.systems}
    assert sum(effect == "nothing" for _, effect in found) > len(found) / 2


def test_no_choice_of_the_own_story_is_answered_by_more_than_one_system(own_story: Story) -> None:
    for scene in own_story.scenes:
        for choice in scene.choices:
            assert sum(verdict.effect == "something" for verdict in choice.verdicts.values()) <= 1


def test_an_ending_without_choices_counts_nothing(own_story: Story, language: Language) -> None:
    phrases = BOOK[language]
    assert phrases.story.tally.format(count=0) not in ending(phrases, own_story, language, {}).html
    assert phrases.story.tally.format(count=1) in ending(phrases, own_story, language, {"blood": 0}).html


def test_the_cover_of_what_has_not_begun_begins(own_story: Story, language: Language) -> None:
    [[begin]] = cover(BOOK[language], own_story, language, None).rows
    assert begin.text == BOOK[language].story.begin
