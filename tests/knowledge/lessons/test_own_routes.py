"""A teacher's own route: made of a file or of what was picked; everything that is wrong with a file, by line."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from knowledge.lessons.own_routes import (
    MOST_COMPLAINTS,
    Complaint,
    Naming,
    UnusableFileError,
    clean,
    picked_route,
    read_own_route,
)
from knowledge.lessons.routes import Route
from knowledge.library import Library

NAMING = Naming("own-1", "nl", "Eigen les", "Zelf gemaakt.")
FILE = """title = "Bijen"
[[steps]]
entry = "bees-honey"
say = "Lees dit."
[[steps]]
card = "bees-owls"
"""


def complained(library: Library, text: str) -> list[tuple[int, str, str, str]]:
    """Give what is wrong with a file."""
    with pytest.raises(UnusableFileError) as caught:
        read_own_route(text.encode(), library, NAMING)
    return [(found.line, found.key, found.kind, found.detail) for found in caught.value.complaints]


def test_a_file_makes_a_route(rich_library: Library) -> None:
    route = read_own_route(FILE.encode(), rich_library, NAMING)
    assert (route.id, route.minutes, route.text_in("en").title) == ("own-1", 8, "Bijen")
    assert route.text_in("nl").intro == "Zelf gemaakt."
    assert [(step.kind, step.about, step.texts) for step in route.steps] == [
        ("entry", "bees-honey", {"nl": "Lees dit."}),
        ("card", "bees-owls", {}),
    ]
    assert Route.model_validate(route.model_dump(mode="json")) == route


def test_what_the_file_says_of_itself_holds(rich_library: Library) -> None:
    text = f'intro = "Van alles."\nminutes = 33\n{FILE}'
    route = read_own_route(text.encode(), rich_library, NAMING)
    assert (route.minutes, route.text_in("nl").intro) == (33, "Van alles.")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", [(0, "title", "missing", ""), (0, "steps", "missing", "")]),
        ("title = ", [(1, "", "not_toml", "")]),
        ('title = "a"\n\n= 3', [(3, "", "not_toml", "")]),
        ("a = " + "[" * 5000, [(0, "", "not_toml", "")]),
        (FILE.replace("bees-honey", "wax"), [(3, "entry", "no_such", "wax")]),
        (FILE.replace("bees-honey", "No Id"), [(3, "entry", "no_such", "No Id")]),
        (FILE.replace("card", "kaart"), [(6, "kaart", "unknown_key", "")]),
        (FILE + 'quiz = "honey-1"\n', [(5, "steps", "one_thing", "")]),
        (FILE + "[[steps]]\n", [(7, "steps", "one_thing", "")]),
        (FILE.replace("Bijen", "B" * 61), [(1, "title", "too_long", "")]),
        (FILE.replace("Bijen", ""), [(1, "title", "empty", "")]),
        (FILE.replace("Lees dit.", "woord " * 51), [(4, "say", "too_long", "")]),
        ('title = "a"\nsteps = []', [(2, "steps", "steps", "")]),
        ('title = "a"\nsteps = 3', [(2, "steps", "wrong", "")]),
        ("title = 3\n" + FILE[len('title = "Bijen"\n') :], [(1, "title", "wrong", "")]),
        *(
            (f"minutes = {minutes}\n{FILE}", [(1, "minutes", "minutes", "")])
            for minutes in ("0", "241", "1.5", '"ten"', "true")
        ),
        (
            FILE.replace("bees-honey", "wax").replace("card", "kaart"),
            [(3, "entry", "no_such", "wax"), (6, "kaart", "unknown_key", "")],
        ),
    ],
)
def test_everything_that_is_wrong_is_named_with_its_line(
    rich_library: Library, text: str, found: list[tuple[int, str, str, str]]
) -> None:
    assert complained(rich_library, text) == found


def test_no_more_is_complained_of_than_helps(rich_library: Library) -> None:
    assert len(complained(rich_library, 'title = "a"\n' + "[[steps]]\nx = 1\n" * 50)) == MOST_COMPLAINTS


def test_a_file_that_is_no_text_is_not_read(rich_library: Library) -> None:
    with pytest.raises(UnusableFileError):
        read_own_route(b"\xff\xfe\x00", rich_library, NAMING)


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.binary(max_size=300)
    | st.text(max_size=300).map(str.encode)
    | st.text("=[]\"'\n#titlesp 1", max_size=60).map(str.encode)
)
def test_whatever_is_sent_makes_a_route_or_is_told_what_is_wrong(rich_library: Library, content: bytes) -> None:
    complaints: tuple[Complaint, ...] = ()
    route = None
    try:
        route = read_own_route(content, rich_library, NAMING)
    except UnusableFileError as error:
        complaints = error.complaints
    assert bool(route) != bool(complaints)


def test_nothing_hidden_stays_in_a_text(rich_library: Library) -> None:
    assert clean("a\u202eb\n\tc\u200b  d") == "a b c d"
    route = read_own_route(FILE.replace("Bijen", "Bij\u202een").encode(), rich_library, NAMING)
    assert route.text_in("nl").title == "Bij en"
    hollow = read_own_route(FILE.replace("Bijen", "\u200b").encode(), rich_library, NAMING)
    assert hollow.text_in("nl").title == "Eigen les"


def test_what_was_picked_makes_a_route() -> None:
    route = picked_route(["entry:bees-honey", "quiz:honey-1"], NAMING)
    assert [(step.kind, step.about) for step in route.steps] == [("entry", "bees-honey"), ("quiz", "honey-1")]
    assert (route.minutes, route.text_in("nl").title) == (8, "Eigen les")
    with pytest.raises(ValueError, match="steps"):
        picked_route([], NAMING)
