"""How routes and story are written, fitted to the models: the texts of each table gathered by language."""

from collections.abc import Callable
from functools import partial

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
    """Fit a scene; its own verdicts hold for each choice that has none."""
    shared = raw.get("verdicts")
    if not isinstance(shared, dict):
        return _texts(raw) | _each(raw, "choices", partial(_choice, {}))
    rest = {key: value for key, value in raw.items() if key != "verdicts"}
    return _texts(rest) | _each(raw, "choices", partial(_choice, shared))


def _choice(shared: Raw, raw: Raw) -> Raw:
    own = raw.get("verdicts", {})
    return _texts(raw) | {"verdicts": _tables(shared | own) if isinstance(own, dict) else own}


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
