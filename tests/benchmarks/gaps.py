"""How many of forty hidden gaps are among the first fifty groups that `kb gaps` shows, in weeks of 2,000 questions.

    python -m tests.benchmarks.gaps [--weeks 8] [--first 201]

A gap is found if most questions of a group are about it. Peer: TF-IDF of words and of character runs with the same
agglomerative clustering, the largest group first, on the same questions in the same run.
"""

import argparse
import tempfile
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from statistics import fmean

from sklearn.cluster import AgglomerativeClustering
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.pipeline import make_union

from bot.app import build_knowledge
from bot.settings import Settings
from knowledge.upkeep.gaps.asks import asks
from knowledge.upkeep.gaps.finding import grouped
from tests.support.missed_week import FIRST, Asking, found_among, missed_in, week

# Of the distances that were tried, the one at which the peer finds most.
FARTHEST = 0.7


def main() -> None:
    """Measure, and print a row per week."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--weeks", type=int, default=8)
    parser.add_argument("--first", type=int, default=201, help="the number of the first week")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        knowledge = build_knowledge(Settings(_env_file=None, nuancebot_data=Path(folder)))
    rows = []
    print(f"{'week':>6} {'missed':>7} {'found':>6} {'TF-IDF':>7}")
    for number in range(given.first, given.first + given.weeks):
        asked = [*week(knowledge.library, number)]
        found = asks(knowledge.library, missed_in(knowledge, asked).misses)
        texts = [ask.text for ask in found]
        ours = [[ask.text for ask in group] for group in grouped(knowledge.library, found)]
        rows.append((_found(ours, asked), _found(by_tfidf(texts), asked)))
        print(f"{number:>6} {len(texts):>7} {rows[-1][0]:>6} {rows[-1][1]:>7}", flush=True)
    print(f"{'mean':>6} {'':>7} {fmean(row[0] for row in rows):>6.1f} {fmean(row[1] for row in rows):>7.1f}")


def by_tfidf(texts: Sequence[str]) -> list[list[str]]:
    """Group texts by their words and characters alone, the largest group first."""
    features = make_union(TfidfVectorizer(), TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5)))
    rows = features.fit_transform(texts)
    likeness = (rows @ rows.T).toarray() / 2
    grouping = AgglomerativeClustering(
        n_clusters=None, metric="precomputed", linkage="average", distance_threshold=FARTHEST
    )
    groups: defaultdict[int, list[str]] = defaultdict(list)
    for text, label in zip(texts, grouping.fit_predict((1 - likeness).clip(0)), strict=True):
        groups[label].append(text)
    return sorted(groups.values(), key=len, reverse=True)


def _found(groups: Sequence[Sequence[str]], asked: Sequence[Asking]) -> int:
    return len(found_among(groups[:FIRST], asked))


if __name__ == "__main__":
    main()
