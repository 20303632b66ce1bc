"""A week at the small pack: what people asked about ten things that it does not tell, and an exam on them."""

import json
from dataclasses import dataclass
from pathlib import Path

from knowledge.languages import Language
from tests.support.packs import write_pack

# So many people use each wording: what fewer use is not shown to a maintainer, as it may name somebody.
PEOPLE = 5


@dataclass(frozen=True, slots=True)
class Lacking:
    """A thing that is not told: the entry to answer it (None: not our own), its wordings, and the exam's."""

    entry: str | None
    language: Language
    wordings: tuple[str, ...]
    examined: str


LACKING = (
    Lacking("bees-sting", "en", ("allergic shock epipen", "epipen against allergic shock"), "an epipen if allergic"),
    Lacking("bees-sting", "en", ("beekeeper suit and gloves", "gloves for a beekeeper"), "what gloves for a beekeeper"),
    Lacking("bees-sting", "nl", ("azijn en ijs erop leggen", "helpt azijn of ijs"), "doe ik er azijn op of ijs"),
    Lacking("bees-honey", "en", ("mead brewing recipe", "brewing mead"), "could i start brewing some mead"),
    Lacking("bees-honey", "en", ("wax candles polish", "polish from wax"), "are candles made of wax"),
    Lacking("bees-honey", "nl", ("bloeiende heide of klaver", "klaver of heide"), "komt het van klaver of van heide"),
    Lacking("owls-night", "en", ("barn box nesting chicks", "chicks in a barn"), "nesting chicks"),
    Lacking("owls-night", "en", ("neck turning backwards", "turning a neck backwards"), "is it turning backwards"),
    Lacking("owls-night", "nl", ("braakbal pluizen op school", "een braakbal pluizen"), "wat zit er in een braakbal"),
    Lacking(None, "en", ("parking permit downtown", "downtown permit for parking"), "a parking permit please"),
)  # fmt: skip
# What the pack tells as it is.
OLD: tuple[tuple[str, Language, str], ...] = (
    ("is it honey comb then", "en", "bees-honey"),
    ("do stings hurt much", "en", "bees-sting"),
    ("tell me about night flights and mice", "en", "owls-night"),
    ("vertel eens van honing en nectar", "nl", "bees-honey"),
)


def write_asked_pack(folder: Path) -> Path:
    """Write the small pack as people write one, line by line with comments, and an exam on what it tells and lacks."""
    write_pack(folder)
    for path in folder.glob("entries/*/*.toml"):
        path.write_text(_by_hand(path.read_text(encoding="utf-8")), encoding="utf-8")
    asked = [*OLD, *((each.examined, each.language, each.entry) for each in LACKING if each.entry)]
    lines = (
        json.dumps({"lang": language, "text": text, "accept": [entry], "style": "", "typo": False})
        for text, language, entry in asked
    )
    (folder / "evaluation").mkdir()
    (folder / "evaluation" / "exam.jsonl").write_text("\n".join(lines), encoding="utf-8")
    return folder


def _by_hand(text: str) -> str:
    lines = []
    for line in text.splitlines():
        if line.startswith("phrasings = ["):
            first, *rest = line.removeprefix("phrasings = [").removesuffix("]").split(", ")
            middle = [f"  {phrasing}," for phrasing in rest]
            lines += ["phrasings = [", f"  {first},  # the plainest", "  # and so on", *middle, "]"]
        else:
            lines.append(line)
    return "# Who changes this: mind the last line.\n" + "\n".join(lines) + "\n\n# The end.\n"
