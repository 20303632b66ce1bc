"""The rules for routes and story that hold between a pack's files: ids that lead somewhere, every language there."""

from collections.abc import Iterator

from knowledge.findings import Finding, Key, missing_entries, missing_languages, pointer_problems
from knowledge.lessons.routes import Route, Step
from knowledge.lessons.stories import Scene, Story
from knowledge.library import Library

ROUTES, STORY = "routes.toml", "story.toml"


def problems_of_lessons(library: Library) -> Iterator[Finding]:
    """Yield (path, key, reason) for each broken rule."""
    for route in library.routes.values():
        yield from ((ROUTES, (route.id, *key), reason) for key, reason in _route(library, route))
    if library.story:
        yield from ((STORY, key, reason) for key, reason in _story(library, library.story))


def step_problem(library: Library, step: Step) -> str | None:
    """Tell what a step names that the pack has not; None if it has it."""
    there = {
        "entry": step.about in library.entries,
        "card": step.about in library.distinctions,
        "quiz": step.about in library.quiz,
        "discussion": library.discussion_at(step.about) is not None,
        "story": library.story is not None and _is_told(library.story, step.about),
    }
    return None if there[step.kind] else f"no {step.kind} {step.about!r}"


def _is_told(story: Story, name: str) -> bool:
    return name == story.id or story.place_of(name) is not None


def _route(library: Library, route: Route) -> Iterator[tuple[Key, str]]:
    yield from missing_languages(library, route.texts)
    for place, step in enumerate(route.steps):
        if reason := step_problem(library, step):
            yield ("steps", place, step.kind), reason
        if step.texts:
            yield from ((("steps", place, *key), reason) for key, reason in missing_languages(library, step.texts))


def _story(library: Library, story: Story) -> Iterator[tuple[Key, str]]:
    yield from missing_languages(library, story.texts)
    for name, system in story.systems.items():
        if system.entry not in library.entries:
            yield ("systems", name, "entry"), f"no entry {system.entry!r}"
        yield from ((("systems", name, *key), reason) for key, reason in missing_languages(library, system.texts))
    seen = {story.id}
    for place, scene in enumerate(story.scenes):
        if scene.id in seen:
            yield ("scenes", place, "id"), f"{scene.id!r} is there twice"
        seen.add(scene.id)
        yield from ((("scenes", place, *key), reason) for key, reason in _scene(library, scene))


def _scene(library: Library, scene: Scene) -> Iterator[tuple[Key, str]]:
    yield from missing_languages(library, scene.texts)
    yield from ((("entries", *key), reason) for key, reason in missing_entries(library, scene.entries))
    for work in scene.since:
        if work not in library.works:
            yield ("since",), f"no work {work!r} in sources.toml"
    for code, text in scene.texts.items():
        if bool(text.since) != bool(scene.since):
            yield (code, "since"), "what became known later needs its works under `since`, and these need it told"
    for number, choice in enumerate(scene.choices):
        key = ("choices", number)
        yield from (((*key, *found), reason) for found, reason in missing_languages(library, choice.texts))
        for name, verdict in choice.verdicts.items():
            place = (*key, "verdicts", name)
            yield from (((*place, *found), reason) for found, reason in missing_languages(library, verdict.texts))
            for pointer in verdict.sources:
                yield from (((*place, "sources"), reason) for reason in pointer_problems(library, pointer))
            if verdict.effect == "something" and not verdict.sources:
                yield (*place, "sources"), "is missing: what happens is known from somewhere"
