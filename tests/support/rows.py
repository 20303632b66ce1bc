"""What was written down, as it stands in the database."""

from typing import Any

from sqlalchemy import text

from handlers.context import Services


async def rows_of(services: Services, columns: str, table: str) -> list[tuple[Any, ...]]:
    """Read columns of a table, in the order in which the rows were written."""
    async with services.keeper.store.engine.connect() as connection:
        return [tuple(row) for row in await connection.execute(text(f"select {columns} from {table}"))]  # noqa: S608
