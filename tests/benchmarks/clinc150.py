"""How the matcher does on somebody else's intents: CLINC150 with ten examples per intent, beside peers.

    python tests/benchmarks/clinc150.py [--file FILE] [--meaning MODEL]

Accuracy is that of the first intent on questions that have one. Recall is the share of foreign questions that are
refused by the line above which 95 % of the others are. Peers: rapidfuzz token_sort_ratio, and TF-IDF with logistic
regression, on the same examples in the same run.
"""

import argparse
import json
from pathlib import Path
from typing import Any

import numpy as np
from rapidfuzz import fuzz, process
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import FeatureUnion, make_pipeline

from knowledge.languages import Language
from knowledge.lexicon import Lexicon
from knowledge.matching.decision import Doubles
from knowledge.matching.examples import NOT_OURS, Labelled, Material
from knowledge.matching.meaning import sentence_model
from knowledge.matching.training import fit_material

COVERED = 0.95
ENGLISH: Language = "en"
Data = dict[str, Any]


def main() -> None:
    """Measure, and print a row per scorer."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    usual = Path("..") / "shared" / "eval" / "public" / "clinc150-10shot.json"
    parser.add_argument("--file", type=Path, default=usual)
    parser.add_argument("--meaning", help="a sentence-transformers model, by name or folder")
    given = parser.parse_args()
    data = json.loads(given.file.read_text(encoding="utf-8"))
    print(f"{'scorer':44} {'accuracy':>8} {'recall of foreign at 95 %':>26}")
    for name, measured in (
        ("rapidfuzz token_sort_ratio", by_likeness(data)),
        ("TF-IDF and logistic regression", by_regression(data)),
        ("nuancebot", by_matcher(data, None)),
        *([(f"nuancebot with {given.meaning}", by_matcher(data, given.meaning))] if given.meaning else []),
    ):
        print(f"{name:44} {measured[0]:>8.3f} {measured[1]:>26.3f}")


def by_matcher(data: Data, meaning: str | None) -> tuple[float, float]:
    """Fit the bot's own matcher to the examples."""
    labels = (*sorted({label for _, label in data["train"]}), NOT_OURS)
    place = {label: number for number, label in enumerate(labels)}
    rows = [(text, place[label]) for text, label in data["train"]]
    rows += [(text, place[NOT_OURS]) for text in data["oos_train"]]
    examples = Labelled(tuple(text for text, _ in rows), tuple(target for _, target in rows), (ENGLISH,) * len(rows))
    material = Material(labels, len(labels) - 1, examples, Labelled((), (), ()), (), Lexicon([]))
    model = fit_material(material, sentence_model(meaning) if meaning else None)

    def read(texts: list[str]) -> tuple[list[str], Doubles]:
        readings = [model.reader.read(text) for text in texts]
        best = [labels[int(np.argmax(reading.total[:-1]))] for reading in readings]
        return best, np.array([model.decision.judge(reading).offered for reading in readings])

    return measure(data, *read([text for text, _ in data["test"]]), read(data["oos_test"])[1])


def by_likeness(data: Data) -> tuple[float, float]:
    """Take the intent of the most similar example."""
    texts, owners = [text for text, _ in data["train"]], [label for _, label in data["train"]]

    def read(asked: list[str]) -> tuple[list[str], Doubles]:
        scores = process.cdist(asked, texts, scorer=fuzz.token_sort_ratio, workers=-1)
        return [owners[place] for place in scores.argmax(axis=1)], scores.max(axis=1)

    return measure(data, *read([text for text, _ in data["test"]]), read(data["oos_test"])[1])


def by_regression(data: Data) -> tuple[float, float]:
    """Fit a logistic regression to words and runs of characters."""
    terms = FeatureUnion(
        [
            ("words", TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True)),
            ("characters", TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), sublinear_tf=True)),
        ]
    )
    machine = make_pipeline(terms, LogisticRegression(C=30, max_iter=300))
    machine.fit([text for text, _ in data["train"]], [label for _, label in data["train"]])

    def read(asked: list[str]) -> tuple[list[str], Doubles]:
        shares = machine.predict_proba(asked)
        return [machine.classes_[place] for place in shares.argmax(axis=1)], shares.max(axis=1)

    return measure(data, *read([text for text, _ in data["test"]]), read(data["oos_test"])[1])


def measure(data: Data, best: list[str], sure: Doubles, foreign: Doubles) -> tuple[float, float]:
    """Give the accuracy on questions that have an intent, and the recall of foreign ones at 95 % coverage."""
    right = np.mean([found == label for found, (_, label) in zip(best, data["test"], strict=True)])
    return float(right), float((foreign < np.quantile(sure, 1 - COVERED)).mean())


if __name__ == "__main__":
    main()
