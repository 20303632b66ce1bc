"""Sparse rows in plain arrays, beside SciPy's."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from scipy.sparse import csr_matrix

from knowledge.matching.sparse import Rows
from tests.support.matching import rows_of, table_of

WIDTH = 4
TABLES = st.lists(st.lists(st.sampled_from([0.0, 0.0, 0.5, 1.0, -2.0]), min_size=WIDTH, max_size=WIDTH), max_size=6)


def test_rows_stand_under_each_other_with_their_columns_and_values() -> None:
    rows = Rows.stack([([2, 0], [1.5, 3.0]), ([], []), ([1], [-1.0])])
    assert table_of(rows, 3).tolist() == [[3, 0, 1.5], [0, 0, 0], [0, -1, 0]]
    assert (len(rows), rows.lengths().tolist()) == (3, [2, 0, 1])


def test_no_rows_are_rows_too() -> None:
    none = Rows.stack([])
    assert (len(none), none.lengths().tolist(), len(none.pick(np.zeros(0, dtype=np.int64)))) == (0, [], 0)


@given(TABLES, st.data())
def test_rows_are_picked_in_any_order_and_as_often_as_asked_for_as_by_scipy(
    table: list[list[float]], data: st.DataObject
) -> None:
    wanted = np.array(data.draw(st.lists(st.integers(0, len(table) - 1)) if table else st.just([])), dtype=np.int64)
    rows = rows_of(table)
    reference = csr_matrix((rows.values, rows.columns, rows.starts), shape=(len(table), WIDTH))
    assert reference.toarray().tolist() == table
    assert table_of(rows.pick(wanted), WIDTH).tolist() == reference[wanted].toarray().tolist()
    assert rows.lengths().tolist() == np.diff(reference.indptr).tolist()


@given(TABLES)
def test_rows_come_back_from_their_arrays(table: list[list[float]]) -> None:
    arrays = dict(rows_of(table).arrays("honey"))
    again = Rows(arrays["honey_starts"], arrays["honey_columns"], arrays["honey_values"])  # type: ignore[arg-type]
    assert table_of(again, WIDTH).tolist() == table


def test_rows_go_to_scipy_and_come_back() -> None:
    rows = Rows.stack([([2, 0], [1.5, 3.0]), ([], []), ([1], [-1.0])])
    assert rows.matrix(3).toarray().tolist() == [[3.0, 0.0, 1.5], [0.0, 0.0, 0.0], [0.0, -1.0, 0.0]]
    again = Rows.of_matrix(rows.matrix(3))
    assert again.matrix(3).toarray().tolist() == rows.matrix(3).toarray().tolist()
    kinds = [found.dtype.name for found in (again.starts, again.columns, again.values)]
    assert kinds == ["int64", "int32", "float32"]


def test_rows_of_one_owner_are_added_up_and_who_owns_none_has_nothing() -> None:
    rows = Rows.stack([([0, 1], [1.0, 2.0]), ([1], [5.0]), ([2], [7.0])])
    added = rows.added_up(np.array([2, 0, 2]), 3, 3)
    assert added.toarray().tolist() == [[0.0, 5.0, 0.0], [0.0, 0.0, 0.0], [1.0, 2.0, 7.0]]
