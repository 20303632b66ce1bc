"""Who belongs to which group and as what, and what becomes of a group: upgraded, or left by the bot."""

from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any

from bot.offline.refusals import RefusedError
from bot.offline.schema import facts

Data = dict[str, Any]

_TYPES = {
    "creator": "ChatMemberOwner",
    "administrator": "ChatMemberAdministrator",
    "member": "ChatMemberMember",
    "restricted": "ChatMemberRestricted",
    "left": "ChatMemberLeft",
    "kicked": "ChatMemberBanned",
}


@dataclass
class Membership:
    """`members` are statuses and users by chat and user; `upgraded` leads from a group to its supergroup.

    `lost` says of chats why the bot can't write there any more; `topics` are the threads of forums.
    """

    members: dict[tuple[int, int], Data] = field(default_factory=dict)
    upgraded: dict[int, int] = field(default_factory=dict)
    lost: dict[int, str] = field(default_factory=dict)
    topics: set[tuple[int, int]] = field(default_factory=set)

    def join(self, chat_id: int, user: Data, status: str) -> None:
        """Make a user a member of a chat, or something else there."""
        self.members[chat_id, user["id"]] = member(user, status)

    def get_chat_member(self, chat: Data, parameters: Data) -> Data:
        """Tell what a user is in a chat.

        Raises:
            RefusedError: the user was never seen there.
        """
        found = self.members.get((chat["id"], parameters["user_id"]))
        if found is None:
            raise RefusedError("user not found")
        return found

    def check_open(self, chat: Data, thread: int | None) -> None:
        """Check that the bot can write to a chat, and to that topic in it.

        Raises:
            RefusedError: the group was upgraded, the bot is out of it, or there is no such topic.
        """
        if target := self.upgraded.get(chat["id"]):
            raise RefusedError(
                "group chat was upgraded to a supergroup chat", parameters={"migrate_to_chat_id": target}
            )
        if reason := self.lost.get(chat["id"]):
            raise RefusedError(reason, HTTPStatus.FORBIDDEN)
        if thread is not None and (chat["id"], thread) not in self.topics:
            raise RefusedError("message thread not found")

    def upgrade(self, old: int, new: int) -> None:
        """Lead from a group to the supergroup that it became, with all its members."""
        self.upgraded[old] = new
        self.members |= {(new, user): found for (place, user), found in self.members.items() if place == old}


def member(user: Data, status: str) -> Data:
    """Describe a user as a member of a chat, with every field that Telegram promises."""
    fields = facts()["types"][_TYPES[status]]["fields"]
    empty: dict[str, Any] = {"Boolean": False, "Integer": 0}
    required = {name: empty[field["types"][0]] for name, field in fields.items() if _is_plain(field)}
    if status == "restricted":
        required["is_member"] = True
    return required | {"user": user, "status": status}


def _is_plain(field: Data) -> bool:
    return field["required"] and field["types"][0] in {"Boolean", "Integer"}
