"""Entries as training data of Rasa (YAML, version 3.1): an intent `faq/<id>` per entry, with a response.

Intents and responses carry the language in their metadata; Rasa itself joins intents of one name.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import yaml

from knowledge.languages import LANGUAGES
from knowledge.upkeep.exchange.decoding import decoded
from knowledge.upkeep.exchange.items import Complaint, Defaults, Item, Raw, UnreadableFileError

CARRIES = frozenset({"topic", "question", "answer", "simple", "phrasings"})
VERSION = "3.1"
_PREFIX, _UTTER = "faq/", "utter_"
# `[honey](food)` and `[honey]{"entity": "food"}`: what is typed stands between the brackets.
_ANNOTATED = re.compile(r"\[([^\]]*)\](?:\([^)]*\)|\{[^}]*\})")


class _Literal(str):
    """A text that is written line by line."""

    __slots__ = ()


class _Dumper(yaml.SafeDumper):
    """Writes texts of several lines as such."""


_Dumper.add_representer(
    _Literal, lambda dumper, text: dumper.represent_scalar("tag:yaml.org,2002:str", str(text), style="|")
)


class _Loader(yaml.SafeLoader):
    """Reads plain data; a name for a piece that is used again could unfold to gigabytes, and is refused."""

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        """Compose a node that is no alias."""
        if self.check_event(yaml.events.AliasEvent):
            raise yaml.composer.ComposerError(None, None, "aliases are not read", parent.start_mark if parent else None)
        return super().compose_node(parent, index)


def write(items: Sequence[Item]) -> bytes:
    """Write all entries in all their languages."""
    nlu: list[Raw] = []
    responses: dict[str, list[Raw]] = {}
    for item in items:
        for code in (code for code in LANGUAGES if code in item.raw):
            text = item.raw[code]
            examples = "".join(f"- {_one_line(asked)}\n" for asked in text["phrasings"])
            metadata = {"language": code, "topic": item.raw["topic"]}
            nlu.append({"intent": _PREFIX + item.id, "metadata": metadata, "examples": _Literal(examples)})
            said = {"language": code, "question": text["question"]} | (
                {"simple": text["simple"]} if "simple" in text else {}
            )
            responses.setdefault(_UTTER + _PREFIX + item.id, []).append({"text": text["answer"], "metadata": said})
    page = {"version": VERSION, "nlu": nlu, "responses": responses}
    return yaml.dump(page, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=10_000).encode()


def read(content: bytes, defaults: Defaults) -> Iterator[Item | Complaint]:
    """Read intents, whether `faq/<id>` or `<id>`, with their responses; those of other names become entries of these.

    Raises:
        UnreadableFileError: it is no YAML, or has no list `nlu`.
    """
    try:
        page = yaml.load(decoded(content), _Loader)  # noqa: S506  (a safe loader, and stricter)
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        msg = f"is no YAML that is read here: {' '.join(str(error).split())}"[:200]
        raise UnreadableFileError(msg) from None
    if not isinstance(page, Mapping) or not isinstance(page.get("nlu"), list):
        raise UnreadableFileError("has no list `nlu`")
    found: dict[str, Item] = {}
    for number, intent in enumerate(page["nlu"], start=1):
        if complaint := _take_intent(intent, f"nlu {number}", defaults, found):
            yield Complaint(f"nlu {number}", complaint)
    responses = page.get("responses")
    for name, variants in (responses if isinstance(responses, Mapping) else {}).items():
        for variant in variants if isinstance(variants, list) else ():
            if complaint := _take_response(str(name), variant, defaults, found):
                yield Complaint(f"responses {str(name)[:60]}", complaint)
    yield from found.values()


def _take_intent(intent: Any, place: str, defaults: Defaults, found: dict[str, Item]) -> str | None:  # noqa: ANN401
    if not isinstance(intent, Mapping) or not isinstance(intent.get("intent"), str):
        return "is no intent"
    metadata = intent.get("metadata")
    metadata = metadata if isinstance(metadata, Mapping) else {}
    code = metadata.get("language", defaults.language)
    if code not in LANGUAGES:
        return f"the language is one of {', '.join(LANGUAGES)}; say it with --lang"
    item = _item(intent["intent"], place, found)
    if topic := metadata.get("topic") or defaults.topic:
        item.raw["topic"] = str(topic)
    item.raw.setdefault(code, {}).setdefault("phrasings", []).extend(_examples(intent.get("examples")))
    return None


def _take_response(name: str, variant: Any, defaults: Defaults, found: dict[str, Item]) -> str | None:  # noqa: ANN401
    if not isinstance(variant, Mapping) or not isinstance(variant.get("text"), str):
        return "has no text"
    metadata = variant.get("metadata")
    metadata = metadata if isinstance(metadata, Mapping) else {}
    code = metadata.get("language", defaults.language)
    if code not in LANGUAGES:
        return f"the language is one of {', '.join(LANGUAGES)}; say it with --lang"
    text = _item(name.removeprefix(_UTTER), f"responses {name}", found).raw.setdefault(code, {})
    text["answer"] = variant["text"]
    text |= {key: str(metadata[key]) for key in ("question", "simple") if key in metadata}
    return None


def _item(name: str, place: str, found: dict[str, Item]) -> Item:
    name = name.removeprefix(_PREFIX).replace("_", "-")
    return found.setdefault(name, Item(place, name, {}))


def _examples(examples: Any) -> Iterator[str]:  # noqa: ANN401
    if isinstance(examples, str):
        examples = [line.strip()[1:] for line in examples.splitlines() if line.strip().startswith("-")]
    for example in examples if isinstance(examples, list) else ():
        typed = example.get("text") if isinstance(example, Mapping) else example
        if typed is not None and (plain := _ANNOTATED.sub(r"\1", str(typed)).strip()):
            yield plain


def _one_line(text: str) -> str:
    return " ".join(text.split())
