"""The optional signal of meaning, with a sentence model made by hand."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pytest

from knowledge.library import Library
from knowledge.matching.meaning import Meaning, NoMeaningError, remembered, sentence_model
from knowledge.matching.model import MEANING, Model
from knowledge.matching.sparse import Floats
from knowledge.matching.training import fit

# Words that mean one thing, for the sentence model made by hand; what it does not know is its last.
MEANINGS = ("honey nectar honing sweet", "stings steken pain needle", "night nachtvluchten dark owls")


@dataclass
class ByHand:
    """A sentence model that knows three meanings, and counts how often it is asked."""

    asked: list[int] = field(default_factory=list)

    def __call__(self, texts: Sequence[str]) -> Floats:
        """Give the meanings of each text, as a vector of length 1."""
        self.asked.append(len(texts))
        found = np.array(
            [
                [sum(word in text.lower().split() for word in known.split()) for known in MEANINGS] + [0.1]
                for text in texts
            ],
            dtype=np.float32,
        )
        return np.asarray(found / np.linalg.norm(found, axis=1, keepdims=True), dtype=np.float32)


def test_the_nearest_example_of_each_label_counts() -> None:
    embed = ByHand()
    examples = ["dark owls", "sweet nectar", "needle honey", "pain"]
    meaning = Meaning.learn(embed, embed(examples), np.array([3, 0, 0, 1]), 4)
    vectors = embed(["sweet pain", *examples])
    likeness = vectors[1:] @ vectors[0]
    expected = [max(likeness[1:3]), likeness[3], 0, likeness[0]]
    assert meaning.scores("sweet pain").tolist() == pytest.approx(expected, abs=1e-6)


def test_an_example_itself_is_likeness_one() -> None:
    embed = ByHand()
    meaning = Meaning.learn(embed, embed(["honey", "night"]), np.array([1, 0]), 2)
    assert meaning.scores("honey")[1] == pytest.approx(1)


def test_a_model_learns_to_weigh_meaning_and_reads_with_it(small_library: Library, small_model: Model) -> None:
    model = fit(small_library, ByHand())
    assert model.reader.ranker.weights[MEANING] > 0
    signals = model.reader.read("needle pain").signals[MEANING]
    assert model.reader.labels[int(np.argmax(signals))] == "bees-sting"
    assert small_model.reader.meaning is None
    assert not small_model.reader.read("needle pain").signals[MEANING].any()
    assert small_model.reader.ranker.weights[MEANING] == 0


def test_what_was_made_of_many_texts_is_remembered(tmp_path: Path) -> None:
    embed = ByHand()
    first = remembered(embed, tmp_path / "deep", "by hand")(["honey", "night"])
    again = remembered(embed, tmp_path / "deep", "by hand")(["honey", "night"])
    assert first.tolist() == again.tolist()
    assert embed.asked == [2]


@pytest.mark.parametrize(
    ("name", "texts"), [("another", ("honey", "night")), ("by hand", ("night", "honey")), ("by hand", ("honey", "x"))]
)
def test_another_model_or_other_texts_are_made_anew(tmp_path: Path, name: str, texts: tuple[str, ...]) -> None:
    embed = ByHand()
    remembered(embed, tmp_path, "by hand")(("honey", "night"))
    assert remembered(embed, tmp_path, name)(texts).tolist() == embed(texts).tolist()
    assert embed.asked == [2, 2, 2]


def test_a_question_leaves_nothing_behind(tmp_path: Path) -> None:
    remembered(ByHand(), tmp_path, "by hand")(["honey"])
    assert [*tmp_path.iterdir()] == []


@pytest.mark.parametrize("damaged", [b"", b"no arrays at all"])
def test_what_is_damaged_is_made_anew(tmp_path: Path, damaged: bytes) -> None:
    embed = remembered(ByHand(), tmp_path, "by hand")
    first = embed(["honey", "night"])
    [file] = tmp_path.iterdir()
    file.write_bytes(damaged)
    assert embed(["honey", "night"]).tolist() == first.tolist()
    assert np.load(file).tolist() == first.tolist()


def test_a_folder_that_cannot_be_written_only_warns(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / "folder").write_text("in the way", encoding="utf-8")
    assert len(remembered(ByHand(), tmp_path / "folder", "by hand")(["honey", "night"])) == 2
    assert "can't be kept" in caplog.text


def test_without_the_extra_it_is_said_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "sentence_transformers", None)
    with pytest.raises(NoMeaningError, match=r"pip install nuancebot\[semantic\]"):
        sentence_model("any")
