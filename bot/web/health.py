"""Whether the process is alive and can answer, and its numbers, for whoever watches over it."""

import hmac
from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus

from prometheus_client import CONTENT_TYPE_LATEST
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from bot.metrics import Metrics
from handlers.context import Services
from knowledge.records.changes import latest_revision


@dataclass(frozen=True)
class Health:
    """Three addresses for machines. The numbers are for who says the key (`Authorization: Bearer …`); None: nobody."""

    services: Callable[[], Services]
    metrics: Metrics | None = None
    key: str | None = None

    @property
    def routes(self) -> list[BaseRoute]:
        """Where they are."""
        return [
            Route("/healthz", self.alive),
            Route("/readyz", self.ready),
            Route("/metrics", self.numbers),
        ]

    async def alive(self, _request: Request) -> Response:
        """Say that the loop turns."""
        return PlainTextResponse("ok\n")

    async def ready(self, _request: Request) -> Response:
        """Say whether what is asked now would be answered and kept; 503 if not, with what is missing."""
        services = self.services()
        database = await latest_revision(services.keeper) is not None
        content = bool(services.library.entries)
        lines = [f"{name}: {'ok' if fine else 'away'}" for name, fine in (("database", database), ("content", content))]
        status = HTTPStatus.OK if database and content else HTTPStatus.SERVICE_UNAVAILABLE
        return PlainTextResponse("\n".join(lines) + "\n", status)

    async def numbers(self, request: Request) -> Response:
        """Give the numbers in Prometheus' form."""
        said = request.headers.get("authorization", "").encode("utf-8", "replace")
        if self.metrics is None or not self.key or not hmac.compare_digest(said, f"Bearer {self.key}".encode()):
            return Response(status_code=HTTPStatus.NOT_FOUND)
        text = self.metrics.text(self.services().library.digest)
        return Response(text, media_type=CONTENT_TYPE_LATEST, headers={"Cache-Control": "no-store"})
