"""Reading a message in the light of the conversation."""

from dataclasses import replace

import pytest

from bot.app import Knowledge
from knowledge.dialogue.apart import Apart
from knowledge.dialogue.context import Contexts, Verdict
from knowledge.dialogue.followups import Heard, read_followups
from knowledge.matching.model import Model
from knowledge.outcomes import Dialogue

FOLLOWUPS = read_followups()
HERE = Dialogue("en", entry="sesame-voluntary", offered=("national-sanctions",), said="answer")


@pytest.fixture(scope="module")
def contexts(knowledge: Knowledge, model: Model) -> Contexts:
    """Contexts in the bot's own pack."""
    return Contexts(knowledge.library, model, Apart(knowledge.library))


def weigh(contexts: Contexts, model: Model, text: str, dialogue: Dialogue) -> tuple[Verdict, Heard]:
    heard = FOLLOWUPS.hear(text, dialogue)
    reading = model.reader.read(heard.question)
    return contexts.weigh(heard, reading, model.decision.judge(reading), dialogue), heard


def test_the_context_decides_what_a_few_words_mean(contexts: Contexts, model: Model) -> None:
    verdict, heard = weigh(contexts, model, "and the rewards?", HERE)
    assert verdict.label == "sesame-rewards"
    elsewhere = replace(HERE, entry="rongcheng-what", offered=("rongcheng-points",))
    verdict, heard = weigh(contexts, model, "and the rewards?", elsewhere)
    assert verdict.label == "rongcheng-rewards"
    outcome = contexts.outcome(verdict, heard, "en", elsewhere)
    assert (outcome.act, str(outcome.read_as)) == ("answer", "elliptical, with rongcheng-what")
    assert "rongcheng-rewards" not in outcome.options


def test_what_is_far_off_is_refused_in_any_context(contexts: Contexts, model: Model) -> None:
    verdict, heard = weigh(contexts, model, "what does a house in shanghai cost", HERE)
    assert (verdict.label, verdict.is_act) in ((None, False), ("-", False))
    outcome = contexts.outcome(replace(verdict, label=None), heard, "en", HERE)
    assert outcome.act in ("fallback", "clarify")


def test_an_act_is_weighed_with_the_rest_and_impossible_without_an_answer(contexts: Contexts, model: Model) -> None:
    verdict, _ = weigh(contexts, model, "can you put it a little simpler for me", HERE)
    assert verdict.is_act
    verdict, _ = weigh(contexts, model, "can you put it a little simpler for me", replace(HERE, entry=None))
    assert not verdict.is_act


def test_what_was_rejected_is_not_said_again(contexts: Contexts, model: Model) -> None:
    asked = "was sesame credit compulsory"
    verdict, _ = weigh(contexts, model, asked, HERE)
    assert verdict.label == "sesame-voluntary"
    verdict, _ = weigh(
        contexts, model, asked, replace(HERE, entry=None, said="clarify", rejected=("sesame-voluntary",))
    )
    assert verdict.label != "sesame-voluntary"
    assert "sesame-voluntary" not in verdict.ranking[:3]


@pytest.mark.parametrize("text", ["when", "and who"])
def test_what_names_nothing_of_its_own_is_offered_something_rather_than_refused(
    contexts: Contexts, model: Model, text: str
) -> None:
    verdict, heard = weigh(contexts, model, text, HERE)
    outcome = contexts.outcome(verdict, heard, "en", HERE)
    assert outcome.act in ("answer", "clarify")
    assert outcome.entry or outcome.options
