"""Questions that ask much the same."""

import pytest

from knowledge.library import Library
from knowledge.upkeep.gaps import clustering
from knowledge.upkeep.gaps.clustering import LIKE, clusters

DOGS = ["my dog is off the leash", "hond niet aan de lijn", "may you keep a dog", "mag je een hond houden"]


def places(library: Library, texts: list[str]) -> list[list[int]]:
    return [list(cluster.places) for cluster in clusters(library, texts).found]


TAX = ["not paying tax", "belasting niet betalen", "what of a tax debt"]


def test_both_languages_come_together_the_largest_first(library: Library) -> None:
    found = places(library, [TAX[0], DOGS[0], DOGS[1], TAX[1], DOGS[2], TAX[2], DOGS[3], "zzgrmbl"])
    assert found == [[1, 2, 4, 6], [0, 3, 5], [7]]


def test_the_same_in_other_letters_is_the_same(library: Library) -> None:
    assert places(library, ["Not paying TAX?", "not paying tax", "qzxv"]) == [[0, 1], [2]]


@pytest.mark.parametrize("texts", [[], ["not paying tax"]])
def test_little_makes_few_groups(library: Library, texts: list[str]) -> None:
    assert places(library, texts) == [[place] for place, _ in enumerate(texts)]


def test_what_is_too_much_to_compare_joins_its_nearest_or_stands_alone(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clustering, "COMPARED_AT_MOST", 2)
    assert places(library, [DOGS[0], TAX[0], "my dog off the leash", "zzgrmbl"]) == [[0, 2], [1], [3]]


def test_the_more_alike_the_wordings_the_more_cohesion(library: Library) -> None:
    texts = [TAX[0], TAX[0] + "?", TAX[0].upper(), TAX[1], DOGS[0], DOGS[1], "qzxv"]
    close, loose, alone = clusters(library, texts).found
    assert 1 >= close.cohesion > loose.cohesion > LIKE == alone.cohesion


def test_a_group_resembles_itself_most(library: Library) -> None:
    made = clusters(library, [*DOGS, *TAX])
    assert len(made.found) == 2
    assert made.alike.argmax(axis=0).tolist() == [0, 1]
    assert clusters(library, ["one"]).alike.tolist() == [[1.0]]
