"""The story as messages: its cover, a scene with what can be chosen, what comes of a choice, and how it ends."""

from collections.abc import Callable, Mapping
from html import escape

from handlers.buttons import Tap, Verb
from handlers.citations import essay_in_brief, in_brief
from handlers.phrasebook import Phrases
from handlers.prose import folded
from handlers.replies import Reply, Rows, button, entry_rows
from knowledge.languages import Language
from knowledge.lessons.outcomes import effects
from knowledge.lessons.progress import Progress
from knowledge.lessons.stories import Choice, Scene, Story
from knowledge.library import Library

# Gives the tap that takes the choice at a place, from 0.
Taking = Callable[[int], Tap]

# How many answers a scene leads to.
READ_ON = 2


def cover(phrases: Phrases, story: Story, language: Language, progress: Progress | None) -> Reply:
    """Render what the story is about, with a button to begin it or to go on."""
    text, words = story.texts[language], phrases.story
    rows: Rows = ((button(words.again if progress else words.begin, scene_tap(story, 0, language)),),)
    if progress:
        place = min(max(progress.step, 1), len(story.scenes))
        label = words.resume.format(number=place, count=len(story.scenes))
        rows = ((button(label, scene_tap(story, place - 1, language)),), *rows)
    return Reply(f"<b>{escape(text.title)}</b>\n\n{escape(text.intro)}", rows)


def scene_page(phrases: Phrases, story: Story, scene: Scene, language: Language, taking: Taking) -> Reply:
    """Render a scene with a button for each choice."""
    rows = tuple((button(choice.texts[language], taking(number)),) for number, choice in enumerate(scene.choices))
    return Reply(_told(phrases, story, scene, language), rows)


def verdict_page(
    library: Library, phrases: Phrases, story: Story, chosen: tuple[Scene, int], language: Language
) -> Reply:
    """Render what comes of a choice: what each system does with it, from where that is known, and what is known since.

    Under it stand the answers to read on.
    """
    scene, number = chosen
    choice = scene.choices[number]
    parts = [
        _told(phrases, story, scene, language),
        f"<b>{escape(phrases.story.you.format(choice=choice.texts[language]))}</b>",
        *(_verdict(library, phrases, story, (name, choice), language) for name in story.systems),
    ]
    if since := scene.texts[language].since:
        origin = "; ".join(dict.fromkeys(library.works[work].publisher for work in scene.since))
        heading = escape(phrases.story.since.format(origin=origin))
        parts.append(folded(f"<b>{heading}</b>\n{escape(since)}"))
    parts.append(f"<i>{escape(essay_in_brief(library, phrases, language))}</i>")
    entries = (library.entries[entry] for entry in scene.entries[:READ_ON])
    return Reply("\n\n".join(parts), entry_rows(entries, language))


def other_choices(phrases: Phrases, scene: Scene, number: int, language: Language, taking: Taking) -> Rows:
    """Give a row for each choice that was not taken: what would have come of it?"""
    return tuple(
        (button(phrases.story.what_if.format(choice=choice.texts[language]), taking(other)),)
        for other, choice in enumerate(scene.choices)
        if other != number
    )


def ending(phrases: Phrases, story: Story, language: Language, answers: Mapping[str, int]) -> Reply:
    """Render how the story ends, with how often each system did something with what was chosen."""
    text, words = story.texts[language], phrases.story
    counted = effects(story, answers)
    lines = [
        words.tally_line.format(system=system.texts[language], number=counted[name])
        for name, system in story.systems.items()
    ]
    tally = [words.tally.format(count=len(answers)) + "\n" + "\n".join(lines)] if answers else []
    again = button(words.again, scene_tap(story, 0, language))
    return Reply("\n\n".join([f"<b>{escape(text.title)}</b>", *map(escape, [*tally, text.ending])]), ((again,),))


def scene_tap(story: Story, place: int, language: Language) -> Tap:
    """Give the tap that shows the scene at a place, from 0."""
    return Tap(Verb.SCENE, language, story.scenes[place].id)


def _told(phrases: Phrases, story: Story, scene: Scene, language: Language) -> str:
    text, number = scene.texts[language], (story.place_of(scene.id) or 0) + 1
    place = phrases.story.scene.format(title=story.texts[language].title, number=number, count=len(story.scenes))
    return f"<i>{escape(place)}</i>\n<b>{escape(text.title)}</b>\n{escape(text.text)}"


def _verdict(library: Library, phrases: Phrases, story: Story, judged: tuple[str, Choice], language: Language) -> str:
    name, choice = judged
    verdict, words = choice.verdicts[name], phrases.story
    effect = {"something": words.something, "nothing": words.nothing, "unknown": words.unknown}[verdict.effect]
    heading = f"{story.systems[name].texts[language]}: {effect}."
    said = f"<b>{escape(heading)}</b> {escape(verdict.texts[language])}"
    brief = in_brief(library, phrases, verdict.sources, language)
    return f"{said} <i>({escape(brief)})</i>" if brief else said
