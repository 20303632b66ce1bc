"""Listens for browsers, in the loop in which the bot runs, from the first line of a block to its last."""

import asyncio
import logging
import socket
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager

import uvicorn
from starlette.types import ASGIApp

from bot.web.address import ListenAt

logger = logging.getLogger(__name__)

# How long a browser that is being answered holds up the end.
GRACE_SECONDS = 3
# More at once than a school has pupils; who comes on top of these is told that the server is busy.
MOST_CONNECTIONS = 2000


class CannotListenError(Exception):
    """The address is taken, or not one of this machine; the message says which and why."""


class _Server(uvicorn.Server):
    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.listening = asyncio.Event()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start, and say so."""
        await super().startup(sockets)
        self.listening.set()

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Leave signals to the bot, which stops this server with everything else."""
        yield


@asynccontextmanager
async def serving(site: ASGIApp, address: ListenAt, proxies: Sequence[str]) -> AsyncIterator[ListenAt]:
    """Serve a site while the block runs, and give the address at which it listens.

    Of requests that come from `proxies` the headers `X-Forwarded-For` and `-Proto` are believed.

    Raises:
        CannotListenError: nobody can listen at the address.
    """
    door = _listen(address)
    config = uvicorn.Config(
        site,
        access_log=False,
        forwarded_allow_ips=list(proxies),
        lifespan="off",
        limit_concurrency=MOST_CONNECTIONS,
        log_config=None,
        server_header=False,
        timeout_graceful_shutdown=GRACE_SECONDS,
        ws="none",
    )
    server = _Server(config)
    running = asyncio.create_task(server.serve(sockets=[door]))
    await server.listening.wait()
    found = ListenAt(*door.getsockname()[:2])
    logger.info("serving web pages at %s", found.url)
    try:
        yield found
    finally:
        server.should_exit = True
        await running
        door.close()


def _listen(address: ListenAt) -> socket.socket:
    try:
        family = socket.AF_INET6 if ":" in address.host else socket.AF_INET
        return socket.create_server(address, family=family)
    except (OSError, OverflowError) as error:
        # Python's own addition to the system's sentence repeats the address.
        reason = str(getattr(error, "strerror", error)).split(" (")[0]
        msg = f"NUANCEBOT_WEB_ADDRESS: can't listen at {address.host}:{address.port} ({reason})"
        raise CannotListenError(msg) from None
