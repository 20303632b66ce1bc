"""How much one person or chat may bring, and what is left when too much waits: nobody else has to wait for it."""

import json
from enum import Enum, auto
from typing import Any

from throttled import MemoryStore, Quota, Throttled, per_min

from knowledge.records.inbox import Waiting

# A group is many people.
GROUP_TIMES = 4
# Beyond so many, somebody has brought a machine.
MOST_REMEMBERED = 50_000
# From so many waiting updates on, only private chats are answered.
CROWDED = 300


class Verdict(Enum):
    """What is done with an update: it is answered; its sender is told to wait; it is passed over."""

    ANSWER = auto()
    TELL = auto()
    PASS_OVER = auto()


class Limits:
    """Counts per person, class and group, in this process.

    A person may bring `most` updates a minute, 0 for no limits at all; the pupils of a class together, in private
    chats, `most_of_class`, 0 for no such limit.

    As many may come at once as in a minute; then one more for every second or so (GCRA, the leaky bucket as a meter).
    """

    def __init__(self, most: int, most_of_class: int = 0) -> None:
        """Begin with nobody."""
        self._most = most
        self._most_of_class = most_of_class
        self._people = _pace(per_min(max(1, most), burst=max(1, most)))
        self._classes = _pace(per_min(max(1, most_of_class), burst=max(1, most_of_class)))
        self._groups = _pace(per_min(max(1, GROUP_TIMES * most), burst=max(1, GROUP_TIMES * most)))
        self._told = _pace(per_min(1, burst=1))

    @property
    def counts_classes(self) -> bool:
        """Whether it matters which class somebody is in."""
        return bool(self._most and self._most_of_class)

    def judge(self, waiting: Waiting, crowd: int, school_class: int | None = None) -> tuple[Verdict, str]:
        """Tell what to do with an update, and for which limit; `crowd` is how many wait in all.

        `school_class` is the number of the class that its private chat is in.
        """
        if not self._most:
            return Verdict.ANSWER, ""
        kind, content = kind_of(waiting.content)
        if kind in ("my_chat_member", "poll_answer"):
            return Verdict.ANSWER, ""
        private = _is_private(content)
        if crowd > CROWDED and not private:
            return Verdict.PASS_OVER, "crowd"
        person = _id(content.get("from")) or waiting.chat
        reason = self._reached(person, None if private else waiting.chat, school_class)
        if not reason:
            return Verdict.ANSWER, ""
        tells = kind == "message" and private and not self._told.limit(str(person)).limited
        return (Verdict.TELL if tells else Verdict.PASS_OVER), reason

    def _reached(self, person: int, group: int | None, school_class: int | None) -> str:
        """Count one more, and tell which limit that is too many for; "" for none."""
        if self._people.limit(str(person)).limited:
            return "person"
        if self._most_of_class and school_class and self._classes.limit(str(school_class)).limited:
            return "class"
        if group and self._groups.limit(str(group)).limited:
            return "group"
        return ""


def kind_of(content: str) -> tuple[str, dict[str, Any]]:
    """Give the kind of an update, and what it holds; ("none", {}) if it can't be read."""
    try:
        raw = json.loads(content)
    except (ValueError, RecursionError):
        return "none", {}
    found = ((key, value) for key, value in raw.items() if key != "update_id" and isinstance(value, dict))
    return next(found, ("none", {}))


def _is_private(content: dict[str, Any]) -> bool:
    message = content.get("message") if isinstance(content.get("message"), dict) else content
    chat = message.get("chat") if isinstance(message, dict) else None
    return isinstance(chat, dict) and chat.get("type") == "private"


def _id(somebody: object) -> int | None:
    found = somebody.get("id") if isinstance(somebody, dict) else None
    return found if isinstance(found, int) else None


def _pace(quota: Quota) -> Throttled:
    return Throttled(quota=quota, using="gcra", store=MemoryStore(options={"MAX_SIZE": MOST_REMEMBERED}))
