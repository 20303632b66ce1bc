"""A handout in words: the pack's texts, the bot's sentences around them, in both languages."""

from dataclasses import replace

from handlers.handouts import handout_of
from handlers.phrasebook import read_phrasebook
from knowledge.drawing.typesetting import curved
from knowledge.handouts.handout import Handout
from knowledge.handouts.html import draw_html
from knowledge.handouts.pdf import draw_pdf
from knowledge.handouts.subjects import Kind, subject_of
from knowledge.languages import Language
from knowledge.library import Library
from tests.support.handouts import pages_of

PHRASEBOOK = read_phrasebook()


def worded(
    library: Library,
    about: tuple[Kind, str],
    language: Language,
    username: str | None = "bee_bot",
    *,
    simple: bool = False,
) -> Handout:
    subject = subject_of(library, *about)
    assert subject is not None
    return handout_of(library, PHRASEBOOK[language], subject, language, username, simple=simple)


def test_a_topic_in_words(rich_library: Library, language: Language) -> None:
    handout = worded(rich_library, ("topic", "bees"), language)
    assert handout.title == {"nl": "Bijen", "en": "Bees"}[language]
    assert handout.discussion == ({"nl": "Van wie is honing?", "en": "Whose is honey?"}[language],)
    assert handout.link
    assert handout.link.address == "https://t.me/bee_bot?start=t-bees"
    first = handout.answers[0]
    [fact] = first.later
    assert (
        fact.heading
        == {
            "nl": "Sindsdien (2021; Journal) naar verluidt:",
            "en": "Since then (2021; Journal) reportedly:",
        }[language]
    )
    assert first.source.startswith({"nl": "Bron: A. Writer", "en": "Source: A. Writer"}[language])
    assert "<i>" not in first.source
    assert handout.comparison is None


def test_a_distinction_in_words(rich_library: Library, language: Language) -> None:
    handout = worded(rich_library, ("distinction", "bees-owls"), language)
    assert handout.comparison
    assert [column.name for column in handout.comparison.columns] == {"nl": ["Bij", "Uil"], "en": ["Bee", "Owl"]}[
        language
    ]
    assert handout.comparison.columns[0].cells[1] == ({"nl": "Van wie", "en": "Who runs it"}[language], "b")
    assert handout.link
    assert handout.link.address.endswith("?start=c-bees-owls")


def test_simple_answers_leave_out_what_is_known_since(rich_library: Library, language: Language) -> None:
    handout = worded(rich_library, ("entry", "bees-honey"), language, simple=True)
    assert [(answer.text, answer.later) for answer in handout.answers] == [
        ({"nl": "Simpel: honing.", "en": "Simple: honey."}[language], ())
    ]
    assert handout.link
    assert handout.link.address.endswith("?start=bees-honey")


def test_without_a_name_of_the_bot_there_is_no_link(rich_library: Library, language: Language) -> None:
    assert worded(rich_library, ("topic", "bees"), language, username=None).link is None


def test_all_topics_of_the_own_pack_can_be_printed(library: Library, language: Language) -> None:
    for topic in library.pack.topics:
        handout = worded(library, ("topic", topic.id), language)
        pages = pages_of(draw_pdf(handout))
        text = "".join(" ".join(pages).split())
        assert all("".join(curved(answer.question).split()) in text for answer in handout.answers)
        assert len(pages) <= 6
        assert handout.discuss in draw_html(handout)


def test_all_distinctions_of_the_own_pack_can_be_printed(library: Library, language: Language) -> None:
    assert all(draw_pdf(worded(library, ("distinction", name), language)) for name in library.distinctions)


def test_pinyin_with_tone_marks_is_printed(rich_library: Library) -> None:
    handout = replace(worded(rich_library, ("topic", "bees"), "en"), title="Lǐ Péng, Qīngdǎo, lǜ")
    assert "Lǐ Péng, Qīngdǎo, lǜ" in pages_of(draw_pdf(handout))[0]
