"""Counts what a running bot does, for Prometheus; labels are kinds alone, so their number is bounded."""

from collections.abc import Callable
from importlib.metadata import version

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from prometheus_client.gc_collector import GCCollector
from prometheus_client.process_collector import ProcessCollector

from handlers.watching import Watch
from knowledge.outcomes import Outcome

# In seconds: from what nobody notices to what everybody does.
_BUCKETS = (0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 20.0, 60.0)


class Metrics(Watch):
    """Numbers of one process, in a registry of their own."""

    def __init__(self) -> None:
        """Begin at nothing."""
        self._registry = CollectorRegistry()
        ProcessCollector(registry=self._registry)
        GCCollector(registry=self._registry)
        self._updates = Histogram(
            "nuancebot_update_seconds",
            "Updates dealt with, and how long each took from its turn to its end.",
            ["kind"],
            buckets=_BUCKETS,
            registry=self._registry,
        )
        self._outcomes = self._counter("nuancebot_outcomes", "What came of messages.", "act", "language")
        self._held_back = self._counter("nuancebot_held_back", "Updates that a limit left unanswered.", "limit")
        self._calls = self._counter("nuancebot_calls", "Calls of the Bot API, by how they ended.", "method", "result")
        self._waiting = self._gauge("nuancebot_waiting", "Updates that wait in the process or are being answered.")
        self._base = self._gauge("nuancebot_base", "The base that is answered from: 1 for the digest in use.", "digest")
        self._build = self._gauge("nuancebot_build", "The version that runs.", "version")
        self._build.labels(version("nuancebot")).set(1)

    def outcome(self, outcome: Outcome) -> None:
        """Count what came of a message."""
        self._outcomes.labels(outcome.act, outcome.language).inc()

    def update(self, kind: str, seconds: float) -> None:
        """Count an update, and note how long it took."""
        self._updates.labels(kind).observe(seconds)

    def held_back(self, reason: str) -> None:
        """Count an update that a limit left unanswered."""
        self._held_back.labels(reason).inc()

    def call(self, method: str, result: str) -> None:
        """Count a call of the Bot API."""
        self._calls.labels(method, result).inc()

    def waiting(self, look: Callable[[], float]) -> None:
        """Show how many updates wait, whenever somebody asks."""
        self._waiting.set_function(look)

    def text(self, digest: str) -> bytes:
        """Give all of it in Prometheus' own form; `digest` is of the base in use."""
        self._base.clear()
        self._base.labels(digest).set(1)
        return generate_latest(self._registry)

    def _counter(self, name: str, told: str, *labels: str) -> Counter:
        return Counter(name, told, labels, registry=self._registry)

    def _gauge(self, name: str, told: str, *labels: str) -> Gauge:
        return Gauge(name, told, labels, registry=self._registry)
