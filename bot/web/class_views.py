"""What the pages of a class show: its board, its report, the routes; pure functions of what was counted."""

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from handlers.phrasebook import Phrases
from handlers.report_words import About, sheet_of
from knowledge.languages import Language
from knowledge.lessons.routes import Step
from knowledge.library import Library
from knowledge.reports.board import Line, board_of
from knowledge.reports.charts import bars_svg, said
from knowledge.reports.material import Material
from knowledge.reports.report import Show, report_of
from knowledge.reports.sheet import Row, Section, Sheet

# More do not fit on a screen.
MOST_LINES = 12


@dataclass(frozen=True, slots=True)
class BoardLine:
    """Something that was asked, as the board shows it: `note` says that there is no answer, or how often it was."""

    text: str
    answered: bool
    note: str


@dataclass(frozen=True, slots=True)
class ViewRow:
    """A row of a table: what it is of, its value or values in words, and its bars as a picture."""

    label: str
    value: str
    bars: Markup


@dataclass(frozen=True, slots=True)
class View:
    """A section of numbers; `several` tells that its rows have more than one value each."""

    heading: str
    several: bool
    rows: tuple[ViewRow, ...]


@dataclass(frozen=True, slots=True)
class RouteView:
    """A route: what it is called, how long it takes, what it is good for, and its steps by kind and name."""

    title: str
    size: str
    intro: str
    steps: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Board:
    """What the class asked, the latest first, and what it made of the quiz."""

    lines: tuple[BoardLine, ...]
    quiz: tuple[View, ...]


@dataclass(frozen=True)
class Counting:
    """Counts a class for pages in one language; `show` decides which texts of pupils can be seen."""

    library: Library
    phrases: Phrases
    language: Language
    show: Show
    about: About

    def sheet(self, material: Material) -> Sheet:
        """Give the report."""
        report = report_of(self.library, material, self.show)
        return sheet_of(self.library, self.phrases, report, self.about, self.language)

    def board(self, material: Material) -> Board:
        """Give the board."""
        lines = board_of(self.library, material, self.show)[:MOST_LINES]
        found = {section.heading: section for section in self.sheet(material).sections}
        # Before and after the lesson says more than both together, and a screen has room for one.
        quiz = found.get(self.phrases.report.lesson_quiz) or found.get(self.phrases.report.quiz)
        return Board(tuple(map(self._line, lines)), views_of([quiz] if quiz else []))

    def routes(self) -> tuple[RouteView, ...]:
        """Give the routes of the pack."""
        return tuple(
            RouteView(
                route.text_in(self.language).title,
                self.phrases.lessons.overview.format(minutes=route.minutes, count=len(route.steps)),
                route.text_in(self.language).intro,
                tuple((self.phrases.class_page.steps[step.kind], self._step(step)) for step in route.steps),
            )
            for route in self.library.routes.values()
        )

    def _line(self, line: Line) -> BoardLine:
        entry = self.library.entries.get(line.entry or "")
        note = self.phrases.class_page.times.format(count=line.count) if line.count else ""
        return BoardLine(entry.texts[self.language].question if entry else line.text or "", entry is not None, note)

    def _step(self, step: Step) -> str:
        """Name what a step shows; a step of which the pack has nothing any more by its id."""
        library, language = self.library, self.language
        match step.kind:
            case "entry" if step.about in library.entries:
                return library.entries[step.about].texts[language].question
            case "card" if step.about in library.distinctions:
                return library.distinctions[step.about].texts[language].title
            case "quiz" if step.about in library.quiz:
                return library.quiz[step.about].texts[language].question
            case "discussion" if question := library.discussion_at(step.about):
                return question.texts[language].question
            case "story" if library.story:
                place = library.story.place_of(step.about)
                told = library.story if place is None else library.story.scenes[place]
                return told.texts[language].title
        return step.about


def views_of(sections: Iterable[Section]) -> tuple[View, ...]:
    """Give sections of a sheet as a page shows them."""
    return tuple(_view(section) for section in sections)


def _view(section: Section) -> View:
    return View(section.heading, len(section.columns) > 1, tuple(_row(row, section.columns) for row in section.rows))


def _row(row: Row, columns: tuple[str, ...]) -> ViewRow:
    return ViewRow(row.label, said(row, columns), Markup(bars_svg(row, columns)))  # noqa: S704  (it escapes its words)
