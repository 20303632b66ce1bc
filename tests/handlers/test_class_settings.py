"""In which language and how simply a class is answered."""

import pytest

from bot.settings import Settings
from handlers.context import Services
from handlers.phrasebook import Phrases
from knowledge.languages import Language
from tests.support.records import locked
from tests.support.rows import rows_of
from tests.support.school import begins_a_class, somebody
from tests.support.stage import Stage, buttons, said

HONEY = "tell me of honey comb"


async def test_the_class_is_shown_with_what_can_be_done(speaker: Stage, phrases: Phrases) -> None:
    await begins_a_class(speaker, "4V")
    message = await speaker.says("/class")
    assert said(message).startswith("4V\n\n")
    assert phrases.classes.few in said(message)
    assert {phrases.class_labels.qr, phrases.class_labels.language, phrases.class_labels.simple} <= {*buttons(message)}


async def test_pupils_are_answered_in_the_language_of_the_class(
    speaker: Stage, phrases: Phrases, small_services: Services, language: Language
) -> None:
    code = await begins_a_class(speaker)
    early, late = somebody(speaker, 7, "nl"), somebody(speaker, 8, "nl")
    await early.says(f"/start k-{code}")
    asked = await speaker.taps(await speaker.says("/class"), phrases.class_labels.language)
    changed = await speaker.taps(asked, "English")
    assert changed["message_id"] == asked["message_id"]
    assert phrases.classes.one_language.format(language="English") in said(changed)
    assert said(await late.says(f"/start k-{code}")).startswith("You have joined")
    assert said(await early.says("/topics")) == small_services.phrasebook["en"].topics.title
    await early.says("/language nl")
    await speaker.taps(await speaker.taps(changed, phrases.class_labels.language), phrases.class_labels.own)
    assert said(await late.says("/language")).startswith(("In which language shall I answer? I now answer in English",))
    assert await rows_of(small_services, "language", "classes") == [(None,)]
    assert (await early.says("/topics"))["text"] == small_services.phrasebook["nl"].topics.title
    assert language in {"nl", "en"}


async def test_a_simple_class_gets_simple_answers_first_as_long_as_it_is_one(
    speaker: Stage, phrases: Phrases, small_services: Services
) -> None:
    code = await begins_a_class(speaker)
    pupil = somebody(speaker, 7, "en")
    joined = await pupil.says(f"/join {code}")
    english = small_services.phrasebook["en"]
    changed = await speaker.taps(await speaker.says("/class"), phrases.class_labels.simple)
    assert phrases.classes.simple in said(changed)
    answer = await pupil.says(HONEY)
    assert english.buttons.whole in buttons(answer)
    assert english.buttons.whole not in buttons(await pupil.taps(answer, english.buttons.whole))
    assert await rows_of(small_services, "*", "preferences") == []
    changed = await speaker.taps(changed, phrases.class_labels.whole)
    assert phrases.classes.whole in said(changed)
    assert english.buttons.whole not in buttons(await pupil.says(HONEY))
    await speaker.taps(changed, phrases.class_labels.simple)
    await pupil.taps(joined, english.joining.leave)
    assert english.buttons.whole not in buttons(await pupil.says(HONEY))


@pytest.mark.parametrize("label", ["simple", "language"])
async def test_what_cannot_be_changed_is_said(
    speaker: Stage, phrases: Phrases, bot_settings: Settings, language: Language, label: str
) -> None:
    await begins_a_class(speaker)
    message = await speaker.says("/class")
    data = f"g:{language}:{ {'simple': 'simple', 'language': 'en'}[label] }-1".replace(" ", "")
    with locked(bot_settings.nuancebot_data / "nuancebot.db"):
        assert (await speaker.taps(message, data))["text"] == phrases.preferences.unkept
