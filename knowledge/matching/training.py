"""Fits the model to a pack. The only module that needs scikit-learn, and only when there is no fitted model on disk."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

import numpy as np
from scipy.sparse import csr_matrix

from knowledge.languages import Language
from knowledge.library import Library
from knowledge.matching.decision import OFFERED, Decision, Doubles, Reading, Worth, draw_lines, evidence
from knowledge.matching.examples import NOT_OURS, Examples, descriptions, examples
from knowledge.matching.language import LanguageModel
from knowledge.matching.model import Model, Reader
from knowledge.matching.signals import Linear, Nearest
from knowledge.matching.spelling import Speller
from knowledge.matching.terms import kinds
from knowledge.matching.vectors import Integers, Space
from knowledge.text import words

# The part of the examples that is held back to learn from when a reading can be trusted.
HELD_BACK = 0.15
# How strongly the linear model follows single examples (C of a support vector machine).
FIRMNESS = 0.8
SEED = 20261123


def fit(library: Library) -> Model:
    """Fit a model to the pack; takes seconds."""
    from sklearn.model_selection import train_test_split  # noqa: PLC0415  (half a second that a start from cache saves)

    learned, told = examples(library), descriptions(library)
    space = Space.learn(kinds(library), learned.texts)
    matrix, count = space.matrix(learned.texts), len(learned.labels)
    about = Nearest.learn(space.matrix(told.texts), np.array(told.targets), count)
    language = _language(matrix, learned.languages)

    def reader(rows: Integers) -> Reader:
        """Fit to some of the examples what depends on them; the rest is the same for all."""
        texts, targets = [learned.texts[row] for row in rows], np.array(learned.targets)[rows]
        return Reader(
            labels=learned.labels,
            space=space,
            speller=Speller(word for text in (*texts, *told.texts) for word in words(text)),
            linear=_linear(matrix[rows], targets),
            nearest=Nearest.learn(matrix[rows], targets, count),
            about=about,
            language=language,
        )

    rows = np.arange(len(learned.texts))
    seen, unseen = train_test_split(rows, test_size=HELD_BACK, random_state=SEED, stratify=learned.targets)
    with ThreadPoolExecutor() as pool:
        whole = pool.submit(reader, rows)
        partial = pool.submit(reader, seen)
        decision = _decision(partial.result(), learned, unseen)
    return Model(whole.result(), decision)


def _linear(matrix: csr_matrix, targets: Integers) -> Linear:
    from sklearn.svm import LinearSVC  # noqa: PLC0415

    machine = LinearSVC(C=FIRMNESS, random_state=SEED).fit(matrix, targets)
    return Linear(np.ascontiguousarray(machine.coef_.T, dtype=np.float32), machine.intercept_.astype(np.float32))


def _language(matrix: csr_matrix, codes: Sequence[Language]) -> LanguageModel:
    """Fit one logistic model per language, each against the others."""
    from sklearn.linear_model import LogisticRegression  # noqa: PLC0415

    languages = tuple(sorted(set(codes)))
    weights, offsets = [], []
    for language in languages if len(languages) > 1 else ():
        machine = LogisticRegression(C=10, max_iter=200).fit(matrix, [code == language for code in codes])
        weights.append(machine.coef_[0])
        offsets.append(machine.intercept_[0])
    shape = (matrix.shape[1], len(languages))
    columns = np.array(weights, dtype=np.float32).T if weights else np.zeros(shape, dtype=np.float32)
    return LanguageModel(languages, columns, np.array(offsets or [0.0] * len(languages), dtype=np.float32))


def _decision(reader: Reader, learned: Examples, unseen: Integers) -> Decision:
    """Read what the reader has not seen, and learn from its hits and misses."""
    readings = [reader.read(learned.texts[row]) for row in unseen]
    targets = [learned.targets[row] for row in unseen]
    first, offered = zip(*map(_hits, readings, targets), strict=True)
    ours = [learned.labels[target] != NOT_OURS for target in targets]
    rows = np.array([evidence(reading) for reading in readings])
    weights = np.array([_logistic(rows, first), _logistic(rows, offered)])
    open_ended = Decision(weights, 0.5, 0.5)
    return Decision(weights, *draw_lines(open_ended.probabilities(rows), first, offered, ours, Worth()))


def _hits(reading: Reading, target: int) -> tuple[bool, bool]:
    """Tell whether the target comes first, and whether it is among those that would be offered."""
    best = np.argsort(-reading.total[:-1])[:OFFERED]
    return bool(best[0] == target), bool(target in best)


def _logistic(rows: Doubles, right: Sequence[bool]) -> Doubles:
    """Fit the probability of being right to the evidence; gives the weights and, last, the constant."""
    from sklearn.linear_model import LogisticRegression  # noqa: PLC0415
    from sklearn.preprocessing import StandardScaler  # noqa: PLC0415

    scaler = StandardScaler().fit(rows)
    machine = LogisticRegression().fit(scaler.transform(rows), right)
    weights = machine.coef_[0] / scaler.scale_
    return np.append(weights, machine.intercept_[0] - float(weights @ scaler.mean_))
