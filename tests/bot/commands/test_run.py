"""`nuancebot run` without a token."""

import os
import subprocess
import sys
from pathlib import Path

from tests.support.packs import write_pack


def test_without_a_token_the_local_chat_opens_and_says_how_to_get_one(tmp_path: Path) -> None:
    environment = {
        "PATH": os.environ["PATH"],
        "NUANCEBOT_DATA": str(tmp_path / "data"),
        "NUANCEBOT_PACK": str(write_pack(tmp_path / "pack")),
        "NUANCEBOT_LANGUAGE": "en",
    }
    finished = subprocess.run(
        [sys.executable, "-m", "bot", "run"],
        input="tell me of honey comb\n",
        env=environment,
        cwd=Path(__file__).parents[3],
        capture_output=True,
        text=True,
        check=True,
    )
    first_line = finished.stdout.split("\n")[0]
    assert "@BotFather" in first_line
    assert "TELEGRAM_BOT_TOKEN" in first_line
    assert "The book says something of honey" in finished.stdout
