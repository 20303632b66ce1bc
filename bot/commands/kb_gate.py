"""`nuancebot kb gate`: the check of a change of content, for a pull request."""

import subprocess
import sys
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from bot.commands.common import pass_settings
from bot.settings import Settings
from bot.trial import examined
from knowledge.loader import load
from knowledge.matching.cache import fitted
from knowledge.matching.training import fit
from knowledge.upkeep.evaluation.comparing import compare
from knowledge.upkeep.evaluation.questions import OWN_SETS, read_sets, set_files
from knowledge.upkeep.gate import UnreadableReasonsError, Verdict, accepted_in

# Within the folder of models, that of the pack as it was: beside the other, each would push the other out.
BEFORE = "before"


@click.command("gate")
@click.option(
    "--against", required=True, metavar="FOLDER|REVISION", help="The pack as it was: a folder, or a git revision."
)
@pass_settings
def gate_command(settings: Settings, against: str) -> None:
    """Ask the questions of the pack's exam as it was AGAINST of the pack then and now; print what changes, as Markdown.

    Exit 1 if a question ends worse for which `evaluation/accepted.json` of the pack gives no reason.
    """
    now = load(settings.pack_folder)
    try:
        accepted = accepted_in(settings.pack_folder)
    except UnreadableReasonsError as error:
        raise click.ClickException(str(error)) from None
    with _as_it_was(settings.pack_folder, against) as folder:
        before = load(folder)
        sets = read_sets(set_files([folder / OWN_SETS]))
        results = [
            examined(library, fitted(library, models, fit), sets)
            for library, models in ((before, settings.model_folder / BEFORE), (now, settings.model_folder))
        ]
    verdict = Verdict(compare(*results), accepted)
    click.echo(verdict.as_markdown(), nl=False)
    sys.exit(bool(verdict.unaccepted))


@contextmanager
def _as_it_was(pack: Path, against: str) -> Iterator[Path]:
    if Path(against).is_dir():
        yield Path(against)
        return
    with TemporaryDirectory() as folder:
        # A pack comes from the repository of whoever runs this; the filter lets nothing out of the folder all the same.
        with tarfile.open(fileobj=BytesIO(_archive(pack, against))) as archive:
            archive.extractall(folder, filter="data")
        yield Path(folder)


def _archive(pack: Path, revision: str) -> bytes:
    if revision.startswith("-"):
        msg = f"no folder and no git revision: {revision!r}"
        raise click.ClickException(msg)
    command = ["git", "-C", str(pack), "archive", "--format=tar", revision, "--", "."]
    try:
        done = subprocess.run(command, capture_output=True, check=False)  # noqa: S603
    except OSError:
        raise click.ClickException("git is needed to look at a revision") from None
    if done.returncode:
        msg = f"no folder and no git revision: {revision!r}"
        raise click.ClickException(msg)
    return done.stdout
