"""Ways of fitting a model that fit none."""

from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory

from knowledge.library import Library
from knowledge.matching.cache import fitted
from knowledge.matching.model import Model
from knowledge.matching.training import fit


@dataclass(frozen=True)
class Gives:
    """Gives the model that is there already."""

    model: Model

    def __call__(self, library: Library) -> Model:  # noqa: ARG002
        """Give it, whatever the library."""
        return self.model


def refuses(library: Library) -> Model:
    """Fit nothing: the model has to come from a folder."""
    msg = f"the model of {library.digest} was to come from a folder"
    raise AssertionError(msg)


def fit_apart(library: Library) -> Model:
    """Fit in a process of its own, where coverage does not trace it: it takes a third of the time."""
    with TemporaryDirectory() as folder:
        with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
            pool.submit(_fit_into, library, Path(folder)).result()
        return fitted(library, Path(folder), refuses)


def _fit_into(library: Library, folder: Path) -> None:
    """Leave the model in a folder: it can't be sent from one process to another."""
    fitted(library, folder, fit)
