"""What the tests of handlers share: stages in each language, in groups, and with other services."""

from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import replace
from typing import TypeAlias

import numpy as np
import pytest

from handlers.context import Services
from handlers.phrasebook import Phrases
from knowledge.answering import Answerer
from knowledge.dialogue import read_followups
from knowledge.languages import LANGUAGES, Language
from knowledge.library import Library
from knowledge.loader import load
from knowledge.matching.model import Model
from tests.support.extras import write_rich_pack
from tests.support.stage import Stage, open_stage

Open: TypeAlias = Callable[..., Awaitable[Stage]]


@pytest.fixture
async def open_as(small_services: Services) -> AsyncIterator[Open]:
    """Open stages: `open_as(language_code, group=…, services=…)`, with the small pack unless told otherwise."""
    opened: list[Stage] = []

    async def open_one(
        language_code: str | None = "en", *, group: int | None = None, services: Services = small_services
    ) -> Stage:
        opened.append(await open_stage(services, language_code, group))
        return opened[-1]

    yield open_one
    for stage in opened:
        await stage.application.shutdown()


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> Language:
    """Each language in turn."""
    code: Language = request.param
    return code


@pytest.fixture
def phrases(small_services: Services, language: Language) -> Phrases:
    """The bot's own sentences in that language."""
    return small_services.phrasebook[language]


@pytest.fixture
async def speaker(open_as: Open, language: Language) -> Stage:
    """A person whose Telegram is set to that language, in front of the bot with the small pack."""
    return await open_as(language)


@pytest.fixture
async def group_stage(open_as: Open, language: Language) -> Stage:
    """A person whose Telegram is set to that language, in a group with the bot with the small pack."""
    return await open_as(language, group=-1001)


@pytest.fixture
async def unsure_of_two(open_as: Open, small_services: Services, small_model: Model, language: Language) -> Stage:
    """A person with that language chosen, in front of a bot that answers everything and is sure of nothing."""
    low = np.zeros_like(small_model.decision.weights)
    decision = replace(small_model.decision, weights=low, answer_from=0.1, offer_from=0.1)
    answerer = Answerer(small_services.library, replace(small_model, decision=decision), read_followups())
    stage = await open_as(language, services=replace(small_services, answerer=answerer))
    await stage.says(f"/language {language}")
    return stage


@pytest.fixture
async def unsure(open_as: Open, small_services: Services, small_model: Model, language: Language) -> Stage:
    """A person whose Telegram is set to that language, in front of a bot that is sure of no question."""
    lines = replace(small_model.decision, answer_from=2.0, offer_from=-1.0)
    answerer = Answerer(small_services.library, replace(small_model, decision=lines), read_followups())
    return await open_as(language, services=replace(small_services, answerer=answerer))


@pytest.fixture(scope="session")
def rich_library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """The small pack with everything that can go with it."""
    return load(write_rich_pack(tmp_path_factory.mktemp("rich")))


@pytest.fixture
def rich_services(small_services: Services, rich_library: Library) -> Services:
    """The services of the small pack with everything that can go with it."""
    return replace(small_services, library=rich_library)


@pytest.fixture
async def pupil(open_as: Open, rich_services: Services, language: Language) -> Stage:
    """A person whose Telegram is set to that language, in front of the bot with the small pack and its lessons."""
    return await open_as(language, services=rich_services)
