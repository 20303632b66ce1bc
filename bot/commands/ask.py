"""`nuancebot ask`: one answer for a person, or a stream of them for a program."""

import sys

import click

from bot.app import build_knowledge
from bot.commands.common import pass_settings
from bot.door import Door, explain
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
    for aspect, told in explain(outcome).items() if why else ():
        click.echo(f"{aspect}: {told}")
