"""Ways of fitting a model that fit none."""

from dataclasses import dataclass

from knowledge.library import Library
from knowledge.matching.model import Model


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
