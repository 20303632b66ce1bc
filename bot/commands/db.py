"""`nuancebot db`: looks after the database while the bot is stopped, or beside it."""

import asyncio
import shutil
import tempfile
from collections.abc import Awaitable, Callable, Coroutine, Mapping
from pathlib import Path
from typing import Any, TypeVar

import click
from sqlalchemy import URL, make_url, text
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from bot.commands.common import pass_settings
from bot.database import open_engine
from bot.settings import Settings, is_database
from knowledge.records.moving import MovingError, copy_all, rows_of
from knowledge.records.revisions import newest_revision, revision_of, upgrade

Result = TypeVar("Result")

_NEW_FILE = click.Path(path_type=Path, dir_okay=False)
_OLD_FILE = click.Path(path_type=Path, dir_okay=False, exists=True)


@click.group()
def db() -> None:
    """Look after the database."""


@db.command("upgrade")
@pass_settings
def upgrade_command(settings: Settings) -> None:
    """Bring the tables to the newest revision; the bot does so itself when it starts."""

    async def work(engine: AsyncEngine) -> None:
        async with engine.begin() as connection:
            await connection.run_sync(upgrade)

    _done(_with(settings.database_url, work))
    click.echo(f"{_shown(settings.database_url)}: revision {newest_revision()}")


@db.command("check")
@pass_settings
def check_command(settings: Settings) -> None:
    """Say whether the database can be used, and how many rows are in it."""

    async def work(engine: AsyncEngine) -> tuple[str | None, str, Mapping[str, int]]:
        async with engine.connect() as connection:
            revision = await connection.run_sync(revision_of)
            state = await _state(connection)
        return revision, state, await rows_of(engine) if revision == newest_revision() else {}

    revision, state, rows = _done(_with(settings.database_url, work))
    if revision != newest_revision():
        msg = f"revision {revision}, this version needs {newest_revision()}: nuancebot db upgrade"
        raise click.ClickException(msg)
    if state != "ok":
        raise click.ClickException(state)
    click.echo(f"{_shown(settings.database_url)}: ok, revision {revision}")
    _tell(rows)


@db.command()
@click.argument("file", type=_NEW_FILE)
@pass_settings
def backup(settings: Settings, file: Path) -> None:
    """Copy everything into a new FILE, a SQLite database, as of one moment; the bot may go on meanwhile."""
    if file.exists():
        msg = f"{file} is there already"
        raise click.ClickException(msg)
    _tell(_done(_copy(settings.database_url, _in_file(file))))
    click.echo(f"{file} is written. It needs {settings.nuancebot_data / 'pseudonym.key'} beside it: keep both.")


@db.command()
@click.argument("file", type=_OLD_FILE)
@pass_settings
def restore(settings: Settings, file: Path) -> None:
    """Copy everything from FILE, which `backup` wrote, into the database, which must be empty."""
    with tempfile.TemporaryDirectory() as folder:
        # It may be of an earlier version, and stays as it is.
        copy = Path(folder) / "copy.db"
        shutil.copyfile(file, copy)

        async def work(engine: AsyncEngine) -> None:
            async with engine.begin() as connection:
                if await connection.run_sync(revision_of) is None:
                    msg = f"{file} is no copy of a database"
                    raise MovingError(msg)
                await connection.run_sync(upgrade)

        _done(_with(_in_file(copy), work))
        _tell(_done(_copy(_in_file(copy), settings.database_url)))


@db.command()
@click.argument("url")
@pass_settings
def move(settings: Settings, url: str) -> None:
    """Copy everything into the empty database at URL; stop the bot before, and set NUANCEBOT_DATABASE_URL after."""
    if not is_database(url):
        raise click.BadParameter("is not the address of a database", param_hint="URL")
    _tell(_done(_copy(settings.database_url, make_url(url))))
    click.echo(f"All is in {_shown(make_url(url))}: set NUANCEBOT_DATABASE_URL to it.")


async def _copy(source: URL, target: URL) -> Mapping[str, int]:
    async def work(engine: AsyncEngine) -> Mapping[str, int]:
        return await _with(target, lambda other: copy_all(engine, other))

    return await _with(source, work)


async def _with(url: URL, work: Callable[[AsyncEngine], Awaitable[Result]]) -> Result:
    engine = open_engine(url)
    try:
        return await work(engine)
    finally:
        await engine.dispose()


def _done(work: Coroutine[Any, Any, Result]) -> Result:
    """Do it; what a database refuses is one line, in the driver's own words, which quote no rows."""
    try:
        return asyncio.run(work)
    except MovingError as error:
        raise click.ClickException(str(error)) from None
    except SQLAlchemyError as error:
        raise click.ClickException(str(getattr(error, "orig", None) or type(error).__name__)) from None
    except (OSError, TimeoutError) as error:
        raise click.ClickException(str(error) or type(error).__name__) from None


async def _state(connection: AsyncConnection) -> str:
    if connection.dialect.name == "sqlite":
        return str(await connection.scalar(text("PRAGMA integrity_check(1)")))
    return "ok"


def _in_file(file: Path) -> URL:
    return URL.create("sqlite+aiosqlite", database=file.as_posix())


def _shown(url: URL) -> str:
    return url.render_as_string(hide_password=True)


def _tell(rows: Mapping[str, int]) -> None:
    for name, count in rows.items():
        click.echo(f"  {name}: {count}")
