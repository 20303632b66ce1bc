"""The pages of a pack besides its entries, each broken once."""

import re
from pathlib import Path

import pytest

from knowledge.loader import load
from tests.support.broken_packs import complaints, edited
from tests.support.packs import NOT_OURS, PACK, SMALL_TALK, SOURCES, write_pack

STARTERS = '["bees-honey", "owls-night"]'


@pytest.mark.parametrize(
    ("name", "text", "line"),
    [
        (
            "pack",
            edited(PACK, "Animal bot", "x" * 65),
            "pack.toml:14: en.name: String should have at most 64 characters",
        ),
        (
            "pack",
            edited(PACK, "Explains a book on animals.", "x" * 513),
            "pack.toml:15: en.description: String should have at most 512 characters",
        ),
        (
            "pack",
            edited(PACK, "Animals, explained.", "x" * 121),
            "pack.toml:16: en.short_description: String should have at most 120 characters",
        ),
        (
            "pack",
            edited(PACK, STARTERS, "[]"),
            "pack.toml:4: starters: Tuple should have at least 1 item after validation, not 0",
        ),
        (
            "pack",
            edited(PACK, STARTERS, '["a", "b", "c", "d"]'),
            "pack.toml:4: starters: Tuple should have at most 3 items after validation, not 4",
        ),
        (
            "pack",
            edited(PACK, 'welcome = "Hello! Ask away."', 'welcome = ""'),
            "pack.toml:17: en.welcome: String should have at least 1 character",
        ),
        ("sources", edited(SOURCES, 'publisher = "Journal"\n', ""), "sources.toml:10: paper.publisher: is missing"),
        (
            "sources",
            edited(SOURCES, "https://example.org/paper", "javascript:alert(1)"),
            "sources.toml:14: paper.address: has a form that is not allowed here",
        ),
        (
            "smalltalk.en",
            edited(SMALL_TALK["en"], '["Hello! Ask about bees."]', "[]"),
            "smalltalk.en.toml:3: greeting.replies: Tuple should have at least 1 item after validation, not 0",
        ),
        (
            "smalltalk.en",
            SMALL_TALK["en"] + '[thanks]\nreplies = ["You are welcome."]\nphrasings = ["thanks"]\n',
            "smalltalk.en.toml:11: thanks.phrasings: Tuple should have at least 2 items after validation, not 1",
        ),
        *(
            (
                "outofscope.en",
                re.sub(rf"{kind} = .*", f"{kind} = []", NOT_OURS["en"]),
                f"outofscope.en.toml:{line}: {kind}: Tuple should have at least 1 item after validation, not 0",
            )
            for line, kind in enumerate(("near", "far", "hostile"), start=2)
        ),
        (
            "outofscope.nl",
            NOT_OURS["nl"] + 'rude = ["sukkel"]',
            "outofscope.nl.toml:5: rude: is not a key that belongs here",
        ),
    ],
)
def test_a_page_that_oversteps_is_named_with_its_line(tmp_path: Path, name: str, text: str, line: str) -> None:
    assert complaints(write_pack(tmp_path, **{name: text})) == [line]


def test_what_is_not_ours_is_every_kind_together(tmp_path: Path) -> None:
    written = 'near = ["a", "b"]\nfar = ["c"]\nhostile = ["d"]'
    library = load(write_pack(tmp_path, **{"outofscope.en": written}))
    assert library.not_ours["en"].all == ("a", "b", "c", "d")
