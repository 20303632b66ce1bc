"""A page to HTML."""

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from bot.export import addresses
from bot.export.pages import Page, Plan
from handlers.citations import card_source, cite, full_citations, hedge, since_heading
from handlers.links import private_link
from handlers.prose import beginning, first_sentence
from knowledge.drawing.typesetting import curved
from knowledge.entries import Entry, Pointer


class Renderer:
    """Renders the pages of a plan; `username` is the bot's, if there is one to lead to."""

    def __init__(self, plan: Plan, username: str | None, pictures: frozenset[str]) -> None:
        """Take the plan, and the paths of the pictures that there are."""
        self._plan = plan
        self._username = username
        self._pictures = pictures
        self._environment = Environment(
            loader=PackageLoader("bot.export"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._environment.policies["json.dumps_kwargs"] = {
            "ensure_ascii": False,
            "sort_keys": True,
            "separators": (",", ":"),
        }
        self._environment.filters |= {"curved": curved, "first_sentence": first_sentence, "beginning": beginning}

    def render(self, page: Page) -> str:
        """Give the HTML of a page."""
        library, phrases = self._plan.library, self._plan.phrasebook[page.language]
        shared: dict[str, object] = {
            "page": page,
            "place": page.place,
            "to": page.place.to,
            "at": addresses,
            "library": library,
            "phrasebook": self._plan.phrasebook,
            "phrases": phrases,
            "face": library.face(page.language),
            "language": page.language,
            "bot_link": self._bot_link(page),
            "pictures": self._pictures,
            "works": self._works,
            "cite": lambda work: Markup(cite(work, phrases, page.language)),  # noqa: S704  (escapes what it cites)
            "card_source": lambda card: card_source(library, phrases, card, page.language),
            "since_heading": lambda later: f"{since_heading(library, phrases, later)}{hedge(phrases, later)}",
            "later_works": _later_works,
        }
        template = self._environment.get_template(f"{page.template}.html")
        return f"{template.render(**shared, **page.values)}\n"

    def _bot_link(self, page: Page) -> str | None:
        """Give the address at which the bot opens where the page is."""
        if self._username is None:
            return None
        return private_link(self._username, page.start) if page.start else f"https://t.me/{self._username}"

    def _works(self, page: Page, pointers: tuple[Pointer, ...]) -> list[list[Markup]]:
        """Cite works in full, the lines of each."""
        phrases = self._plan.phrasebook[page.language]
        cited = full_citations(self._plan.library, phrases, pointers, page.language)
        return [[Markup(line) for line in work.splitlines()] for work in cited]  # noqa: S704  (escapes what it cites)


def _later_works(entry: Entry) -> list[str]:
    """List the works behind what is known since, each once."""
    cited = {pointer.work for pointer in entry.sources}
    return [name for name in dict.fromkeys(name for fact in entry.since for name in fact.sources) if name not in cited]
