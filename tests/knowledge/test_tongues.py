"""In which language a message is, and above all that ours are never taken for another."""

# ruff: noqa: RUF001  (letters of other scripts are what this is about)

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.library import Library
from knowledge.text import words
from knowledge.tongues import Tongues, read_tongues

BARE = read_tongues({}, (), ())


def vocabulary(library: Library) -> list[set[str]]:
    """Give the words of the phrasings of each language."""
    return [
        {word for entry in library.entries.values() for text in entry.texts[code].phrasings for word in words(text)}
        for code in library.pack.languages
    ]


def everything_typed(library: Library) -> Iterator[str]:
    """Yield all that the pack says people type in its languages."""
    for entry in library.entries.values():
        for text in entry.texts.values():
            yield from (text.question, *text.phrasings)
    for code in library.pack.languages:
        yield from library.not_ours[code].all
        for chatter in library.chatter[code].values():
            yield from chatter.phrasings


@pytest.fixture(scope="session")
def tongues(library: Library) -> Tongues:
    """The languages, told from those of the bot's own pack."""
    dutch, english = vocabulary(library)
    return read_tongues(library.glossary, dutch | english, dutch & english)


@pytest.mark.parametrize(
    ("text", "tongue"),
    [
        ("Kann man von der Liste wieder gestrichen werden?", "de"),
        ("ich verstehe das nicht, kannst du das erklären", "de"),
        ("qu'est-ce qui a changé depuis 2018", "fr"),
        ("est ce que tout le monde a une note", "fr"),
        ("¿Cómo funciona?", None),
        ("¿Cómo funciona el sistema?", "es"),
        ("cuantos puntos tiene uno al principio", "es"),
        ("o que mudou desde 2018", "pt"),
        ("não entendi nada", "pt"),
        ("chi ha scritto l'articolo", "it"),
        ("si può uscire dalla lista", "it"),
        ("czy można zniknąć z listy", "pl"),
        ("jak działa ten system", "pl"),
        ("bu sistem nasıl çalışıyor", "tr"),
        ("sesame credit kime ait", "tr"),
        ("ماذا تغير منذ عام 2018", "ar"),
        ("什么是社会信用体系", "zh"),
        ("что изменилось с 2018 года", "ru"),
    ],
)
def test_the_ten_are_told_apart(tongues: Tongues, text: str, tongue: str | None) -> None:
    assert tongues.recognise(text) == tongue
    assert tongues.recognise(text.upper()) == tongue


@pytest.mark.parametrize(
    "text",
    [
        "har alla människor en poäng",
        "mají všichni lidé skóre",
        "toți oamenii au și un scor",
        "apakah semua orang punya skor",
        "έχουν όλοι οι άνθρωποι βαθμό;",
        "すべての人に点数がありますか",
        "모든 사람이 점수를 가지고 있나요",
        "क्या हर आदमी का स्कोर होता है",
        "чи має кожен китаєць рейтинг",
        "آیا همه چینی ها امتیاز دارند",
        "האם לכל אדם יש ציון",
        "คนจีนทุกคนมีคะแนนไหม",
    ],
)
def test_other_languages_are_recognised_as_such(tongues: Tongues, text: str) -> None:
    assert tongues.recognise(text) == "other"


@pytest.mark.parametrize(
    "text",
    [
        *[
            "",
            "?",
            "🙂",
            "2018",
            "hola",
            "danke schön",
            "grazie mille",
            "Привет",
            "привет всем",
            "信用",
            "你好",
            "مرحبا",
        ],
        *["die in de war is", "wat is er met die man", "van wie is dat", "is het waar", "was this in the war"],
        *[
            "wat betekent 社会信用",
            "what does 芝麻信用 mean exactly",
            "who wrote «Le Monde»",
            "sesame credit rongcheng",
        ],
        *["allez, ge moet niet zeveren", "c'est ça", "à la carte", "camera's in China", "what's the point, d'you know"],
    ],
)
def test_what_is_ours_or_too_short_or_unclear_is_none(tongues: Tongues, text: str) -> None:
    assert tongues.recognise(text) is None


def test_hardly_anything_that_people_type_in_our_languages_is_taken_for_another(
    tongues: Tongues, library: Library
) -> None:
    typed = [*everything_typed(library)]
    taken = [text for text in typed if tongues.recognise(text)]
    assert len(taken) < len(typed) / 5000, taken


@given(st.text(max_size=300))
def test_any_text_is_read(text: str) -> None:
    assert BARE.recognise(text) in {
        *(None, "other", "de", "fr", "es", "pt", "it", "pl", "tr", "ar", "zh", "ru"),
    }


def test_the_words_of_the_glossary_tell_a_language_too() -> None:
    text = "pannolini pannolino pannolone"
    assert BARE.recognise(text) is None
    assert read_tongues({"nappies": {"it": ("pannolin",)}}, (), ()).recognise(text) == "it"
    assert read_tongues({"nappies": {"it": ("pannolin",)}}, ("pannolini", "pannolone"), ()).recognise(text) is None
