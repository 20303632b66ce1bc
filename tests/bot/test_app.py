"""The wiring of the parts."""

import logging
from pathlib import Path

import pytest

from bot.app import Knowledge, build_application, build_knowledge, build_services, offline_builder, online_builder
from bot.offline.request import OfflineRequest
from bot.offline.telegram import TOKEN, OfflineTelegram
from bot.settings import Settings
from bot.web.rooms import Rooms
from handlers.context import Services
from knowledge.outcomes import Dialogue
from knowledge.problems import BrokenPackError
from tests.support.packs import write_pack
from tests.support.stage import open_stage

pytestmark = pytest.mark.usefixtures("bare")


def settings_in(folder: Path, data: str = "data") -> Settings:
    return Settings(_env_file=None, nuancebot_data=folder / data, nuancebot_pack=str(folder / "pack"))


def test_a_pack_is_learned_once_and_read_from_the_data_folder_after(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    settings = settings_in(tmp_path)
    write_pack(settings.pack_folder)
    caplog.set_level(logging.INFO, "knowledge")
    for _ in range(2):
        knowledge = build_knowledge(settings)
        outcome, _dialogue = knowledge.answerer.answer("tell me of honey comb", Dialogue("en"))
        assert outcome.entry == "bees-honey"
        assert {*knowledge.phrasebook} == {"nl", "en"}
    assert caplog.text.count("learning from the pack's phrasings") == 1


def test_a_data_folder_that_can_not_be_used_keeps_nobody_from_answers(tmp_path: Path) -> None:
    settings = settings_in(tmp_path, data="file/data")
    (tmp_path / "file").write_text("in the way")
    write_pack(settings.pack_folder)
    assert build_knowledge(settings).library.entries


def test_a_broken_pack_is_reported_in_full(tmp_path: Path) -> None:
    settings = settings_in(tmp_path)
    write_pack(settings.pack_folder, pack="work = 1", sources="[book")
    with pytest.raises(BrokenPackError) as broken:
        build_knowledge(settings)
    assert {problem.path for problem in broken.value.problems} == {"pack.toml", "sources.toml"}


@pytest.mark.parametrize("folder", ["data", "with space", "höë 数据", "100%", "a#b", "a:b@c"])
async def test_records_are_kept_in_the_data_folder(tmp_path: Path, small_knowledge: Knowledge, folder: str) -> None:
    services = build_services(settings_in(tmp_path, folder), small_knowledge)
    assert not (tmp_path / folder / "nuancebot.db").exists()
    await services.keeper.keep(1, Dialogue("en", entry="bees-honey"))
    assert await services.keeper.dialogue(1) == Dialogue("en", entry="bees-honey")
    await services.keeper.close()
    assert (tmp_path / folder / "nuancebot.db").exists()


async def test_a_question_mark_in_the_data_folder_is_part_of_its_name(
    tmp_path: Path, small_knowledge: Knowledge
) -> None:
    services = build_services(settings_in(tmp_path, "what?"), small_knowledge)
    await services.keeper.prepare()
    await services.keeper.close()
    assert (tmp_path / "what?" / "nuancebot.db").exists()


async def test_a_conversation_goes_on_after_a_restart(tmp_path: Path, small_knowledge: Knowledge) -> None:
    for text, said in (("tell me of honey comb", "something of honey"), ("source", "This answer rests on:")):
        services = build_services(settings_in(tmp_path), small_knowledge)
        stage = await open_stage(services)
        assert said in (await stage.says(text))["text"]
        await stage.application.shutdown()
        await services.keeper.close()


@pytest.mark.parametrize(("language", "welcome"), [("nl", "Dag! Vraag maar."), ("en", "Hello! Ask away.")])
async def test_people_without_a_known_language_are_met_in_the_one_that_was_set(
    tmp_path: Path, small_knowledge: Knowledge, language: str, welcome: str
) -> None:
    settings = settings_in(tmp_path).model_copy(update={"nuancebot_language": language})
    services = build_services(settings, small_knowledge)
    stage = await open_stage(services, language_code="zh-hans")
    assert (await stage.says("/start"))["text"] == welcome
    await stage.application.shutdown()
    await services.keeper.close()


async def test_the_offline_application_is_handed_its_updates(small_services: Services) -> None:
    request = OfflineRequest(OfflineTelegram())
    application = build_application(small_services, offline_builder(request, TOKEN))
    assert application.updater is None
    async with application:
        assert application.bot.username == "nuance_offline_bot"


@pytest.mark.parametrize("base_url", ["https://api.telegram.org/bot", "http://localhost:8081/bot"])
async def test_the_online_application_calls_the_server_that_was_set(small_services: Services, base_url: str) -> None:
    settings = Settings(_env_file=None, telegram_api_base_url=base_url)
    application = build_application(small_services, online_builder(settings, TOKEN, Rooms()))
    assert application.bot.base_url == f"{base_url}{TOKEN}"
    assert application.bot.base_file_url == f"{base_url.removesuffix('/bot')}/file/bot{TOKEN}"
    assert application.updater is None
