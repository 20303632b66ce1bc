"""Pages that go on by themselves: server-sent events, until the browser leaves or the bot stops."""

import asyncio
import json
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Any

from starlette.responses import StreamingResponse

# A line now and then, so that nobody in between takes the connection for dead.
_KEEP_ALIVE_SECONDS = 20
_NOTHING = ": still here\n\n"


@dataclass(frozen=True)
class Event:
    """Something to tell a page; a browser that comes back says the number of the last one it heard."""

    kind: str
    data: dict[str, Any]
    number: int = 0

    def line(self) -> str:
        """Write it as it goes over the wire."""
        return f"id: {self.number}\nevent: {self.kind}\ndata: {json.dumps(self.data)}\n\n"


@dataclass
class Streams:
    """Everything that goes on by itself; `closing` is set when the bot stops."""

    closing: asyncio.Event = field(default_factory=asyncio.Event)

    def close(self) -> None:
        """End all of them."""
        self.closing.set()

    def respond(self, events: AsyncIterator[Event]) -> StreamingResponse:
        """Send events as they come."""
        return StreamingResponse(
            self._lines(events),
            media_type="text/event-stream",
            headers={"Cache-Control": "no-store", "X-Accel-Buffering": "no"},
        )

    async def _lines(self, events: AsyncIterator[Event]) -> AsyncIterator[str]:
        yield _NOTHING
        coming: asyncio.Task[Event | None] | None = None
        closing = asyncio.create_task(self.closing.wait())
        try:
            while True:
                coming = coming or asyncio.create_task(_next(events))
                await asyncio.wait({coming, closing}, timeout=_KEEP_ALIVE_SECONDS, return_when=asyncio.FIRST_COMPLETED)
                if closing.done():
                    return
                if not coming.done():
                    yield _NOTHING
                elif (event := coming.result()) is None:
                    return
                else:
                    coming = None
                    yield event.line()
        finally:
            for task in filter(None, (coming, closing)):
                task.cancel()


async def _next(events: AsyncIterator[Event]) -> Event | None:
    return await anext(events, None)
