"""Settings reach a command when it runs."""

import logging

import pytest

from bot.commands.common import pass_settings
from bot.settings import Settings, SettingsError

pytestmark = pytest.mark.usefixtures("bare", "kept_logging")


def test_a_command_gets_the_settings_and_what_it_was_given(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NUANCEBOT_LANGUAGE", "en")
    monkeypatch.setenv("NUANCEBOT_LOG_LEVEL", "ERROR")
    got: list[tuple[Settings, str, bool]] = []

    @pass_settings
    def command(settings: Settings, question: str, *, loud: bool) -> None:
        got.append((settings, question, loud))

    command("why", loud=True)
    [(settings, question, loud)] = got
    assert (settings.nuancebot_language, question, loud) == ("en", "why", True)
    assert logging.getLogger("bot").level == logging.ERROR


def test_a_wrong_setting_is_found_when_the_command_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    @pass_settings
    def command(_settings: Settings) -> None:
        pytest.fail("ran with a wrong setting")

    monkeypatch.setenv("NUANCEBOT_LANGUAGE", "fr")
    with pytest.raises(SettingsError, match="NUANCEBOT_LANGUAGE"):
        command()
