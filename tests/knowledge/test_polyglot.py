"""Messages in other languages: answered in English when they are understood well enough, never with a wrong match."""

# ruff: noqa: RUF001  (letters of other scripts are what this is about)

import pytest

from bot.app import Knowledge
from bot.door import Door
from knowledge.languages import Language
from knowledge.outcomes import Dialogue
from tests.support.asking import ask

UNDERSTOOD = [
    ("de", "was passiert wenn man in Shenzhen bei rot über die ampel geht", "shenzhen-jaywalking"),
    ("fr", "les caméras de shenzhen marchent-elles bien ?", "shenzhen-cameras-fail"),
    ("es", "se puede salir de la lista negra?", "getting-off-list"),
    ("pt", "os filhos dos devedores são punidos", "children-school"),
    ("it", "chi ha scritto l'articolo", "who-is-author"),
    ("pl", "czy wszyscy chińczycy mają ocenę", "everyone-scored"),
    ("tr", "borçluların çocukları cezalandırılıyor mu", "children-school"),
    ("ar", "ما هو نظام الائتمان الاجتماعي", "what-is-it"),
    ("zh", "每个中国人都有分数吗", "everyone-scored"),
    ("ru", "у каждого китайца есть рейтинг?", "everyone-scored"),
]
NOT_OURS = [
    ("de", "wie wird das wetter morgen in berlin"),
    ("fr", "quelle est la capitale du pérou"),
    ("es", "qué tiempo hará mañana"),
    ("pt", "quanto custa um apartamento em pequim"),
    ("it", "chi ha vinto la partita ieri sera"),
    ("pl", "jaka jest pogoda w warszawie"),
    ("tr", "çin yemeği nasıl yapılır"),
    ("ar", "ما هي عاصمة الصين"),
    ("zh", "今天天气怎么样"),
    ("ru", "какая погода будет завтра"),
    ("other", "vad kostar ett hus och en bil"),
]


@pytest.mark.parametrize(("tongue", "text", "entry"), UNDERSTOOD)
@pytest.mark.parametrize("expected", ["nl", "en"])
def test_what_is_understood_is_answered_in_english(
    knowledge: Knowledge, tongue: str, text: str, entry: str, expected: Language
) -> None:
    outcome, dialogue = knowledge.answerer.answer(text, Dialogue(expected))
    assert (outcome.act, outcome.entry, outcome.language, outcome.tongue) == ("answer", entry, "en", tongue)
    assert (dialogue.entry, dialogue.language) == (entry, "en")


@pytest.mark.parametrize("expected", ["nl", "en"])
def test_what_may_mean_several_things_is_refused_with_those(knowledge: Knowledge, expected: Language) -> None:
    outcome, dialogue = knowledge.answerer.answer("czy wszyscy chińczycy mają punkty", Dialogue(expected))
    assert (outcome.act, outcome.entry, outcome.language, outcome.tongue) == ("fallback", None, "en", "pl")
    assert outcome.options[0] == "everyone-scored"
    assert outcome.options != knowledge.library.pack.starters
    assert dialogue.offered == outcome.options


@pytest.mark.parametrize(("tongue", "text"), NOT_OURS)
def test_what_is_not_gets_the_starters(knowledge: Knowledge, tongue: str, text: str) -> None:
    outcome, dialogue = knowledge.answerer.answer(text, Dialogue("nl"))
    starters = knowledge.library.pack.starters
    assert (outcome.act, outcome.entry, outcome.language, outcome.tongue) == ("fallback", None, "en", tongue)
    assert (outcome.options, dialogue.offered) == (starters, starters)


def test_a_language_that_was_chosen_stays(knowledge: Knowledge) -> None:
    outcome, dialogue = knowledge.answerer.answer(UNDERSTOOD[0][1], Dialogue("nl", choice="nl"))
    assert (outcome.language, dialogue.language, dialogue.choice) == ("nl", "nl", "nl")


@pytest.mark.parametrize("text", ["wat is social credit", "who wrote the essay", "hoi", "danke", "2", ""])
def test_our_own_languages_and_short_messages_are_read_as_ever(knowledge: Knowledge, text: str) -> None:
    assert knowledge.answerer.answer(text, Dialogue("nl"))[0].tongue is None


def test_the_door_says_answer_or_fallback_in_english(knowledge: Knowledge) -> None:
    door = Door(knowledge, "nl")
    answer, refusal = ask(door, UNDERSTOOD[0][1]), ask(door, NOT_OURS[0][1])
    assert (answer["act"], answer["lang"], answer["entry"]) == ("answer", "en", "shenzhen-jaywalking")
    assert (refusal["act"], refusal["lang"], refusal["entry"]) == ("fallback", "en", None)
    assert answer["text"].startswith("Ich antworte auf Niederländisch und Englisch. Vielleicht meinst du das:\n\n")
    assert refusal["text"] == "Ich antworte auf Niederländisch und Englisch. Damit kannst du anfangen:"


def test_a_long_message_costs_no_more_than_its_beginning(small_knowledge: Knowledge) -> None:
    outcome, _ = small_knowledge.answerer.answer("und was ist das denn " * 100_000, Dialogue("nl"))
    assert outcome.tongue == "de"
