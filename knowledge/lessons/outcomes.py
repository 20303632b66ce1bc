"""What came of a story: how often each system did something with what was chosen."""

from collections.abc import Mapping

from knowledge.lessons.stories import Story


def effects(story: Story, answers: Mapping[str, int]) -> dict[str, int]:
    """Count, by system, the choices of which something came; `answers` are the places of choices by scene."""
    choices = [
        scene.choices[answers[scene.id]]
        for scene in story.scenes
        if scene.id in answers and answers[scene.id] < len(scene.choices)
    ]
    return {name: sum(choice.verdicts[name].effect == "something" for choice in choices) for name in story.systems}
