"""A database in which two people left a row in every table, however many tables there are."""

import datetime as dt
from typing import Any

from sqlalchemy import JSON, Boolean, Column, Date, Float, Integer, insert

from knowledge.records.holdings import HOLDINGS, Holding, Key
from knowledge.records.keeper import Keeper
from knowledge.records.pupils import pupil_of
from knowledge.records.tables import Moment


async def leaves_a_row_everywhere(keeper: Keeper, chat: int, class_id: int, at: dt.datetime) -> None:
    """Write a row about the person of a private chat into every table that has some of people."""
    await keeper.prepare()
    async with keeper.store.engine.begin() as connection:
        for number, holding in enumerate(HOLDINGS):
            if holding.by:
                row = _row(holding, keeper, chat, class_id, at)
                if "id" in row:
                    row["id"] = f"{chat}" if isinstance(row["id"], str) else chat % 1000 * 1000 + number
                await connection.execute(insert(holding.rows).values(row))


def _row(holding: Holding, keeper: Keeper, chat: int, class_id: int, at: dt.datetime) -> dict[str, Any]:
    people = {
        Key.PSEUDONYM: keeper.pseudonyms.of(chat),
        Key.NUMBER: chat,
        Key.PUPIL: pupil_of(keeper.pseudonyms, class_id, chat),
    }
    row = {column.name: _filling(column, chat, at) for column in holding.rows.columns}
    row |= {name: people[key] for name, key in holding.by.items()}
    return row | ({"class_id": class_id} if holding.of_class else {})


def _filling(column: Column[Any], chat: int, at: dt.datetime) -> Any:
    kind = column.type
    if column.unique and isinstance(kind, Integer):
        return chat % 100_000
    if isinstance(kind, Moment):
        return at
    if isinstance(kind, Date):
        return at.date()
    values = {Boolean: False, Integer: 1, Float: 0.5, JSON: []}
    return next((value for sort, value in values.items() if isinstance(kind, sort)), f"{chat:x}"[:6])
