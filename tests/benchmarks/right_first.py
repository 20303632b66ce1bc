"""How often the right answer comes first, and among the first three: through `ask --jsonl`, beside rapidfuzz.

    python tests/benchmarks/right_first.py [--exams FOLDER] [--topics overview sesame national]

The exams are `nl.jsonl` and `en.jsonl`, `text`, and `accept`, the ids that answer it. With `--topics`
only questions count whose accepted entries all belong to these topics; the answers still come from the whole pack.
"""

import argparse
import json
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from rapidfuzz import fuzz, process

from bot.settings import read_settings
from knowledge.languages import LANGUAGES
from knowledge.library import Library
from knowledge.loader import load

Question = dict[str, Any]
Ranking = list[str]

OFFERED = 3


def main() -> None:
    """Measure, and print a row per language and scorer."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--exams", type=Path, default=Path("..") / "shared" / "eval")
    parser.add_argument("--topics", nargs="*", default=())
    given = parser.parse_args()
    library = load(read_settings().pack_folder)
    wanted = {entry.id for entry in library.entries.values() if not given.topics or entry.topic in given.topics}
    print(f"{'scorer':28} {'language':8} {'n':>4} {'top-1':>6} {'top-3':>6}")
    for code in LANGUAGES:
        asked = map(json.loads, (given.exams / f"{code}.jsonl").read_text(encoding="utf-8").splitlines())
        questions = [question for question in asked if question["accept"] and wanted.issuperset(question["accept"])]
        scorers: dict[str, Callable[[Sequence[Question]], list[Ranking]]] = {
            "nuancebot ask --jsonl": through_the_door,
            "rapidfuzz WRatio": lambda rows: by_likeness(library, rows, fuzz.WRatio),
            "rapidfuzz token_sort_ratio": lambda rows: by_likeness(library, rows, fuzz.token_sort_ratio),
        }
        for name, scorer in scorers.items():
            first, offered = hits(questions, scorer(questions))
            print(f"{name:28} {code:8} {len(questions):>4} {first:>6.3f} {offered:>6.3f}")


def through_the_door(questions: Sequence[Question]) -> list[Ranking]:
    """Rank by the bot itself: its answer or first option, then the others."""
    lines = "\n".join(json.dumps({"text": question["text"]}) for question in questions)
    door = subprocess.run(
        [sys.executable, "-m", "bot", "ask", "--jsonl"], input=lines, capture_output=True, text=True, check=True
    )
    answers = [json.loads(line) for line in door.stdout.splitlines()]
    return [[entry for entry in [answer["entry"], *answer["options"]] if entry] for answer in answers]


def by_likeness(library: Library, questions: Sequence[Question], scorer: Callable[..., float]) -> list[Ranking]:
    """Rank the entries by their phrasing that is most like the question, in either language."""
    phrasings = [
        (phrasing.casefold(), entry.id)
        for entry in library.entries.values()
        for text in entry.texts.values()
        for phrasing in (text.question, *text.phrasings)
    ]
    texts = [text for text, _ in phrasings]
    rankings = []
    for question in questions:
        scores = process.cdist([question["text"].casefold()], texts, scorer=scorer)[0]
        order = sorted(range(len(texts)), key=lambda row: -scores[row])
        rankings.append(list(dict.fromkeys(phrasings[row][1] for row in order))[:OFFERED])
    return rankings


def hits(questions: Sequence[Question], rankings: Sequence[Ranking]) -> tuple[float, float]:
    """Give the shares of questions with an accepted entry first, and among the first three."""
    pairs = list(zip(questions, rankings, strict=True))
    first = sum(bool(ranking) and ranking[0] in question["accept"] for question, ranking in pairs)
    offered = sum(not set(question["accept"]).isdisjoint(ranking[:OFFERED]) for question, ranking in pairs)
    return first / len(pairs), offered / len(pairs)


if __name__ == "__main__":
    main()
