"""How routes and story are written, fitted to the models: the texts of each table gathered by language."""

from collections.abc import Callable

from knowledge.languages import LANGUAGES
from knowledge.reader import Raw, by_language, set_aside


def routes_shape(raw: Raw) -> Raw:
    """Fit a file of routes: a table per route, named by its id."""
    return {name: route_shape(name, route) if isinstance(route, dict) else route for name, route in raw.items()}


def route_shape(name: str, raw: Raw) -> Raw:
    """Fit the table of one route."""
    return _texts(set_aside(raw, "id")) | {"id": name} | _each(raw, "steps", _texts)


def story_shape(raw: Raw) -> Raw:
    """Fit the file of the story."""
    shaped = _texts(raw) | _each(raw, "scenes", _scene)
    if isinstance(systems := raw.get("systems"), dict):
        shaped["systems"] = _tables(systems)
    return shaped


def _scene(raw: Raw) -> Raw:
    return _texts(raw) | _each(raw, "choices", _choice)


def _choice(raw: Raw) -> Raw:
    shaped = _texts(raw)
    if isinstance(verdicts := raw.get("verdicts"), dict):
        shaped["verdicts"] = _tables(verdicts)
    return shaped


def _texts(raw: Raw) -> Raw:
    return by_language(raw, field="texts", codes=LANGUAGES)


def _tables(raw: Raw) -> Raw:
    return {name: _texts(table) if isinstance(table, dict) else table for name, table in raw.items()}


def _each(raw: Raw, key: str, shape: Callable[[Raw], Raw]) -> Raw:
    """Fit each table of an array; what is no such array is left for the model to refuse."""
    tables = raw.get(key)
    if not isinstance(tables, list):
        return {}
    return {key: [shape(table) if isinstance(table, dict) else table for table in tables]}
