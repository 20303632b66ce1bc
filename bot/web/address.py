"""Where the web server listens, how its pages are called from outside, and which proxies are believed."""

import ipaddress
import re
from typing import Annotated, NamedTuple, TypeAlias

from pydantic import BeforeValidator
from pydantic_settings import NoDecode

_ADDRESS = re.compile(r"(?P<host>[A-Za-z0-9_.-]+|\[[0-9A-Fa-f:.]+\]):(?P<port>\d{1,5})")
_URL = re.compile(r"https?://[A-Za-z0-9_.-]+(:\d{1,5})?|https?://\[[0-9A-Fa-f:.]+\](:\d{1,5})?")
_MAX_PORT = 65535


class ListenAt(NamedTuple):
    """A host and a port to listen at; port 0 takes any that is free."""

    host: str
    port: int

    @property
    def url(self) -> str:
        """The address for a browser on the same machine."""
        return f"http://{f'[{self.host}]' if ':' in self.host else self.host}:{self.port}"


def read_address(written: object) -> object:
    """Read `host:port`.

    Raises:
        ValueError: it has not that form.
    """
    if not isinstance(written, str):
        return written
    form = _ADDRESS.fullmatch(written)
    if form is None or int(form["port"]) > _MAX_PORT:
        msg = "is not a host and a port, like 127.0.0.1:8080"
        raise ValueError(msg)
    return ListenAt(form["host"].strip("[]"), int(form["port"]))


def read_url(written: object) -> object:
    """Read the address of a site: scheme, host and perhaps a port, no path.

    Raises:
        ValueError: it has not that form.
    """
    if not isinstance(written, str):
        return written
    url = written.rstrip("/")
    if not _URL.fullmatch(url):
        msg = "is not the address of a site, like https://bot.example.org"
        raise ValueError(msg)
    return url


def read_proxies(written: object) -> object:
    """Read addresses and networks, separated by commas.

    Raises:
        ValueError: one is neither.
    """
    if not isinstance(written, str):
        return written
    parts = tuple(part.strip() for part in written.split(",") if part.strip())
    try:
        for part in parts:
            ipaddress.ip_network(part)
    except ValueError:
        msg = "must be addresses or networks, separated by commas: 127.0.0.1,10.0.0.0/8"
        raise ValueError(msg) from None
    return parts


Address: TypeAlias = Annotated[ListenAt | None, NoDecode, BeforeValidator(read_address)]
WebUrl: TypeAlias = Annotated[str, BeforeValidator(read_url)]
Proxies: TypeAlias = Annotated[tuple[str, ...], NoDecode, BeforeValidator(read_proxies)]
