"""PTB's way out, led into the process: the same bytes that would go over the wire, without a wire."""

import json
from http import HTTPStatus
from typing import Any

from telegram.request import BaseRequest, RequestData

from bot.offline.documents import FETCHED_FROM, Upload
from bot.offline.telegram import OfflineTelegram

# In the address of every file of a bot.
_FILES = "/file/bot"


class OfflineRequest(BaseRequest):
    """A `telegram.request.BaseRequest` that calls an OfflineTelegram."""

    def __init__(self, telegram: OfflineTelegram) -> None:
        """Take the other side."""
        self._telegram = telegram

    @property
    def read_timeout(self) -> float | None:
        """There is nothing to wait for."""
        return None

    async def initialize(self) -> None:
        """Do nothing: there is no connection to open."""

    async def shutdown(self) -> None:
        """Do nothing: there is no connection to close."""

    async def do_request(  # noqa: PLR0913, PLR0917  (the parameters are those of the method that is replaced)
        self,
        url: str,
        method: str,  # noqa: ARG002
        request_data: RequestData | None = None,
        read_timeout: Any = None,  # noqa: ANN401, ARG002
        write_timeout: Any = None,  # noqa: ANN401, ARG002
        connect_timeout: Any = None,  # noqa: ANN401, ARG002
        pool_timeout: Any = None,  # noqa: ANN401, ARG002
    ) -> tuple[int, bytes]:
        """Take a call, whose name is the last part of the address, or give a file. See `BaseRequest.do_request`."""
        if _FILES in url:
            content = self._telegram.documents.uploads.get(url.rsplit(FETCHED_FROM, 1)[-1])
            return (HTTPStatus.OK, content) if content is not None else (HTTPStatus.NOT_FOUND, b"{}")
        form = request_data.json_parameters if request_data else {}
        status, body = await self._telegram.call(url.rsplit("/", 1)[-1], form, _files(request_data))
        return status.value, json.dumps(body).encode()


def _files(request_data: RequestData | None) -> dict[str, bytes]:
    """Give the files that a call brings along, by the names of their fields."""
    uploads = request_data.multipart_data if request_data else {}
    return {
        name: Upload(content if isinstance(content, bytes) else content.read(), file_name)
        for name, (file_name, content, _) in uploads.items()
    }
