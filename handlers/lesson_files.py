"""A route of one's own as a small TOML file that a teacher sends: made, or told line by line what is wrong with it."""

import json
from html import escape

from telegram import Document, InputFile, Update

from handlers.buttons import Tap, Verb
from handlers.context import Context
from handlers.draft_pages import made_page
from handlers.phrasebook import Phrases
from handlers.prose import TEXT_LIMIT, visible_length
from handlers.replies import Reply, button
from handlers.talk import chat_of, dialogue_of, in_group, phrases_for, send, tell
from handlers.unreadable import not_text
from knowledge.languages import Language
from knowledge.lessons.own_routes import LARGEST_FILE, Complaint, Naming, UnusableFileError, read_own_route
from knowledge.library import Library
from knowledge.records.own_routes import keep_route, new_route_id

# What a file of a route is called.
SUFFIX = ".toml"


async def take_file(update: Update, context: Context) -> None:
    """Make a route of a file that was sent; one that is called otherwise is nothing that can be read."""
    document = update.effective_message.document if update.effective_message else None
    if document is None or not (document.file_name or "").lower().endswith(SUFFIX):
        await not_text(update, context)
        return
    dialogue = await dialogue_of(update, context)
    services, phrases, language = context.services, phrases_for(context, dialogue), dialogue.prior
    content = await _content(document)
    if content is None:
        await tell(update, phrases.own.too_large.format(kilobytes=LARGEST_FILE // 1000))
        return
    naming = Naming(new_route_id(), language, phrases.own.untitled, phrases.own.intro)
    try:
        route = read_own_route(content, services.library, naming)
    except UnusableFileError as error:
        await send(update, complaints_page(phrases, error.complaints, language))
        return
    kept = await keep_route(services.keeper, chat_of(update).id, route)
    if not kept:
        await tell(update, phrases.preferences.unkept if kept is None else phrases.own.too_many)
        return
    await send(update, made_page(phrases, route, language))


async def show_example(update: Update, context: Context, tap: Tap) -> None:
    """Send a file to begin with, and say how it works."""
    phrases = context.services.phrasebook[tap.language]
    if in_group(update):
        await tell(update, phrases.own.only_private)
        return
    content = example_file(context.services.library, phrases).encode()
    file = InputFile(content, filename=f"{phrases.own.file_name}{SUFFIX}")
    await chat_of(update).send_document(file, caption=phrases.own.how_file)


def example_file(library: Library, phrases: Phrases) -> str:
    """Write a file that makes a route as it stands: of what the pack has, one of each kind."""
    words = phrases.own
    found: dict[str, tuple[str, str | None]] = {
        "quiz": (words.quiz, next(iter(library.quiz), None)),
        "entry": (words.entry, library.starters[0].id),
        "card": (words.card, next(iter(library.distinctions), None)),
        "story": (words.story, library.story.scenes[0].id if library.story else None),
        "discussion": (words.discussion, next((f"{topic}-1" for topic in library.discussion), None)),
    }
    head = {"title": words.file_title, "intro": words.file_intro}
    lines = [f"# {words.file_head}", *(f"{key} = {_quoted(text)}" for key, text in head.items()), "minutes = 20"]
    for kind, (label, name) in found.items():
        if name:
            lines += ["", f"# {label}", "[[steps]]", f"{kind} = {_quoted(name)}"]
            lines += [f"say = {_quoted(words.file_say)}"] if kind == "entry" else []
    return "\n".join([*lines, ""])


def _quoted(text: str) -> str:
    """Write a text as TOML and JSON both do."""
    return json.dumps(text, ensure_ascii=False)


def complaints_page(phrases: Phrases, complaints: tuple[Complaint, ...], language: Language) -> Reply:
    """Say what is wrong with a file, by line, as far as a message goes."""
    lines = [_line(phrases, complaint) for complaint in complaints]
    while visible_length(html := "\n".join([escape(phrases.own.unusable), *map(escape, lines)])) > TEXT_LIMIT:
        lines = lines[:-1]
    example = button(phrases.own.by_file, Tap(Verb.OWN_FILE, language))
    return Reply(html, ((example,),))


def _line(phrases: Phrases, complaint: Complaint) -> str:
    reason = getattr(phrases.complaints, complaint.kind).format(key=complaint.key, detail=complaint.detail)
    return f"{phrases.own.at_line.format(line=complaint.line)}: {reason}" if complaint.line else reason


async def _content(document: Document) -> bytes | None:
    """Fetch a file; None if it is too large, whatever is said of its size."""
    if (document.file_size or 0) > LARGEST_FILE:
        return None
    content = bytes(await (await document.get_file()).download_as_bytearray())
    return content if len(content) <= LARGEST_FILE else None
