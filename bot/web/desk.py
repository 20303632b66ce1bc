"""Teachers at the site: they come by a link of the bot or from its Mini App, and see the classes that they teach."""

import hmac
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response

from bot.web.pages import Pages
from bot.web.sealing import Cookie
from bot.web.shielding import RefusedError
from handlers.buttons import read_id
from knowledge.classes import Class, Refused
from knowledge.records.classes import class_of_teacher, teachers_of

# A school day.
STAY_SECONDS = 10 * 60 * 60
DESK = Cookie("desk", "/class", STAY_SECONDS)
_PURPOSE = "desk"


@dataclass(frozen=True, slots=True)
class Teacher:
    """A teacher by their pseudonym, and the classes that they came for; None for all of theirs."""

    who: str
    classes: tuple[int, ...] | None


@dataclass(frozen=True)
class Desk:
    """Knows teachers again, and gives them the classes that they teach at that moment."""

    pages: Pages

    def sit(self, request: Request, response: Response, who: str, class_id: int | None, *, framed: bool) -> None:
        """Let a teacher come for a class, beside those for which they came before; or for all of theirs."""
        before = self._teacher(request)
        kept = before.classes if before and before.who == who else ()
        everything = class_id is None or kept is None
        classes = None if everything else sorted({*(kept or ()), class_id or 0})
        sealed = self.pages.forms.seals.seal(_PURPOSE, {"who": who, "classes": classes})
        DESK.give(response, sealed, secure=self.pages.secure, framed=framed)

    async def class_of(self, request: Request) -> Class:
        """Give the class that a request is about.

        Raises:
            RefusedError: nobody sits there, or it is not one of their classes (any more): nobody is told which.
        """
        teacher = self._teacher(request)
        if teacher is None:
            raise RefusedError(403)
        class_id = read_id(request.path_params["class_id"])
        if class_id is None or (teacher.classes is not None and class_id not in teacher.classes):
            raise RefusedError(404)
        return await self.taught(class_id, teacher.who)

    async def taught(self, class_id: int, who: str) -> Class:
        """Give a class to a teacher of it.

        Raises:
            RefusedError: it is none of theirs, or nobody knows at the moment.
        """
        services = self.pages.services()
        teachers = await teachers_of(services.keeper, class_id)
        if teachers is None:
            raise RefusedError(503)
        pseudonym_of = services.keeper.pseudonyms.of
        teacher = next((chat for chat in teachers if hmac.compare_digest(pseudonym_of(chat), who)), None)
        if teacher is None:
            raise RefusedError(404)
        found = await class_of_teacher(services.keeper, teacher, class_id, services.now())
        if isinstance(found, Refused):
            raise RefusedError(503 if found is Refused.AWAY else 404)
        return found

    def _teacher(self, request: Request) -> Teacher | None:
        content = self.pages.forms.seals.open(_PURPOSE, DESK.of(request), STAY_SECONDS)
        if content is None:
            return None
        return Teacher(content["who"], None if content["classes"] is None else tuple(content["classes"]))
