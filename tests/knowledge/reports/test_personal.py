"""What pupils typed, without what may be about somebody."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.library import Library
from knowledge.reports.personal import LEFT_OUT, Check


@pytest.fixture(scope="module")
def check(library: Library) -> Check:
    """What the own pack's words let through."""
    return Check(library)


@pytest.mark.parametrize(
    "text",
    [
        "kan je van de lijst af komen?",
        "hoeveel mensen stonden in 2018 op de lijst?",
        "heeft de koning van Nederland ook een score",
        "Do people in Rongcheng like it?",
        "wie is de president van China",
        "mag je nog naar het buitenland reizen?",
    ],
)
def test_what_is_made_of_the_base_s_words_is_shown_as_it_is(check: Check, text: str) -> None:
    assert check.show(text) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("waarom vindt Emma dat China eng is", "waarom vindt … dat China eng is"),
        ("waarom vindt emma dat China eng is", "waarom vindt … dat China eng is"),
        (
            "what does mr Jones think about the social credit system?",
            "what does mr … think about the social credit system?",
        ),
        ("SANNE krijgt geen score van de overheid", "… krijgt geen score van de overheid"),
        (
            "Mohammed el Idrissi krijgt geen score van de overheid in China",
            "… krijgt geen score van de overheid in China",
        ),
        (
            "s a n krijgt in China volgens de overheid geen score",
            "… krijgt in China volgens de overheid geen score",
        ),
        ("S4nne en j.p. krijgen geen score van de overheid", "… en ….…. krijgen geen score van de overheid"),
        ("ik ben dan de enige met een score in China", "ik ben dan de enige met een score in China"),
        ("krijgt   Daan\nde Boer een score van de overheid in China", "krijgt … een score van de overheid in China"),
    ],
)
def test_what_may_be_a_name_is_left_out(check: Check, text: str, shown: str) -> None:
    assert check.show(text) == shown


@pytest.mark.parametrize(
    "text",
    [
        "mail me op a.b@school.nl over de score van de overheid",
        "volg @koningtim voor de score van de overheid",
        "bel 06-12345678 voor de score van de overheid",
        "bel 06 12 34 56 78 voor de score van de overheid",
        "kijk op www.school.nl voor de score",
        "kijk op https://t.me/x voor de score van de overheid",
        "kijk op t.me/x voor de score van de overheid",
        "hoi ik heet bram en heb ik een score",
        "m'n naam is roos, krijg ik een score van de overheid",
        "My name is Will, do I get a score in China",
        "call me Jack, do I get a score in China",
        "ik woon op mijn adres in de stad en krijg een score",
        "s a n n e krijgt geen score van de overheid",
        "s.a.n.n.e krijgt geen score",
        "Sanne de Vries uit Amersfoort stinkt",
        "roos de vries zit op de lijst",
        "xkcd foo bar",
        "",
        "…",
        "12",
    ],
)
def test_what_has_a_sign_of_somebody_or_too_little_left_is_not_shown(check: Check, text: str) -> None:
    assert check.show(text) is None


FIRST = ["Emma", "daan", "Mohammed", "SANNE", "lotte", "Will-Jan", "Bram", "fatima", "Noah", "Mees"]


@given(st.sampled_from(FIRST), st.integers(0, 8))
def test_no_first_name_comes_through_wherever_it_stands(check: Check, name: str, place: int) -> None:
    typed = ["waarom", "krijgt", "iedereen", "in", "china", "een", "score"]
    typed.insert(place, name)
    assert name.casefold() not in (check.show(" ".join(typed)) or "").casefold()


@given(st.text(max_size=200))
def test_whatever_is_typed_nothing_comes_through_that_the_base_does_not_say(check: Check, text: str) -> None:
    shown = check.show(text)
    assert shown is None or ("@" not in shown and "://" not in shown)
    assert shown is None or len(shown) <= len(" ".join(text.split())) + len(LEFT_OUT)


def test_a_word_that_only_one_writer_used_is_not_known(small_library: Library) -> None:
    check = Check(small_library)
    assert check.show("tell me of honey comb and trains") == "tell me of honey comb …"
