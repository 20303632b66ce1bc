"""How people like to be answered, by the pseudonym of the person: it holds in every chat that they are in."""

from collections.abc import Sequence

from sqlalchemy import bindparam, select
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine
from sqlmodel.ext.asyncio.session import AsyncSession

from knowledge.preferences import LIKE_EVERYBODY, Preferences
from knowledge.records.keeper import Keeper
from knowledge.records.tables import Preference

_TABLE = Preference.metadata.tables["preferences"]
# Made once: to make a statement takes longer than to find a row.
_OF_PEOPLE = select(_TABLE).where(_TABLE.c.person.in_(bindparam("people", expanding=True)))


async def preferences_of(keeper: Keeper, person_id: int) -> Preferences:
    """Tell how a person likes to be answered; while the database is away, as everybody is."""
    person = keeper.pseudonyms.of(person_id)
    return await keeper.find(_find, person, LIKE_EVERYBODY)


async def keep_preferences(keeper: Keeper, person_id: int, preferences: Preferences) -> bool:
    """Keep how a person likes to be answered; False if it could not be kept."""
    return await keeper.write(_put(keeper.store.engine, keeper.pseudonyms.of(person_id), preferences))


async def _find(connection: AsyncConnection, people: Sequence[str]) -> list[Preferences]:
    rows = (await connection.execute(_OF_PEOPLE, {"people": [*people]})).all()
    found = {row.person: Preferences(plain=row.plain, simple=row.simple) for row in rows}
    return [found.get(person, LIKE_EVERYBODY) for person in people]


async def _put(engine: AsyncEngine, person: str, preferences: Preferences) -> None:
    async with AsyncSession(engine) as session:
        await session.merge(Preference(person=person, plain=preferences.plain, simple=preferences.simple))
        await session.commit()
