"""Pictures to upload, and a stage whose pack has some to send."""

from io import BytesIO

from PIL import Image

from bot.app import build_application, offline_builder
from bot.offline.person import Person
from bot.offline.request import OfflineRequest
from bot.offline.telegram import TOKEN, OfflineTelegram
from handlers.context import Services
from tests.support.stage import Stage


def picture(width: int = 8, height: int = 6, kind: str = "PNG") -> bytes:
    """Give a picture of so many pixels."""
    file = BytesIO()
    Image.new("RGB", (width, height), (200, 10, 10)).save(file, kind)
    return file.getvalue()


async def stage_on(
    telegram: OfflineTelegram, services: Services, language_code: str = "en", group: int | None = None
) -> Stage:
    """Put the application on a Telegram that is there already, as after a restart."""
    application = build_application(services, offline_builder(OfflineRequest(telegram), TOKEN))
    await application.initialize()
    return Stage(application, telegram, Person(telegram, language_code=language_code, group=group))
