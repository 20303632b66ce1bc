"""Questions through the machine-readable door."""

import json
from typing import Any

from bot.door import Door

HONEY = "tell me of honey comb"


def ask(door: Door, text: str, **more: Any) -> dict[str, Any]:
    """Put a question through the door; give what comes of it."""
    [line] = door.answer_lines([json.dumps({"text": text} | more)])
    assert "\n" not in line
    answer: dict[str, Any] = json.loads(line)
    return answer
