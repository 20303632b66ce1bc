"""Sparse rows in plain arrays: what is read while people wait needs no more of a matrix than this."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from scipy.sparse import csc_matrix, csr_matrix

Floats = NDArray[np.float32]
Integers = NDArray[np.int64]
Columns = NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows of a sparse matrix: row `r` has `values[starts[r]:starts[r + 1]]` in those `columns`."""

    starts: Integers
    columns: Columns
    values: Floats

    @classmethod
    def stack(cls, rows: Sequence[tuple[Sequence[int], Sequence[float]]]) -> "Rows":
        """Put rows, each its columns and values, under each other."""
        starts = np.cumsum([0, *(len(columns) for columns, _ in rows)], dtype=np.int64)
        columns = np.fromiter((column for found, _ in rows for column in found), np.int32, starts[-1])
        values = np.fromiter((value for _, found in rows for value in found), np.float32, starts[-1])
        return cls(starts, columns, values)

    @classmethod
    def of_matrix(cls, matrix: "csr_matrix | csc_matrix") -> "Rows":
        """Take the rows of a SciPy matrix that is compressed by row, or the columns of one compressed by column."""
        return cls(matrix.indptr.astype(np.int64), matrix.indices.astype(np.int32), matrix.data.astype(np.float32))

    def matrix(self, width: int) -> "csr_matrix":
        """Give the rows as a SciPy matrix of that many columns."""
        from scipy.sparse import csr_matrix  # noqa: PLC0415  (a start from cache needs no SciPy)

        return csr_matrix((self.values, self.columns, self.starts), shape=(len(self), width))

    def added_up(self, owners: Integers, count: int, width: int) -> "csr_matrix":
        """Add up the rows that have the same owner: a SciPy matrix with a row for each of `count` owners."""
        from scipy.sparse import csr_matrix  # noqa: PLC0415  (a start from cache needs no SciPy)

        ones = np.ones(len(self), dtype=np.float32)
        return csr_matrix((ones, (owners, np.arange(len(self)))), shape=(count, len(self))) @ self.matrix(width)

    def __len__(self) -> int:
        """Count the rows."""
        return len(self.starts) - 1

    def pick(self, rows: Integers) -> "Rows":
        """Give some of the rows, in the order in which they are asked for."""
        begins = self.starts[rows]
        counts = self.starts[rows + 1] - begins
        starts = np.zeros(len(rows) + 1, dtype=np.int64)
        counts.cumsum(out=starts[1:])
        places = np.arange(starts[-1]) + (begins - starts[:-1]).repeat(counts)
        return Rows(starts, self.columns[places], self.values[places])

    def lengths(self) -> Integers:
        """Count what stands in each row."""
        return self.starts[1:] - self.starts[:-1]

    def arrays(self, name: str) -> Iterator[tuple[str, NDArray[np.generic]]]:
        """Yield the three arrays with names of their own, to be stored."""
        yield f"{name}_starts", self.starts
        yield f"{name}_columns", self.columns
        yield f"{name}_values", self.values
