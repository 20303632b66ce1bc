"""`nuancebot ask`: one answer for a person, or a stream of them for a program."""

import sys
from typing import Any

import click
from rich.console import Console
from rich.table import Table

from bot.app import build_knowledge
from bot.commands.common import pass_settings
from bot.door import Door
from bot.plain import plain_text
from bot.settings import Settings
from handlers.rendering import render


@click.command()
@click.argument("question", required=False)
@click.option("--jsonl", is_flag=True, help="Read a JSON object a line on standard input, answer one a line.")
@click.option("--why", is_flag=True, help="Tell also how the question was read.")
@pass_settings
def ask(settings: Settings, question: str | None, *, jsonl: bool, why: bool) -> None:
    """Answer QUESTION, or with --jsonl the questions on standard input."""
    if jsonl == (question is not None):
        msg = "give a QUESTION or --jsonl"
        raise click.UsageError(msg)
    if jsonl and why:
        msg = 'with --jsonl a line asks for it: {"text": "…", "why": true}'
        raise click.UsageError(msg)
    knowledge = build_knowledge(settings)
    door = Door(knowledge, settings.nuancebot_language)
    if question is None:
        for answer in door.answer_lines(sys.stdin.buffer):
            click.echo(answer)
            sys.stdout.flush()
        return
    outcome = door.outcome(question)
    reply = render(knowledge.library, knowledge.phrasebook, outcome)
    click.echo(plain_text(reply.html))
    for row in reply.rows:
        for button in row:
            click.echo(f"  - {button.text}")
    if why:
        show(door.why(question, outcome))


def show(why: dict[str, Any]) -> None:
    """Print how a question was read, an aspect a line, and below a table of the candidates by signal."""
    candidates = why.pop("candidates")
    for aspect, told in why.items():
        click.echo(f"{aspect}: {told}")
    table = Table("candidate", "probability", *candidates[0]["signals"])
    for candidate in candidates:
        numbers = (f"{value:.2f}" for value in (candidate["probability"], *candidate["signals"].values()))
        table.add_row(candidate["entry"], *numbers)
    # Narrower, and the heads of the columns are cut.
    console = Console(width=max(Console().width, 130))
    console.print(table)
