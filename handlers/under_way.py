"""The route that a chat is on: the button that leads back to it."""

from telegram import Update

from handlers.buttons import Tap, Verb
from handlers.context import Context
from handlers.known_routes import route_called
from handlers.phrasebook import Phrases
from handlers.replies import Row, Rows, button
from handlers.talk import chat_of
from knowledge.languages import Language
from knowledge.lessons.progress import Progress, route_of
from knowledge.lessons.routes import Route
from knowledge.records.lessons import lessons_of


def resume_row(phrases: Phrases, route: Route, language: Language, progress: Progress) -> Row:
    """Give the row of the button that goes on with a route where one was."""
    number = min(progress.step, len(route.steps))
    title = route.text_in(language).title
    label = phrases.lessons.resume.format(title=title, number=number, count=len(route.steps))
    return (button(label, Tap(Verb.ROUTE, language, route.id, number)),)


async def back_to_route(update: Update, context: Context, language: Language) -> Rows:
    """Give a row that leads on from the step of a route by which one came to the story; none if one did not."""
    services = context.services
    for lesson, progress in (await lessons_of(services.keeper, chat_of(update).id)).items():
        route = await route_called(services, route_of(lesson) or "")
        if route and progress.step <= len(route.steps) and route.steps[progress.step - 1].kind == "story":
            following = Progress(progress.step + 1)
            return (resume_row(services.phrasebook[language], route, language, following),)
    return ()
