"""Who keeps the base in chat, in the database."""

import datetime as dt
from pathlib import Path

from knowledge.records.editors import INVITED_FOR, accept, dismiss, editors, invite, named_role
from tests.support.records import engine_of, keeping

NOW = dt.datetime(2026, 3, 20, tzinfo=dt.UTC)


async def test_an_invitation_is_followed_once(tmp_path: Path) -> None:
    async with keeping(engine_of(tmp_path / "bot.db")) as keeper:
        token = await invite(keeper, "maintainer", NOW)
        assert token
        assert [(each.role, each.chat_id) for each in await editors(keeper, NOW) or ()] == [("maintainer", None)]
        assert await accept(keeper, token, 7, NOW) == "maintainer"
        assert await accept(keeper, token, 8, NOW) is None
        assert (await named_role(keeper, 7), await named_role(keeper, 8)) == ("maintainer", None)


async def test_an_invitation_ends(tmp_path: Path) -> None:
    async with keeping(engine_of(tmp_path / "bot.db")) as keeper:
        token = await invite(keeper, "maintainer", NOW)
        assert token
        assert await editors(keeper, NOW + INVITED_FOR) == ()
        assert await accept(keeper, token, 7, NOW + INVITED_FOR) is None


async def test_who_follows_another_has_that_role_alone(tmp_path: Path) -> None:
    async with keeping(engine_of(tmp_path / "bot.db")) as keeper:
        for role in ("maintainer", "contributor"):
            token = await invite(keeper, "maintainer" if role == "maintainer" else "contributor", NOW)
            assert token
            await accept(keeper, token, 7, NOW)
        [known] = await editors(keeper, NOW) or ()
        assert (known.role, known.chat_id) == ("contributor", 7)
        assert await dismiss(keeper, known.id)
        assert await named_role(keeper, 7) is None
