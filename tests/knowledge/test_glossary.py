"""The gist of messages in languages that the pack has no texts in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.glossary import TONGUES, Glossary, Interpreter, Tongue, parts
from knowledge.library import Library

GLOSSARY: Glossary = {
    "honey": {"de": ("honig",), "ru": ("мёд", "мед"), "zh": ("蜂蜜",), "ar": ("عسل",), "fr": ("miel",)},
    "honey comb": {"de": ("honigwabe",)},
    "beehive": {"fr": ("nid d'abeilles",)},
    "bee": {"fr": ("abeille",), "de": ("biene",)},
}
INTERPRETER = Interpreter(
    GLOSSARY, frozenset({"apis", "die", "x"}), {"de": frozenset({"die", "ist", "was"}), "fr": frozenset({"le"})}
)


@pytest.mark.parametrize(
    ("text", "tongue", "english"),
    [
        ("Was ist Honig?", "de", "honey"),
        ("die Honigsorten der Bienen", "de", "honey bee"),
        ("Bienen, Honig, Bienen", "de", "bee honey"),
        ("die Honigwabe", "de", "honey comb"),
        ("Waldhonig", "de", ""),
        ("l'abeille et le miel", "fr", "bee honey"),
        ("le nid d\u2019abeilles", "fr", "beehive"),
        ("что такое мед", "ru", "honey"),
        ("什么是蜂蜜", "zh", "honey"),
        ("ما هو العسل", "ar", "honey"),
        ("Was ist Apis?", "de", "apis"),
        ("vad är apis", None, "apis"),
        ("Honig", "fr", ""),
        ("x", "de", ""),
        ("", None, ""),
    ],
)
def test_what_is_known_is_put_into_english_in_order(text: str, tongue: Tongue | None, english: str) -> None:
    assert INTERPRETER.gist(text, tongue).english == english


@pytest.mark.parametrize(
    ("text", "share"),
    [("was ist honig", 1.0), ("honig essen", 0.5), ("was ist essen", 0.0), ("", 0.0), ("apis honig", 1.0)],
)
def test_the_share_that_was_understood_leaves_small_words_out(text: str, share: float) -> None:
    assert INTERPRETER.gist(text, "de").share == share


@given(st.text(max_size=200), st.sampled_from([*TONGUES, None]))
def test_any_text_has_a_gist(text: str, tongue: Tongue | None) -> None:
    assert 0 <= INTERPRETER.gist(text, tongue).share <= 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("qu'est-ce que l'essai d\u2019hier", ["qu", "est", "ce", "que", "l", "essai", "d", "hier"]),
        ("camera's and what's", ["cameras", "and", "whats"]),
        ("dell'articolo", ["dell", "articolo"]),
        ("d'n", ["dn"]),
    ],
)
def test_elisions_are_parted_and_other_apostrophes_are_not(text: str, expected: list[str]) -> None:
    assert parts(text) == expected


def test_the_own_glossary_has_every_language(library: Library) -> None:
    assert {tongue for forms in library.glossary.values() for tongue in forms} == {*TONGUES}
    assert all(parts(form) for forms in library.glossary.values() for each in forms.values() for form in each)
