"""The log: one line a record on standard error, without secrets."""

import logging
from collections.abc import Iterable


class SecretFilter(logging.Filter):
    """Takes secrets out of everything that is logged, wherever in a record they stand."""

    def __init__(self, secrets: Iterable[str]) -> None:
        """Take the secrets; empty ones are passed over."""
        super().__init__()
        self._secrets = tuple(filter(None, secrets))

    def filter(self, record: logging.LogRecord) -> bool:
        """Replace the record's message and traceback by ones without secrets; every record passes."""
        try:
            message = record.getMessage()
        except (TypeError, ValueError):
            # A malformed logging call somewhere must not fail its caller.
            message = str(record.msg)
        record.msg, record.args = self._clean(message), None
        if record.exc_info:
            record.exc_text = self._clean(logging.Formatter().formatException(record.exc_info))
            record.exc_info = None
        return True

    def _clean(self, text: str) -> str:
        for secret in self._secrets:
            text = text.replace(secret, "(secret)")
        return text


def set_up_logs(level: str, secrets: Iterable[str] = ()) -> None:
    """Log to standard error from `level` upwards, with `secrets` taken out; other people's code from WARNING upwards.

    Below that, python-telegram-bot logs what people write, httpx addresses with the token in them, aiosqlite values.
    """
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    handler.addFilter(SecretFilter(secrets))
    logging.basicConfig(level=logging.WARNING, handlers=[handler], force=True)
    for layer in ("bot", "handlers", "knowledge"):
        logging.getLogger(layer).setLevel(level)
