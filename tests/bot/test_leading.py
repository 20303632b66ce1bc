"""What one process does for all."""

import pytest

from bot.leading import begin_to_lead
from bot.offline.refusals import RefusedError
from handlers.context import queue_of
from tests.support.stage import Stage


async def test_the_commands_are_published_and_the_clock_is_watched_once(small_stage: Stage) -> None:
    for _ in range(2):
        await begin_to_lead(small_stage.application)
    assert "setmycommands" in {call.method for call in small_stage.telegram.calls}
    alive = [job for job in queue_of(small_stage.application).get_jobs_by_name("sweeping") if not job.removed]
    assert len(alive) == 1


async def test_what_telegram_refuses_does_not_keep_the_rest_from_beginning(
    small_stage: Stage, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    async def refuse(*_: object, **__: object) -> None:
        raise RefusedError("no")

    monkeypatch.setattr(small_stage.telegram, "_perform", refuse)
    await begin_to_lead(small_stage.application)
    assert "could not be published: BadRequest" in caplog.text
    assert queue_of(small_stage.application).get_jobs_by_name("sweeping")
