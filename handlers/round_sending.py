"""A round goes out to the pupils of its class, as long as it is open."""

from handlers.buttons import Tap, Verb
from handlers.class_mailing import Mailing, send_to_class
from handlers.context import Context
from handlers.replies import Reply, button
from handlers.round_pages import invitation, kind_name
from knowledge.classes import Class
from knowledge.languages import Language
from knowledge.lessons.rounds import Round
from knowledge.records.rounds import round_of


def send_round(context: Context, school_class: Class, opened: Round) -> None:
    """Ask the pupils of the class, from now on."""
    services = context.services

    def write(language: Language) -> Reply:
        phrases = services.phrasebook[language]
        begin = (button(phrases.rounds.begin, Tap(Verb.ROUND_ITEM, language, str(opened.id), 1)),)
        name = kind_name(services.library, phrases, opened.plan.kind, language)
        return invitation(phrases, name, school_class.title, (begin,))

    async def is_open() -> bool:
        held = await round_of(services.keeper, opened.id)
        return held is not None and held.closed_at is None

    send_to_class(context, Mailing(f"round {opened.id}", opened.class_id, write, is_open))
