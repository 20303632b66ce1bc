"""What can go with the entries of the small pack: distinctions, map, quiz, discussion, judged questions and lexicon."""

from pathlib import Path

from tests.support.packs import write_pack

EXTRAS = {
    "distinctions.toml": """[bees-owls]
entries = ["bees-honey", "owls-night"]
sources = [{ work = "book", section = "Two", para = [4] }]
[bees-owls.nl]
title = "Bij of uil?"
mix_up = "Mensen halen ze door elkaar."
sides = [
  { name = "Bij", what = "a", who = "b", whom = "c", follows = "d" },
  { name = "Uil", what = "a", who = "b", whom = "c", follows = "d" },
]
[bees-owls.en]
title = "Bee or owl?"
mix_up = "People mix them up."
[[bees-owls.en.sides]]
name = "Bee"
what = "a"
who = "b"
whom = "c"
follows = "d"
[[bees-owls.en.sides]]
name = "Owl"
what = "a"
who = "b"
whom = "c"
follows = "d"
""",
    "map.toml": """rows = [["bees"], ["honey", "owls"]]
sources = [{ work = "book", section = "Two", para = [4] }]
[nl]
title = "Alle dieren"
lead = "Zo hangen ze samen."
[en]
title = "All animals"
lead = "This is how they relate."
[nodes.bees]
entry = "bees-sting"
look = "key"
nl = { name = "Bijen", text = "Ze zoemen" }
en = { name = "Bees", text = "They buzz" }
[nodes.honey]
entry = "bees-honey"
nl = { name = "Honing", text = "Is zoet" }
en = { name = "Honey", text = "Is sweet" }
[nodes.owls]
entry = "owls-night"
nl = { name = "Uilen", text = "Jagen op wat zoemt" }
en = { name = "Owls", text = "Hunt what buzzes" }
[[links]]
ends = ["bees", "honey"]
nl = "maken"
en = "make"
[[links]]
ends = ["bees", "owls"]
nl = "vrezen"
en = "fear"
""",
    "quiz/bees.toml": """[[question]]
id = "honey-1"
kind = "fact"
entry = "bees-honey"
correct = 1
[question.nl]
question = "Wat maken bijen?"
options = ["Melk", "Honing"]
explanation = "Honing dus."
[question.en]
question = "What do bees make?"
options = ["Milk", "Honey"]
explanation = "Honey it is."
""",
    "quiz/owls.toml": """[[question]]
id = "night-1"
kind = "which-of-three"
entry = "owls-night"
correct = 1
mistakes = ["bees-sting", ""]
[question.nl]
question = "Wie jaagt in het donker <&>?"
options = ["De bij", "De uil"]
explanation = "De uil <&>."
[question.en]
question = "Who hunts in the dark <&>?"
options = ["The bee", "The owl"]
explanation = "The owl <&>."

[[question]]
id = "night-2"
kind = "which-of-three"
entry = "bees-sting"
correct = 0
[question.nl]
question = "Wie zoemt?"
options = ["De bij", "De uil"]
explanation = "De bij."
[question.en]
question = "Who buzzes?"
options = ["The bee", "The owl"]
explanation = "The bee."
""",
    "discussion.toml": """[[bees]]
entries = ["bees-honey"]
[bees.nl]
question = "Van wie is honing?"
touches = "Van wie hem maakt en wie hem neemt."
[bees.en]
question = "Whose is honey?"
touches = "Who makes it and who takes it."
""",
    "routes.toml": """[short]
minutes = 5
[short.nl]
title = "Bijen in het kort"
intro = "Van raden naar weten <&>."
[short.en]
title = "Bees in brief"
intro = "From guessing to knowing <&>."
[[short.steps]]
quiz = "honey-1"
nl = "Raad eerst <&>."
en = "Guess first <&>."
[[short.steps]]
entry = "bees-honey"
[[short.steps]]
card = "bees-owls"
[[short.steps]]
discussion = "bees-1"
nl = "Praat erover."
en = "Talk about it."
[tale]
minutes = 9
[tale.nl]
title = "Een verhaal"
intro = "Eerst één scène."
[tale.en]
title = "A tale"
intro = "First one scene."
[[tale.steps]]
story = "dusk"
[[tale.steps]]
story = "flight"
[[tale.steps]]
entry = "bees-sting"
""",
    "story.toml": """id = "flight"
[nl]
title = "Een vlucht <&>"
intro = "Vlieg mee <&>."
ending = "Geland <&>."
[en]
title = "A flight <&>"
intro = "Fly along <&>."
ending = "Landed <&>."
[systems.hive]
entry = "bees-honey"
nl = "De korf <&>"
en = "The hive <&>"
[systems.wood]
entry = "owls-night"
nl = "Het bos"
en = "The wood"
[[scenes]]
id = "flower"
entries = ["bees-honey", "owls-night"]
since = ["paper"]
[scenes.nl]
title = "De bloem <&>"
text = "Een bloem."
since = "Later verwelkt."
[scenes.en]
title = "The flower <&>"
text = "A flower."
since = "Later it wilted."
[scenes.verdicts.wood]
effect = "nothing"
nl = "Het bos slaapt."
en = "The wood sleeps."
[[scenes.choices]]
nl = "Drinken <&>"
en = "Drink <&>"
[scenes.choices.verdicts.hive]
effect = "something"
sources = [{ work = "book", section = "One", para = [1] }, { work = "paper" }]
nl = "De korf juicht <&>."
en = "The hive cheers <&>."
[[scenes.choices]]
nl = "Voorbijvliegen"
en = "Fly past"
[scenes.choices.verdicts.hive]
effect = "unknown"
nl = "Wie weet."
en = "Who knows."
[[scenes]]
id = "dusk"
entries = ["owls-night"]
[scenes.nl]
title = "Schemer"
text = "Het wordt donker."
[scenes.en]
title = "Dusk"
text = "It grows dark."
[scenes.verdicts.hive]
effect = "nothing"
nl = "De korf slaapt."
en = "The hive sleeps."
[[scenes.choices]]
nl = "Blijven"
en = "Stay"
[scenes.choices.verdicts.wood]
effect = "something"
sources = [{ work = "book", section = "One", para = [2] }]
nl = "De uil komt."
en = "The owl comes."
[[scenes.choices]]
nl = "Naar huis"
en = "Go home"
[scenes.choices.verdicts.wood]
effect = "nothing"
nl = "Stil."
en = "Quiet."
""",
    "judged.nl.toml": """[[question]]
text = "is dat zoete goud van bijen"
accept = ["bees-honey"]

[[question]]
text = "waarvan zwelt je vinger op"
accept = ["bees-sting", "bees-honey"]
""",
    "judged.en.toml": """[[question]]
text = "who hunts without a sound"
accept = ["owls-night"]
""",
    "lexicon.nl.toml": """[honey]
forms = ["honing", "zoete goud"]
""",
    "ellipses.en.toml": """bees-honey = ["is it sweet", "and the jar"]
owls-night = ["and after dark"]
""",
    "subjects.toml": """honey = "bees-honey"
""",
    "lexicon.en.toml": """[honey]
forms = ["honey", "sweet gold"]
""",
}


def write_rich_pack(folder: Path, **replaced: str) -> Path:
    """Write the small pack with everything that can go with it; `replaced` maps a path to other contents."""
    write_pack(folder)
    for path, contents in (EXTRAS | replaced).items():
        (folder / path).parent.mkdir(exist_ok=True)
        (folder / path).write_text(contents, encoding="utf-8")
    return folder
