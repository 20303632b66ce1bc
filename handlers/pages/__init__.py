"""Pages that are handed out as files of HTML: their templates, and the one place that fills them in."""

from importlib import resources

from jinja2 import DictLoader, Environment, StrictUndefined, select_autoescape

_NAMES = ("frame", "own_data", "school")


def fill(name: str, **values: object) -> str:
    """Fill in a template; every value is escaped.

    Raises:
        jinja2.UndefinedError: the template wants a value that is not there.
    """
    folder = resources.files(__package__)
    templates = {f"{each}.html": (folder / f"{each}.html.jinja").read_text(encoding="utf-8") for each in _NAMES}
    environment = Environment(
        loader=DictLoader(templates), autoescape=select_autoescape(), undefined=StrictUndefined, trim_blocks=True
    )
    return environment.get_template(f"{name}.html").render(**values)
