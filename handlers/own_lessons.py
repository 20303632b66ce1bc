"""What somebody can do with a route that they made, and teachers with any: name it, delete it, give it to a class."""

from telegram import InlineKeyboardButton, Update

from handlers.buttons import Tap, Verb
from handlers.class_lessons import class_rows_for
from handlers.context import Context
from handlers.known_routes import made_by, route_of_class
from handlers.links import LESSON, share_link
from handlers.replies import Rows, button
from handlers.rows import Change, change_row
from handlers.talk import chat_of, in_group, tell
from knowledge.classes import clean_title
from knowledge.languages import Language
from knowledge.lessons.routes import Route, RouteText
from knowledge.records.class_routes import note_step
from knowledge.records.classes import classes_of
from knowledge.records.own_routes import change_route, drop_route


async def rename(update: Update, context: Context, typed: str, language: Language) -> None:
    """Name the route that the person made last."""
    services, words = context.services, context.services.phrasebook[language].own
    own, title = await made_by(services, update), clean_title(typed)
    if not own or not title:
        await tell(update, words.none if not own else words.untitled_name)
        return
    named = await change_route(services.keeper, chat_of(update).id, own[-1].id, lambda route: _titled(route, title))
    await tell(update, words.named.format(title=title) if named else services.phrasebook[language].preferences.unkept)


async def delete(update: Update, context: Context, tap: Tap) -> None:
    """Delete a route that the person made."""
    services, phrases = context.services, context.services.phrasebook[tap.language]
    if await change_row(update, {Verb.OWN_DELETE, Verb.ROUTE, Verb.CLASS_ROUTE}, ()) is Change.ALREADY:
        return
    deleted = not in_group(update) and await drop_route(services.keeper, chat_of(update).id, tap.about)
    await tell(update, phrases.own.deleted if deleted else phrases.lessons.gone)


async def rows_of_maker(update: Update, context: Context, route: Route, language: Language) -> Rows:
    """Give the rows under a route: to share it, and for who teaches a class or made it."""
    services, phrases = context.services, context.services.phrasebook[language]
    if in_group(update):
        return ()
    teaches = await classes_of(services.keeper, chat_of(update).id, services.now())
    link = share_link(context.bot.username, f"{LESSON}{route.id}", route.text_in(language).title)
    rows: Rows = ((InlineKeyboardButton(phrases.buttons.share, url=link),),)
    rows += class_rows_for(phrases, route, language) if teaches else ()
    if route.id in {own.id for own in await made_by(services, update)}:
        rows += ((button(phrases.own.delete, Tap(Verb.OWN_DELETE, language, route.id)),),)
    return rows


async def note_for_class(update: Update, context: Context, route: Route, step: int) -> None:
    """Note how far a pupil is, if it is the route of their class."""
    of_class = await route_of_class(context.services, update)
    if of_class and of_class[1].id == route.id:
        await note_step(context.services.keeper, chat_of(update).id, of_class[0].id, route.id, step)


def _titled(route: Route, title: str) -> Route:
    texts = {code: RouteText(title=title, intro=text.intro) for code, text in route.texts.items()}
    return route.model_copy(update={"texts": texts})
