"""How often somebody may do something: a sliding measure per person, kept for a bounded number of them."""

from dataclasses import dataclass
from ipaddress import IPv6Address, IPv6Network, ip_address

from starlette.requests import HTTPConnection
from throttled import MemoryStore, Quota, Throttled

# The one not seen longest is forgotten first.
MOST_REMEMBERED = 50_000
# What one household or school is given of IPv6.
_SHARED_BITS = 64


@dataclass(frozen=True)
class Pace:
    """Counts what somebody does."""

    throttle: Throttled

    @classmethod
    def of(cls, quota: Quota) -> "Pace":
        """Make a fresh count for a quota: so many at once, and then so many per time."""
        return cls(Throttled(quota=quota, using="gcra", store=MemoryStore(options={"MAX_SIZE": MOST_REMEMBERED})))

    def wait(self, who: str) -> float:
        """Count one more; give how many seconds it is too early, 0 if it may go on."""
        return self.throttle.limit(who).state.retry_after

    def is_spent(self, who: str) -> bool:
        """Tell whether the next one would be too many, without counting one."""
        return self.throttle.peek(who).remaining == 0


def sender_of(connection: HTTPConnection) -> str:
    """Give the address from which a request comes; of IPv6 the network, in which one sender has them all."""
    host = connection.client.host if connection.client else ""
    try:
        address = ip_address(host)
    except ValueError:
        return "unknown"
    if isinstance(address, IPv6Address):
        return str(IPv6Network((address, _SHARED_BITS), strict=False))
    return host
