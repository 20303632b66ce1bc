"""What the wording of a pack is checked against: an essay and exams, written by the test that has them at hand."""

import json
import re
from pathlib import Path

from knowledge.upkeep.lint import ENOUGH_PHRASINGS
from knowledge.upkeep.strings import PackTexts


def well_phrased(folder: Path) -> Path:
    """Give each entry of a pack as many phrasings as people need to be understood well."""
    for path in folder.glob("entries/*/*.toml"):
        text = path.read_text(encoding="utf-8")
        for code in ("nl", "en"):
            more = "".join(f", '{path.stem} {code} {number}'" for number in range(ENOUGH_PHRASINGS))
            text = re.sub(
                rf"(\[{code}\](?:.(?!phrasings))*.phrasings = \[[^\]]*)\]", rf"\1{more}]", text, flags=re.DOTALL
            )
        path.write_text(text, encoding="utf-8")
    return folder


def texts_of(folder: Path, **files: str) -> PackTexts:
    """Write TOML files, named by their stems; give their texts."""
    for stem, contents in files.items():
        (folder / f"{stem}.toml").write_text(contents, encoding="utf-8")
    return PackTexts(folder)


def write_essay(folder: Path, *lines: str) -> Path:
    """Write an essay."""
    path = folder / "essay.md"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def write_exam(folder: Path, *questions: str, name: str = "en") -> Path:
    """Write an exam into a folder of exams; give the folder."""
    exams = folder / "exams"
    exams.mkdir(exist_ok=True)
    lines = [json.dumps({"text": question, "accept": []}) + "\n" for question in questions]
    (exams / f"{name}.jsonl").write_text("".join(lines), encoding="utf-8")
    return exams
