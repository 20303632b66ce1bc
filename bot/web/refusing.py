"""What people see instead of a page: there is none, it came too fast, or something went wrong here."""

import logging
import secrets
from dataclasses import dataclass
from http import HTTPStatus
from math import ceil

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from bot.web.pages import Pages
from bot.web.shielding import RefusedError
from handlers.errors import frames

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Refusals:
    """Pages that say no."""

    pages: Pages

    def refuse(self, request: Request, error: Exception) -> Response:
        """Say kindly why there is no page; what nobody foresaw is logged under a reference, without what was sent."""
        if isinstance(error, RefusedError):
            return self._page(request, HTTPStatus(error.status), error.wait)
        if isinstance(error, HTTPException):
            return self._page(request, HTTPStatus(error.status_code))
        reference = secrets.token_hex(3)
        logger.error("page error %s: %s\n%s", reference, type(error).__name__, frames(error))
        return self._page(request, HTTPStatus.INTERNAL_SERVER_ERROR, reference=reference)

    def _page(self, request: Request, status: HTTPStatus, wait: float = 0.0, reference: str = "") -> Response:
        words = self.pages.phrases(request).web
        sentences = {
            HTTPStatus.UNAUTHORIZED: words.over,
            HTTPStatus.FORBIDDEN: words.forbidden,
            HTTPStatus.NOT_FOUND: words.not_found,
            HTTPStatus.METHOD_NOT_ALLOWED: words.not_found,
            HTTPStatus.REQUEST_ENTITY_TOO_LARGE: words.too_large,
            HTTPStatus.TOO_MANY_REQUESTS: words.too_fast,
            HTTPStatus.SERVICE_UNAVAILABLE: words.not_ready,
        }
        sentence = sentences.get(status, words.went_wrong.format(reference=reference))
        page = self.pages.show(request, "refused.html", status, sentence=sentence)
        if wait:
            page.headers["Retry-After"] = str(ceil(wait))
        return page
