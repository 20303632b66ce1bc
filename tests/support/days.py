"""A calendar that is turned by hand, and jobs that are run by hand."""

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from handlers.context import App, Context, queue_of
from tests.support.stage import Data, Stage

if TYPE_CHECKING:
    from telegram.ext import Job

ZONE = ZoneInfo("Europe/Amsterdam")


@dataclass
class Calendar:
    """A clock that stands still until it is set; it begins on a winter's morning in Amsterdam."""

    moment: dt.datetime = dt.datetime(2027, 1, 4, 7, 30, tzinfo=ZONE)

    def __call__(self) -> dt.datetime:
        """Tell the time in UTC."""
        return self.moment.astimezone(dt.UTC)

    def turn(self, day: int, hour: int, minute: int = 0) -> None:
        """Set the day of January 2027, and the hour."""
        self.moment = dt.datetime(2027, 1, day, hour, minute, tzinfo=ZONE)


def jobs_of(application: App) -> "tuple[Job[Context], ...]":
    """List what waits in the job queue."""
    return queue_of(application).jobs()


async def run_jobs(stage: Stage) -> list[Data]:
    """Run everything that waits in the job queue, once; give the messages that were sent."""
    before = len(stage.telegram.calls)
    for job in jobs_of(stage.application):
        await job.run(stage.application)
    return [call.result for call in stage.telegram.calls[before:] if call.method in {"sendmessage", "sendphoto"}]
