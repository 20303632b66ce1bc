"""Pages out of templates, in the language of who looks at them."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property, partial
from http import HTTPStatus
from importlib import resources

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import BaseRoute, Route

from bot.web.forms import Forms
from handlers.context import Services
from handlers.phrasebook import Phrases
from knowledge.languages import LANGUAGES, Language, as_language

LANGUAGE_COOKIE = "language"
_YEAR = 365 * 24 * 60 * 60
_TYPES = {"css": "text/css", "js": "text/javascript", "svg": "image/svg+xml"}


@dataclass(frozen=True)
class Pages:
    """Shows templates; `services` gives those of this moment, since what answers is renewed while it runs.

    `secure` tells that people come over https: cookies are then sent over nothing else.
    """

    services: Callable[[], Services]
    forms: Forms
    secure: bool
    _environment: Environment = field(
        default_factory=lambda: Environment(
            loader=PackageLoader("bot.web"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
    )

    @cached_property
    def _files(self) -> dict[str, bytes]:
        folder = resources.files("bot.web") / "static"
        return {file.name: file.read_bytes() for file in folder.iterdir()}

    @cached_property
    def _version(self) -> str:
        """What changes with the files, so that browsers may keep them for ever."""
        return hashlib.sha256(b"".join(self._files[name] for name in sorted(self._files))).hexdigest()[:12]

    @property
    def routes(self) -> list[BaseRoute]:
        """Where style and scripts are."""
        return [Route("/static/{name}", self._static)]

    def language(self, request: Request) -> Language:
        """Tell in which language to answer: as chosen on a page, as the browser is set, or as the bot is."""
        preferred = (tag.split(";")[0].strip() for tag in request.headers.get("accept-language", "").split(","))
        asked = (request.query_params.get("lang"), request.cookies.get(LANGUAGE_COOKIE), *preferred)
        known = next((language for language in map(as_language, asked) if language), None)
        services = self.services()
        return services.library.spoken(known or services.default_language)

    def phrases(self, request: Request) -> Phrases:
        """Give the bot's sentences in the language of a request."""
        return self.services().phrasebook[self.language(request)]

    def show(
        self, request: Request, template: str, status: HTTPStatus = HTTPStatus.OK, **values: object
    ) -> HTMLResponse:
        """Show a page; a language that was chosen on it is kept."""
        response = HTMLResponse(self.fragment(request, template, **values), status)
        self.forms.remember(request, response, secure=self.secure)
        if as_language(request.query_params.get("lang")):
            response.set_cookie(
                LANGUAGE_COOKIE, self.language(request), _YEAR, secure=self.secure, httponly=True, samesite="lax"
            )
        return response

    def fragment(self, request: Request, template: str, **values: object) -> Markup:
        """Render a template as it stands, for a part of a page."""
        language, services = self.language(request), self.services()
        return Markup(  # noqa: S704  (the environment escapes)
            self._environment.get_template(template).render(
                language=language,
                languages=[
                    (code, services.phrasebook[code].language_name, _in_language(request, code))
                    for code in LANGUAGES
                    if code in services.library.pack.languages
                ],
                phrases=services.phrasebook[language],
                face=services.library.face(language),
                version=self._version,
                token=partial(self.forms.token, request),
                **values,
            )
        )

    async def _static(self, request: Request) -> Response:
        name = request.path_params["name"]
        if name not in self._files:
            raise HTTPException(HTTPStatus.NOT_FOUND)
        kind = _TYPES[name.rpartition(".")[2]]
        return Response(
            self._files[name], media_type=kind, headers={"Cache-Control": f"public, max-age={_YEAR}, immutable"}
        )


def _in_language(request: Request, code: Language) -> str:
    """Give the address of the same page in a language; of what was posted, that of the page for it."""
    url = request.url.include_query_params(lang=code)
    return f"{url.path}?{url.query}"
