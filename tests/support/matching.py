"""Small matrices and vectors for what the matcher computes, and the same as plain tables to compare with."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from knowledge.matching.decision import Reading
from knowledge.matching.ranking import SIGNALS
from knowledge.matching.sparse import Rows
from knowledge.matching.vectors import Vector

Table = NDArray[np.float64]

NOTHING = Vector(np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.float32), (0, 0, 0))


def rows_of(table: Sequence[Sequence[float]]) -> Rows:
    """Make sparse rows of a table: what is 0 is left out."""
    kept = [[(column, value) for column, value in enumerate(row) if value] for row in table]
    return Rows.stack([([column for column, _ in row], [value for _, value in row]) for row in kept])


def table_of(rows: Rows, width: int) -> Table:
    """Write sparse rows out in full."""
    table = np.zeros((len(rows), width))
    for number in range(len(rows)):
        here = slice(rows.starts[number], rows.starts[number + 1])
        table[number, rows.columns[here]] += rows.values[here]
    return table


def vector_of(weights: Sequence[float]) -> Vector:
    """Make a vector of one kind of terms out of a weight per column."""
    columns = [column for column, weight in enumerate(weights) if weight]
    found = np.array([weights[column] for column in columns], dtype=np.float32)
    return Vector(np.array(columns, dtype=np.int64), found, (len(columns),))


def row_of(vector: Vector, width: int) -> Table:
    """Write a vector out in full."""
    row = np.zeros(width)
    row[vector.columns] = vector.weights
    return row


def reading_of(
    total: Sequence[float], *, familiar: float = 0.0, length: int = 3, **signals: Sequence[float]
) -> Reading:
    """Make a reading with a score per label; of a signal that is not given every label has nothing."""
    table = np.zeros((len(SIGNALS), len(total)), dtype=np.float32)
    for name, numbers in signals.items():
        table[SIGNALS.index(name)] = numbers
    return Reading(
        total=np.array(total, dtype=np.float64),
        signals=table,
        familiar=familiar,
        known_share=0.5,
        understood=True,
        length=length,
        languages=np.zeros(2, dtype=np.float32),
    )
