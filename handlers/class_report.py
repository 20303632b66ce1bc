"""/class report: what the class asked and mixed up, as a message, as a table and as a PDF."""

import asyncio
from collections.abc import Callable
from html import escape

from telegram import InputFile, Update

from handlers.class_gate import Action, Taught, refusal
from handlers.class_pages import class_button
from handlers.context import Context
from handlers.phrasebook import Phrases
from handlers.prose import TEXT_LIMIT, first_that_fits
from handlers.replies import Reply
from handlers.report_words import About, sheet_of
from handlers.talk import chat_of, place_of, send, tell
from knowledge.classes import Refused
from knowledge.records.class_material import material_of
from knowledge.reports.charts import said
from knowledge.reports.material import Material
from knowledge.reports.report import report_of
from knowledge.reports.sheet import Row, Section, Sheet
from knowledge.reports.table import table_of

# Of each section in a message, as many as there is room for; all of them are in the files.
_ROWS_SHOWN = (12, 6, 3, 1)


async def show_report(update: Update, context: Context, taught: Taught) -> None:
    """Tell how a class did, with buttons for the files."""
    phrases = context.services.phrasebook[taught.language]
    sheet = await _sheet(update, context, taught)
    if sheet is None:
        return
    rows = tuple(
        class_button(label, action, taught.school_class, taught.language)
        for action, label in (
            ("csv", phrases.report.csv),
            ("pdf", phrases.report.pdf),
            ("show", phrases.class_labels.show),
        )
    )
    await send(update, Reply(report_html(phrases, sheet), rows))


def send_file(draw: Callable[[Sheet], bytes], ending: str) -> Action:
    """Make the action that sends the report as a file."""

    async def action(update: Update, context: Context, taught: Taught) -> None:
        sheet = await _sheet(update, context, taught)
        if sheet is None:
            return
        words = context.services.phrasebook[taught.language].report
        content = await asyncio.to_thread(draw, sheet)
        name = f"{words.file}-{taught.school_class.code}.{ending}"
        told = f"{sheet.title}\n\n{words.on_page}" if context.services.page_links else sheet.title
        await chat_of(update).send_document(InputFile(content, filename=name), told, **place_of(update))

    return action


def _pdf(sheet: Sheet) -> bytes:
    from knowledge.reports.pdf import draw_pdf  # noqa: PLC0415  (a third of a second that a start saves)

    return draw_pdf(sheet)


send_table = send_file(table_of, "csv")
send_pdf = send_file(_pdf, "pdf")


def report_html(phrases: Phrases, sheet: Sheet) -> str:
    """Give a report as a message: the first rows of each section, fewer of them where there is too little room."""
    return first_that_fits([_html(phrases, sheet, rows) for rows in _ROWS_SHOWN], TEXT_LIMIT)


def _html(phrases: Phrases, sheet: Sheet, most: int) -> str:
    blocks = [f"<b>{escape(sheet.title)}</b>\n{escape(sheet.intro)}"]
    # The numbers of the class as a whole are few and all of them are wanted.
    overview, *others = sheet.sections
    blocks.append(_block(phrases, overview, len(overview.rows)))
    blocks += [_block(phrases, section, most) for section in others] or [escape(phrases.report.nothing)]
    return "\n\n".join([*blocks, f"<i>{escape(sheet.note)}</i>"])


def _block(phrases: Phrases, section: Section, most: int) -> str:
    lines = [_line(row, section.columns) for row in section.rows[:most]]
    if len(section.rows) > most:
        lines.append(phrases.report.more.format(count=len(section.rows) - most))
    return "\n".join([f"<b>{escape(section.heading)}</b>", *map(escape, lines)])


def _line(row: Row, columns: tuple[str, ...]) -> str:
    # Behind a question mark a colon looks like a slip.
    value = said(row, columns)
    return f"{row.label} ({value})" if row.label.endswith("?") else f"{row.label}: {value}"


async def _sheet(update: Update, context: Context, taught: Taught) -> Sheet | None:
    """Count and put into words; tell if the database is away, and give None."""
    services, phrases = context.services, context.services.phrasebook[taught.language]
    material = await material_of(services.keeper, taught.school_class.id)
    if material is None:
        await tell(update, refusal(phrases, Refused.AWAY))
        return None
    about = About(taught.school_class.title, services.now().astimezone(services.zone).date())

    def count(material: Material) -> Sheet:
        report = report_of(services.library, material, services.checks.of(services.library).show)
        return sheet_of(services.library, phrases, report, about, taught.language)

    return await asyncio.to_thread(count, material)
