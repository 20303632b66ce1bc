"""Which pages the site has, and what is on each."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from bot.export import addresses, linked_data
from bot.export.addresses import Place
from bot.export.searching import index_of
from handlers.links import CARD, MAP, TOPIC
from handlers.phrasebook import Phrasebook
from knowledge.distinctions import Distinction
from knowledge.entries import Entry
from knowledge.handouts.subjects import in_reading_order
from knowledge.languages import Language
from knowledge.library import Library
from knowledge.maps import Map
from knowledge.pack import Topic

Section = Literal["home", "distinctions", "map", "sources", "none"]


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its place, the template that shows it, what stands above it, and what it is about.

    `section` is the entry of the menu that it stands under; `start` is the parameter with which the bot opens at the
    same thing. `modified` is when its content was last checked.
    """

    place: Place
    template: str
    language: Language
    title: str
    description: str
    section: Section = "none"
    values: Mapping[str, object] = field(default_factory=dict)
    data: tuple[linked_data.Data, ...] = ()
    start: str = ""
    modified: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """What the site is made of. `base` is its address with a slash at the end, if that is known."""

    library: Library
    phrasebook: Phrasebook
    base: str | None = None

    def pages(self) -> Iterator[Page]:
        """Yield every page, each language's after the other."""
        languages = self.library.pack.languages
        yield self._door()
        for language in languages:
            yield self._home(language)
            yield self._search(language)
            yield self._sources(language)
            yield from (self._topic(topic, language) for topic in self._topics)
            yield from (self._answer(entry, language) for entry in self.library.entries.values())
            if self.library.distinctions:
                yield self._cards(language)
                yield from (self._card(card, language) for card in self.library.distinctions.values())
            if self.library.map:
                yield self._map(self.library.map, language)
        yield self._not_found()

    @property
    def _topics(self) -> tuple[Topic, ...]:
        return tuple(topic for topic in self.library.pack.topics if self.library.in_topic(topic.id))

    def _place(self, path_in: Callable[[Language], str], language: Language) -> Place:
        versions = {code: path_in(code) for code in self.library.pack.languages}
        return Place(path_in(language), self.base, versions)

    def _door(self) -> Page:
        """The page at the top, where one chooses a language."""
        language = self.library.pack.languages[0]
        face = self.library.face(language)
        versions = {code: addresses.home(code) for code in self.library.pack.languages}
        return Page(Place(addresses.HOME, self.base, versions), "door", language, face.name, face.short_description)

    def _not_found(self) -> Page:
        language = self.library.pack.languages[0]
        title = self.phrasebook[language].web.not_found
        versions = {code: addresses.home(code) for code in self.library.pack.languages}
        place = Place(addresses.NOT_FOUND, self.base, versions, anywhere=True)
        return Page(place, "not_found", language, title, title)

    def _home(self, language: Language) -> Page:
        face = self.library.face(language)
        place = self._place(addresses.home, language)
        values = {"topics": [(topic, len(self.library.in_topic(topic.id))) for topic in self._topics]}
        data = (linked_data.web_site(self.library, language, place),)
        return Page(place, "home", language, face.name, face.description, "home", values, data)

    def _search(self, language: Language) -> Page:
        title = self.phrasebook[language].site.search
        place = self._place(lambda code: addresses.special(code, "search"), language)
        values = {"index": index_of(self.library, language)}
        return Page(place, "search", language, title, title, values=values)

    def _sources(self, language: Language) -> Page:
        title = self.phrasebook[language].sources.title
        place = self._place(lambda code: addresses.special(code, "sources"), language)
        return Page(place, "sources", language, title, title, "sources")

    def _topic(self, topic: Topic, language: Language) -> Page:
        place = self._place(lambda code: addresses.topic(code, topic.id), language)
        entries = in_reading_order(self.library, self.library.in_topic(topic.id))
        title = topic.titles[language]
        description = f"{title}: {entries[0].texts[language].question}"
        data = linked_data.breadcrumbs([self._start(language), (title, place.path)], place)
        return Page(
            place,
            "topic",
            language,
            title,
            description,
            values={"topic": topic, "entries": entries},
            start=f"{TOPIC}{topic.id}",
            data=(data,) if data else (),
            modified=max(entry.reviewed for entry in entries),
        )

    def _answer(self, entry: Entry, language: Language) -> Page:
        place = self._place(lambda code: addresses.answer(code, entry.id), language)
        text, topic = entry.texts[language], self.library.topic(entry.topic)
        above = [(topic.titles[language], addresses.topic(language, topic.id))] if topic else []
        steps = [self._start(language), *above, (text.question, place.path)]
        data = (
            linked_data.faq_page(self.library, [entry], language, place),
            linked_data.breadcrumbs(steps, place),
        )
        return Page(
            place,
            "answer",
            language,
            text.question,
            text.simple,
            start=entry.id,
            values={"entry": entry, "topic": topic, "cards": self.library.distinctions_of(entry.id)},
            data=tuple(one for one in data if one),
            modified=entry.reviewed,
        )

    def _cards(self, language: Language) -> Page:
        title = self.phrasebook[language].commands["distinctions"]
        place = self._place(lambda code: addresses.special(code, "distinctions"), language)
        return Page(place, "distinctions", language, title, title, "distinctions")

    def _card(self, card: Distinction, language: Language) -> Page:
        place = self._place(lambda code: addresses.card(code, card.id), language)
        text = card.texts[language]
        return Page(
            place, "card", language, text.title, text.mix_up, "distinctions", {"card": card}, start=f"{CARD}{card.id}"
        )

    def _map(self, whole: Map, language: Language) -> Page:
        place = self._place(lambda code: addresses.special(code, "map"), language)
        text = whole.texts[language]
        return Page(place, "map", language, text.title, text.lead, "map", {"whole": whole}, start=MAP)

    def _start(self, language: Language) -> tuple[str, str]:
        return self.library.face(language).name, addresses.home(language)
