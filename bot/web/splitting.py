"""One bot, two Telegrams: calls about chats in browsers stay in the process, all others go out."""

from typing import Any

from telegram.request import BaseRequest, RequestData

from bot.offline.request import OfflineRequest
from bot.web.browser_telegram import BrowserTelegram
from handlers.in_browser import is_in_browser


class SplitRequest(BaseRequest):
    """A `telegram.request.BaseRequest` that sends each call where its chat is."""

    def __init__(self, outside: BaseRequest, browsers: BrowserTelegram) -> None:
        """Take the way out, and the Telegram of the browsers."""
        self._outside = outside
        self._browsers = browsers
        self._inside = OfflineRequest(browsers)

    @property
    def read_timeout(self) -> float | None:
        """That of the way out."""
        return self._outside.read_timeout

    async def initialize(self) -> None:
        """Make the way out ready."""
        await self._outside.initialize()

    async def shutdown(self) -> None:
        """Close the way out."""
        await self._outside.shutdown()

    async def do_request(  # noqa: PLR0913, PLR0917  (the parameters are those of the method that is replaced)
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = BaseRequest.DEFAULT_NONE,  # noqa: ANN401
        write_timeout: Any = BaseRequest.DEFAULT_NONE,  # noqa: ANN401
        connect_timeout: Any = BaseRequest.DEFAULT_NONE,  # noqa: ANN401
        pool_timeout: Any = BaseRequest.DEFAULT_NONE,  # noqa: ANN401
    ) -> tuple[int, bytes]:
        """Make a call. See `BaseRequest.do_request`."""
        way = self._inside if self._is_inside(request_data) else self._outside
        return await way.do_request(
            url, method, request_data, read_timeout, write_timeout, connect_timeout, pool_timeout
        )

    def _is_inside(self, request_data: RequestData | None) -> bool:
        parameters = request_data.parameters if request_data else {}
        chat_id = parameters.get("chat_id")
        if isinstance(chat_id, int):
            return is_in_browser(chat_id)
        return parameters.get("callback_query_id") in self._browsers.taps
