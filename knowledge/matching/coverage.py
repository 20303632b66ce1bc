"""How much of a question's wording a label knows: what is left over tells that somebody asks for something else."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from knowledge.matching.sparse import Floats, Integers, Rows
from knowledge.matching.terms import Stems
from knowledge.matching.vectors import Block


@dataclass(frozen=True, slots=True)
class Coverage:
    """The labels that use each stem; a stem that nobody uses is the rarest of all."""

    stems: Stems
    block: Block
    users: Rows
    rarest: float
    labels: int

    @classmethod
    def learn(cls, stems: Stems, block: Block, rows: Rows, targets: Integers, labels: int) -> "Coverage":
        """Note who uses what: `rows` are texts by their terms, each with the label at its place in `targets`."""
        owner = np.repeat(targets, rows.lengths())
        ours = rows.columns < block.width
        pairs = np.unique(rows.columns[ours].astype(np.int64) * labels + owner[ours])
        starts = np.searchsorted(pairs, np.arange(block.width + 1) * labels)
        users = Rows(starts.astype(np.int64), (pairs % labels).astype(np.int32), np.ones(len(pairs), dtype=np.float32))
        return cls(stems, block, users, math.log(1 + len(rows)) + 1, labels)

    def scores(self, typed: Sequence[str]) -> Floats:
        """Give, per label, the share of the question's words that it uses, from 0 to 1, rare words counting more."""
        found = [self.block.place(stem) for stem in dict.fromkeys(map(self.stems.stem, typed))]
        known = np.array([place for place in found if place is not None], dtype=np.int64)
        rarity = self.block.rarity[known]
        whole = float(rarity.sum()) + self.rarest * (len(found) - len(known))
        if not whole:
            return np.zeros(self.labels, dtype=np.float32)
        used = self.users.pick(known)
        shares = (rarity / np.float32(whole)).repeat(used.lengths())
        return np.bincount(used.columns, weights=shares, minlength=self.labels).astype(np.float32)
