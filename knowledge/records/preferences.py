"""How people like to be answered, by the pseudonym of the person: it holds in every chat that they are in."""

from sqlalchemy.ext.asyncio import AsyncEngine
from sqlmodel.ext.asyncio.session import AsyncSession

from knowledge.preferences import LIKE_EVERYBODY, Preferences
from knowledge.records.keeper import Keeper
from knowledge.records.tables import Preference


async def preferences_of(keeper: Keeper, person_id: int) -> Preferences:
    """Tell how a person likes to be answered; while the database is away, as everybody is."""
    person = keeper.pseudonyms.of(person_id)
    return await keeper.read(lambda engine: _find(engine, person), LIKE_EVERYBODY)


async def keep_preferences(keeper: Keeper, person_id: int, preferences: Preferences) -> bool:
    """Keep how a person likes to be answered; False if it could not be kept."""
    return await keeper.write(_put(keeper.store.engine, keeper.pseudonyms.of(person_id), preferences))


async def _find(engine: AsyncEngine, person: str) -> Preferences:
    async with AsyncSession(engine) as session:
        row = await session.get(Preference, person)
    return Preferences(plain=row.plain, simple=row.simple) if row else LIKE_EVERYBODY


async def _put(engine: AsyncEngine, person: str, preferences: Preferences) -> None:
    async with AsyncSession(engine) as session:
        await session.merge(Preference(person=person, plain=preferences.plain, simple=preferences.simple))
        await session.commit()
