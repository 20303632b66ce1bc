"""Models of a pack with changes on top: the words are learned anew, and what they weigh stays as it was.

What signals weigh and where the lines lie is learned from examples that are held out by chance. Learned anew for every
phrasing more, it would move a little each time, and with it questions that have nothing to do with the change.
"""

from functools import partial
from pathlib import Path

from knowledge.library import Library
from knowledge.matching.cache import adopt, fitted, stored
from knowledge.matching.model import Model
from knowledge.matching.training import fit, fit_like

# Within the folder of models, that of the files alone, which is needed for every further change.
FILES = "files"


def model_of(files: Library, library: Library, folder: Path) -> Model:
    """Give the model of `library`, which is `files` or a change of them: from `folder` if it is there, else fitted."""
    if library.digest == files.digest:
        return fitted(files, folder, fit)
    known = stored(library, folder)
    if known is None:
        adopt(files, folder, folder / FILES)
        base = fitted(files, folder / FILES, fit)
        known = fitted(library, folder, partial(fit_like, base=base))
    return known
