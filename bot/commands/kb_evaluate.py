"""`nuancebot kb evaluate`: how well people are understood, in numbers and in a picture."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import click
from rich.console import Console

from bot.app import Knowledge, answerer_of, build_knowledge, fit_with_meaning
from bot.commands.common import SHARED, pass_settings
from bot.commands.evaluation_tables import show
from bot.settings import Settings
from knowledge.matching.meaning import NoMeaningError
from knowledge.outcomes import Dialogue
from knowledge.upkeep.evaluation.comparing import compare
from knowledge.upkeep.evaluation.peers import GROUPS, PEERS, named_peers
from knowledge.upkeep.evaluation.picture import draw
from knowledge.upkeep.evaluation.questions import OWN_SETS, BadSetError, Sets, read_sets, set_files, unknown_entries
from knowledge.upkeep.evaluation.results import BadResultError, Result, as_json, read_result
from knowledge.upkeep.evaluation.running import FOLDS, Wanted, evaluate

# Options that take as many values as follow, up to the next option.
MANY = ("--set", "--against")
# Narrower, and the heads of the columns are cut.
NARROWEST = 110


class Spreading(click.Command):
    """A command whose `--set` and `--against` take several values each."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse arguments."""
        return super().parse_args(ctx, [*spread(args)])


def spread(arguments: Iterable[str]) -> Iterator[str]:
    """Repeat an option that takes many values before each of them: `--set a b` becomes `--set a --set b`."""
    many, first = "", False
    for argument in arguments:
        if argument.startswith("-"):
            many, first = argument if argument in MANY else "", True
        elif many and not first:
            yield many
        else:
            first = False
        yield argument


def _peers(_context: click.Context, _option: click.Parameter, names: tuple[str, ...]) -> tuple[str, ...]:
    try:
        return named_peers(names)
    except ValueError as error:
        raise click.BadParameter(str(error)) from None


def _before(_context: click.Context, _option: click.Parameter, file: Path | None) -> Result | None:
    try:
        return read_result(file) if file else None
    except BadResultError as error:
        raise click.ClickException(str(error)) from None


@click.command("evaluate", cls=Spreading)
@click.option(
    "--set",
    "files",
    type=click.Path(path_type=Path),
    multiple=True,
    metavar="FILE…",
    help="Sets to ask (JSON lines) instead of the pack's own and those of ../shared/eval.",
)
@click.option(
    "--against",
    "peers",
    multiple=True,
    metavar="PEERS…",
    callback=_peers,
    help=f"Rank the same questions with others: {', '.join((*PEERS, *GROUPS))}.",
)
@click.option("--self", "itself", is_flag=True, help="Also predict each phrasing from the others; takes minutes.")
@click.option("--folds", type=click.IntRange(2, 20), default=FOLDS, show_default=True, help="Of --self.")
@click.option("--json", "json", is_flag=True, help="Print nothing but the result, as JSON.")
@click.option(
    "--compare", "before", type=click.Path(path_type=Path), callback=_before, help="A result to compare with."
)
@click.option(
    "--out", type=click.Path(path_type=Path), help="Folder for result and picture.  [default: DATA/evaluation]"
)
@pass_settings
def evaluate_command(  # noqa: PLR0913  (an argument per option)
    settings: Settings,
    *,
    files: tuple[Path, ...],
    peers: tuple[str, ...],
    itself: bool,
    folds: int,
    json: bool,
    before: Result | None,
    out: Path | None,
) -> None:
    """Ask labelled questions and tell how well they were understood.

    Each is asked as people ask, in a conversation of its own. Writes the result as JSON, to compare another run with,
    and as a picture (HTML). With NUANCEBOT_MEANING set, questions are also read by their meaning.
    """
    sets = _read(files or set_files([settings.pack_folder / OWN_SETS, SHARED / "eval"]))
    if not (sets.questions or sets.conversations or itself):
        msg = f"no questions in {settings.pack_folder / 'evaluation'} or {SHARED / 'eval'}: name sets with --set"
        raise click.ClickException(msg)
    knowledge = _with_meaning(build_knowledge(settings), settings)
    for problem in unknown_entries(sets, knowledge.library.entries):
        click.echo(f"warning: {problem}", err=True)
    start = Dialogue(knowledge.library.spoken(settings.nuancebot_language))
    wanted = Wanted(sets, peers, folds if itself else 0)
    result, missing = evaluate(knowledge.library, knowledge.answerer.answer, start, wanted)
    for line in missing:
        click.echo(line, err=True)
    comparison = compare(before, result) if before else None
    text = as_json(result, comparison=comparison)
    written = _write(out or settings.nuancebot_data / "evaluation", result, text, draw(result, comparison))
    if json:
        click.echo(text)
    else:
        show(Console(width=max(Console().width, NARROWEST), highlight=False), result, comparison)
    for path in written:
        click.echo(path, err=json)


def _read(files: Sequence[Path]) -> Sets:
    try:
        return read_sets(files)
    except BadSetError as error:
        raise click.ClickException(str(error)) from None


def _write(folder: Path, result: Result, text: str, picture: str) -> tuple[Path, Path]:
    stem = f"{result.made:%Y-%m-%dT%H-%M-%SZ}"
    files = (folder / f"{stem}.json", folder / f"{stem}.html")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for file, contents in zip(files, (text + "\n", picture), strict=True):
            file.write_text(contents, encoding="utf-8")
    except OSError as error:
        msg = f"{folder}: the result can't be written ({error.strerror})"
        raise click.ClickException(msg) from None
    return files


def _with_meaning(knowledge: Knowledge, settings: Settings) -> Knowledge:
    if settings.nuancebot_meaning is None:
        return knowledge
    try:
        model = fit_with_meaning(knowledge.library, settings.nuancebot_meaning, settings.model_folder)
    except NoMeaningError as error:
        raise click.ClickException(str(error)) from None
    return replace(knowledge, answerer=answerer_of(knowledge.library, model))
