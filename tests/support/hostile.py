"""Updates that nobody should send: of every type that the Bot API has, with fields missing, huge and wrong."""

import json
import random
from collections.abc import Iterator
from typing import Any

from bot.offline.schema import facts

# Deeper than anything that Telegram nests; beyond it what is wanted is left out.
DEEPEST = 6
_WORDS = ("", "/teach 1 anyway", "hi", "what about honey jar", "tell me of honey comb", "2", "back", "/start")
_STRANGE = (
    "\0",
    "\u202e<b>&",
    "\ud800",
    "\U0001f41d" * 50,
    "{{7*7}}",
    "../../etc/passwd",
    "'; DROP TABLE x",
    "a" * 5000,
)
_DATA = (
    "e:en:bees-honey",
    "tl:en:1",
    "gp:en:0",
    "g:en:show-1",
    "e:en:../..",
    "x" * 64,
    "::::",
    "e:xx:\0",
    "qt:en:bees",
)
_NUMBERS = (0, 1, -1, 2**31, 2**53, -(2**63), 2**64, 10**30)


class Hostile:
    """Makes raw updates by chance; the same seed makes the same ones."""

    def __init__(self, seed: int) -> None:
        """Begin."""
        self._random = random.Random(seed)
        self._types = facts()["types"]
        self._number = 1_000_000

    def updates(self, count: int) -> Iterator[Any]:
        """Yield so many."""
        kinds = [name for name in self._types["Update"]["fields"] if name != "update_id"]
        for _ in range(count):
            self._number += 1
            kind = self._random.choice(kinds)
            update: Any = {
                "update_id": self._number,
                kind: self._of(self._types["Update"]["fields"][kind]["types"][0], 0),
            }
            yield self._spoilt(update)

    def _spoilt(self, update: Any) -> Any:
        chance = self._random.random()
        if chance < 0.02:
            return self._random.choice([None, [], "update", 7, {}, {"update_id": "x"}, {"update_id": 2**70}])
        if chance < 0.03:
            return update | {"message": _nested(self._random.choice([50, 400]))}
        return update

    def _of(self, name: str, depth: int) -> Any:
        choose = self._random.choice
        if self._random.random() < 0.03:
            return choose([None, [], {}, "x", 3, True, -1.5, [[]]])
        if name.startswith("Array of "):
            return [self._of(name.removeprefix("Array of "), depth + 1) for _ in range(choose([0, 1, 1, 2, 5]))]
        scalars = {
            "String": (*_WORDS, *_STRANGE, *_DATA),
            "Integer": (*_NUMBERS, self._random.randrange(1, 50)),
            "Float": (0.0, -1e308, 1.5),
            "Boolean": (True, False),
            "True": (True,),
        }
        return choose(scalars[name]) if name in scalars else self._object(name, depth)

    def _object(self, name: str, depth: int) -> Any:
        known = self._types.get(name)
        if known is None or depth > DEEPEST:
            return {}
        if subtypes := known.get("subtypes"):
            return self._object(self._random.choice(subtypes), depth)
        made = {}
        for field, facts_of in known["fields"].items():
            wanted = 0.97 if facts_of["required"] else 0.35 / (1 + depth)
            if self._random.random() < wanted:
                made[field] = self._of(self._random.choice(facts_of["types"]), depth + 1)
        if "text" in known["fields"] and self._random.random() < 0.5:
            made["text"] = self._random.choice(_WORDS)
        if name == "Chat" and self._random.random() < 0.8:
            made |= {
                "id": self._random.randrange(1, 40),
                "type": self._random.choice(["private", "supergroup", "group", "channel"]),
            }
        if name == "User" and self._random.random() < 0.9:
            made |= {"id": self._random.randrange(1, 40), "is_bot": False, "first_name": "x"}
        return made


def _nested(depth: int) -> Any:
    inside: Any = {}
    for _ in range(depth):
        inside = {"reply_to_message": inside}
    return inside


def as_sent(update: Any) -> bytes:
    """Write an update as it would come; what JSON has no form for is written as it can be."""
    return json.dumps(update).encode()
