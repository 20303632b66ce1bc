"""Nothing but the packs knows what this bot's own essay is about."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[1]
NAMES = (
    "sesame",
    "rongcheng",
    "qingzhen",
    "shenzhen",
    "alibaba",
    r"\bchina",
    r"\bchine[se]",
    "black mirror",
    "vervaeke",
)
SUBJECT = re.compile("|".join((*NAMES, r"\btrouw\b", "kredietsysteem", "credit system")), re.IGNORECASE)
# The name of the pack that is used where none is named.
NAMED = 'nuancebot_pack: str = "social-credit"'


def test_no_code_and_no_sentence_of_the_bot_is_about_it() -> None:
    files = [
        path
        for layer in ("bot", "handlers", "knowledge")
        for path in (ROOT / layer).rglob("*")
        if path.suffix in {".py", ".toml", ".html", ".jinja", ".js", ".css", ".json"} and "packs" not in path.parts
    ]
    assert len(files) > 300
    found = [
        f"{path.relative_to(ROOT)}: {line.strip()}"
        for path in files
        for line in path.read_text(encoding="utf-8").splitlines()
        if (SUBJECT.search(line) or "social-credit" in line) and NAMED not in line
    ]
    assert found == []
