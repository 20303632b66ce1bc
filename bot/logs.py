"""The log: one line a record on standard error, without secrets."""

import datetime as dt
import json
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


class JsonFormatter(logging.Formatter):
    """Writes a record as one JSON object on a line: when, how grave, from where, what."""

    def format(self, record: logging.LogRecord) -> str:
        """Write a record, from which the filter has taken secrets before."""
        told = {
            "at": dt.datetime.fromtimestamp(record.created, dt.UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "from": record.name,
            "message": record.getMessage(),
        }
        if record.exc_text:
            told["traceback"] = record.exc_text
        return json.dumps(told, ensure_ascii=False)


def set_up_logs(level: str, secrets: Iterable[str] = (), form: str = "text") -> None:
    """Log to standard error from `level` upwards, with `secrets` taken out; other people's code from WARNING upwards.

    The form is that of people ("text") or of machines ("json").

    Below that, python-telegram-bot logs what people write, httpx addresses with the token in them, aiosqlite values.
    """
    handler = logging.StreamHandler()
    plain = logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s")
    handler.setFormatter(JsonFormatter() if form == "json" else plain)
    handler.addFilter(SecretFilter(secrets))
    logging.basicConfig(level=logging.WARNING, handlers=[handler], force=True)
    for layer in ("bot", "handlers", "knowledge"):
        logging.getLogger(layer).setLevel(level)
