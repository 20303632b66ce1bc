"""A whole entry as a file: sent as a form with the wordings filled in, and taken back filled in."""

from io import BytesIO

import tomli
from telegram import Document, InputFile, Update

from handlers.context import Context
from handlers.roles import role_of
from handlers.talk import chat_of
from knowledge.languages import Language
from knowledge.problems import BrokenPackError
from knowledge.proposals import Proposal
from knowledge.records.proposals import begin
from knowledge.upkeep.new import form_of
from knowledge.written_entries import entry_change

SUFFIX = ".toml"
# An entry with two hundred ways to ask in each language is half of it.
LARGEST = 60_000


async def send_form(update: Update, context: Context, proposal: Proposal, language: Language) -> None:
    """Send a form for a new entry that answers what the proposal is about."""
    services, words = context.services, context.services.phrasebook[language].teach
    near = proposal.options[0] if proposal.options else services.library.starters[0].id
    topic = services.library.entries[near].topic
    form = form_of(services.library, topic, services.now().date(), proposal.texts, after=near)
    file = InputFile(BytesIO(form.encode()), filename=f"new-entry{SUFFIX}")
    await chat_of(update).send_document(file, caption=words.form)


async def entry_in(update: Update, context: Context, document: Document) -> Proposal | str | None:
    """Take an entry from a file that an editor sent, as a proposal; a sentence if it can't be, None if it is none."""
    services = context.services
    if not await role_of(update, services) or (document.file_size or 0) > LARGEST:
        return None
    content = bytes(await (await document.get_file()).download_as_bytearray())
    try:
        text = content.decode()
        about = tomli.loads(text).get("change")
    except (ValueError, RecursionError):
        return None
    if not isinstance(about, dict) or len(content) > LARGEST:
        return None
    name, topic, after = (str(about.get(key, "")) for key in ("id", "topic", "after"))
    try:
        change = entry_change(services.library, name, text, topic, after)
    except BrokenPackError as error:
        return str(error)
    proposal = Proposal(0, chat_of(update).id, "begun", (), changes=(change,))
    return await begin(services.keeper, proposal, services.now())
