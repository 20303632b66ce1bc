"""How often somebody may do something."""

import pytest
from starlette.requests import HTTPConnection
from throttled import per_hour

from bot.web.pace import Pace, sender_of


def coming_from(host: str) -> HTTPConnection:
    return HTTPConnection({"type": "http", "client": (host, 1), "headers": []})


def test_so_many_at_once_and_not_one_more() -> None:
    pace = Pace.of(per_hour(2))
    assert not pace.is_spent("one")
    assert [pace.wait("one"), pace.wait("one")] == [0, 0]
    assert pace.is_spent("one")
    assert pace.wait("one") > 60
    assert pace.wait("another") == 0


def test_two_counts_have_nothing_to_do_with_each_other() -> None:
    first, second = Pace.of(per_hour(1)), Pace.of(per_hour(1))
    assert first.wait("one") == 0
    assert second.wait("one") == 0


@pytest.mark.parametrize(
    ("host", "sender"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:db8:1:2::1", "2001:db8:1:2::/64"),
        ("not an address", "unknown"),
    ],
)
def test_senders_are_told_apart_by_address_or_network(host: str, sender: str) -> None:
    assert sender_of(coming_from(host)) == sender


def test_who_has_no_address_is_nobody_special() -> None:
    assert sender_of(HTTPConnection({"type": "http", "headers": []})) == "unknown"
