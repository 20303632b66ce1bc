"""Whether a question is the base's own at all, whichever entry it may be for."""

from dataclasses import dataclass

import numpy as np

from knowledge.matching.sparse import Floats, Rows
from knowledge.matching.vectors import Vector

# How strongly the machine follows single examples (C of a support vector machine); three times more or less changes
# the area under the curve by less than one in two hundred.
FIRMNESS = 1.0
TOLERANCE = 0.05


@dataclass(frozen=True, slots=True)
class Familiarity:
    """A linear boundary between what is ours and what is not: a weight per term, and an offset."""

    weights: Floats
    offset: float

    @classmethod
    def learn(cls, rows: Rows, ours: "np.typing.NDArray[np.bool_]", width: int, seed: int) -> "Familiarity":
        """Draw the boundary; without examples on both sides everything is ours."""
        if ours.all() or not ours.any():
            return cls(np.zeros(width, dtype=np.float32), 1.0)
        from sklearn.svm import LinearSVC  # noqa: PLC0415  (a start from cache needs none)

        machine = LinearSVC(C=FIRMNESS, class_weight="balanced", tol=TOLERANCE, random_state=seed)
        machine.fit(rows.matrix(width), ours)
        return cls(machine.coef_[0].astype(np.float32), float(machine.intercept_[0]))

    def score(self, question: Vector) -> float:
        """Give the signed distance to the boundary: above 0 is ours."""
        return float(question.weights @ self.weights[question.columns]) + self.offset
