"""What many tests share: the real pack with its model, a small pack, and a stage on each."""

from collections.abc import AsyncIterator, Generator, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from bot.app import Knowledge, build_services
from bot.offline.telegram import TOKEN
from bot.settings import Settings
from handlers.context import Services
from handlers.phrasebook import read_phrasebook
from knowledge.dialogue import read_followups
from knowledge.library import Library
from knowledge.loader import load
from knowledge.matching.cache import fitted
from knowledge.matching.model import Model
from knowledge.matching.training import fit
from knowledge.polyglot import Polyglot
from tests.support.extras import write_rich_pack
from tests.support.models import fit_apart
from tests.support.packs import write_pack
from tests.support.postgres import Postgres, serving_postgres
from tests.support.stage import Stage, open_stage

# Speed belongs in benchmarks: no test fails for being slow.
settings.register_profile("default", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("default")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Let a test fail in which anything logged or printed the bot's token."""
    report = yield
    if report.passed and any(TOKEN.partition(":")[2] in content for _, content in report.sections):
        report.outcome, report.longrepr = "failed", "the bot's token was logged or printed"
    return report


@pytest.fixture(scope="session")
def library() -> Library:
    """The pack that comes with the bot."""
    return load(Settings(_env_file=None).pack_folder)


@pytest.fixture(scope="session")
def model(library: Library, pytestconfig: pytest.Config) -> Model:
    """The model of the bot's own pack; kept between runs, as it is between starts."""
    return fitted(library, pytestconfig.cache.mkdir("model"), fit_apart)


@pytest.fixture(scope="session")
def knowledge(library: Library, model: Model) -> Knowledge:
    """Everything that answers questions about the bot's own pack."""
    return Knowledge(library, Polyglot(library, model, read_followups()), read_phrasebook())


@pytest.fixture(scope="session")
def small_library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """A small pack on another subject."""
    return load(write_pack(tmp_path_factory.mktemp("pack")))


@pytest.fixture(scope="session")
def rich_library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """The small pack with everything that can go with it."""
    return load(write_rich_pack(tmp_path_factory.mktemp("rich")))


@pytest.fixture(scope="session")
def small_model(small_library: Library) -> Model:
    """The model of the small pack."""
    return fit(small_library)


@pytest.fixture(scope="session")
def small_knowledge(small_library: Library, small_model: Model) -> Knowledge:
    """Everything that answers questions about the small pack."""
    return Knowledge(small_library, Polyglot(small_library, small_model, read_followups()), read_phrasebook())


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """A PostgreSQL server of the tests' own."""
    with serving_postgres() as running:
        yield running


@pytest.fixture
def bot_settings(tmp_path: Path) -> Settings:
    """Settings that keep everything in a folder of the test's own."""
    return Settings(_env_file=None, nuancebot_data=tmp_path / "data", nuancebot_language="en")


@pytest.fixture
async def services(bot_settings: Settings, knowledge: Knowledge) -> AsyncIterator[Services]:
    """The services of the bot's own pack, on a database of the test's own."""
    built = build_services(bot_settings, knowledge)
    yield built
    await built.keeper.close()


@pytest.fixture
async def small_services(bot_settings: Settings, small_knowledge: Knowledge) -> AsyncIterator[Services]:
    """The services of the small pack, on a database of the test's own."""
    built = build_services(bot_settings, small_knowledge)
    yield built
    await built.keeper.close()


@pytest.fixture
async def stage(services: Services) -> AsyncIterator[Stage]:
    """An English-speaking person in front of the bot with its own pack."""
    opened = await open_stage(services)
    yield opened
    await opened.application.shutdown()


@pytest.fixture
async def small_stage(small_services: Services) -> AsyncIterator[Stage]:
    """An English-speaking person in front of the bot with the small pack."""
    opened = await open_stage(small_services)
    yield opened
    await opened.application.shutdown()
