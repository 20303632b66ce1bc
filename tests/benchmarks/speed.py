"""How fast the matcher is, on the bot's own pack and on generated bases up to 5,000 entries, beside rapidfuzz.

    python tests/benchmarks/speed.py [--sizes 119 1000 5000]

Per base: seconds to fit, milliseconds for one question (p50, p99; one thread, nothing remembered of earlier questions
but single words), and the most memory that a process took: one that fits, and another that reads what was fitted and
answers. Peers in the same run: rapidfuzz's `extractOne` with WRatio and with token_sort_ratio over the same phrasings.
"""

import argparse
import gc
import random
import resource
import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory

from rapidfuzz import fuzz, process
from threadpoolctl import threadpool_limits

from bot.settings import read_settings
from knowledge.languages import Language
from knowledge.lexicon import Lexicon
from knowledge.library import Library
from knowledge.loader import load
from knowledge.matching.cache import fitted, stored
from knowledge.matching.examples import NOT_OURS, Labelled, Material, material
from knowledge.matching.model import Model
from knowledge.matching.training import fit, fit_material

PHRASINGS = 25
QUESTIONS = 300
PEER_QUESTIONS = 20
SEED = 5
ENGLISH: Language = "en"


def main() -> None:
    """Measure each base in a process of its own, and print a row per base."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="*", default=[119, 1000, 5000])
    given = parser.parse_args()
    print(
        f"{'base':>24} {'phrasings':>9} {'fit s':>6} {'p50 ms':>7} {'p99 ms':>7} {'fit MB':>7} "
        f"{'WRatio':>9} {'sort':>8} {'serve MB':>9}"
    )
    context = get_context("spawn")
    for size in [0, *given.sizes]:
        with TemporaryDirectory() as folder:
            with context.Pool(1) as pool:
                measured = pool.apply(row, (size, Path(folder)))
            with context.Pool(1) as pool:
                print(f"{measured} {pool.apply(serving, (size, Path(folder))):>9.0f}", flush=True)
    start_from_cache()


def row(size: int, folder: Path) -> str:
    """Measure one base: the bot's own pack for size 0, else a generated one of that many entries.

    What was fitted is left in the folder.
    """
    learned = material(load(read_settings().pack_folder)) if not size else generated(size)
    with threadpool_limits(1):
        start = time.perf_counter()
        model = fit_material(learned)
        fitting = time.perf_counter() - start
        fitted(library_of(size), folder, lambda _: model)
        random.seed(SEED)
        questions = [garbled(text) for text in random.sample(learned.examples.texts, QUESTIONS)]
        count = len(learned.examples.texts)
        peers = [
            peer(learned.examples.texts, questions[:PEER_QUESTIONS], scorer)
            for scorer in (fuzz.WRatio, fuzz.token_sort_ratio)
        ]
        name = f"{size} generated" if size else "the bot's own pack"
        del learned
        gc.collect()
        times = [timed(model, question) for question in questions]
    memory = most_memory()
    p99 = statistics.quantiles(times, n=100)[98]
    return (
        f"{name:>24} {count:>9} {fitting:>6.1f} {statistics.median(times):>7.2f} {p99:>7.2f} {memory:>7.0f} "
        f"{peers[0]:>9.1f} {peers[1]:>8.1f}"
    )


def serving(size: int, folder: Path) -> float:
    """Read what was fitted to a base from the folder, and ask it; give the most memory of that in MB."""
    model = stored(library_of(size), folder)
    assert model is not None
    for number in range(QUESTIONS):
        timed(model, f"krijgt iedereen een score, en waarom ook {number}?")
    return most_memory()


def library_of(size: int) -> Library:
    """Give what a fitted model is kept under and read with."""
    library = load(read_settings().pack_folder)
    return replace(library, digest=f"generated-{size}", lexicon={}) if size else library


def most_memory() -> float:
    """Tell how much memory this process took at most, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def timed(model: Model, question: str) -> float:
    """Give the milliseconds that one question takes, from text to decision."""
    start = time.perf_counter()
    model.decision.judge(model.reader.read(question))
    return (time.perf_counter() - start) * 1000


def peer(texts: Sequence[str], questions: Sequence[str], scorer: Callable[..., float]) -> float:
    """Give the median milliseconds of rapidfuzz for one question."""
    times = []
    for question in questions:
        start = time.perf_counter()
        process.extractOne(question, texts, scorer=scorer)
        times.append((time.perf_counter() - start) * 1000)
    return statistics.median(times)


def generated(entries: int) -> Material:
    """Make a base of made-up words: each entry has its own dozen, and shares hundreds of common ones with all."""
    random.seed(SEED)
    common = list(words(600))
    labels, texts, targets = [], [], []
    for number in range(entries):
        own = list(words(12))
        labels.append(f"entry-{number}")
        for _ in range(PHRASINGS):
            chosen = random.sample(own, 3) + random.choices(common, k=random.randint(2, 6))
            random.shuffle(chosen)
            texts.append(" ".join(chosen))
            targets.append(number)
    foreign = [" ".join(random.choices(common, k=6)) for _ in range(2000)]
    examples = Labelled(
        (*texts, *foreign), (*targets, *([entries] * len(foreign))), (ENGLISH,) * (len(texts) + len(foreign))
    )
    return Material((*labels, NOT_OURS), entries, examples, Labelled((), (), ()), (), Lexicon([]))


def words(count: int) -> Iterator[str]:
    """Make words of syllables, as unlike each other as those of a language."""
    for _ in range(count):
        yield "".join(
            random.choice("bcdfghklmnprstvwz") + random.choice(("a", "e", "i", "o", "u", "ie", "oo"))
            for _ in range(random.randint(2, 4))
        )


def garbled(text: str) -> str:
    """Drop a word and misspell another, as people do."""
    typed = text.split()
    if len(typed) > 2:
        typed.pop(random.randrange(len(typed)))
    place = random.randrange(len(typed))
    if len(typed[place]) > 4:
        typed[place] = typed[place][:2] + typed[place][3] + typed[place][2] + typed[place][4:]
    return " ".join(typed)


def start_from_cache() -> None:
    """Print how long it takes to read the pack and its fitted model from disk and to answer the first question."""
    library = load(read_settings().pack_folder)
    with TemporaryDirectory() as folder:
        fitted(library, Path(folder), fit)
        start = time.perf_counter()
        model = fitted(library, Path(folder), fit)
        timed(model, "krijgt iedereen een score?")
        print(f"from cache to the first answer, matcher only: {time.perf_counter() - start:.2f} s")


if __name__ == "__main__":
    main()
