"""New texts for files of a pack."""

from pathlib import Path

from knowledge.upkeep.rewriting import Rewriting


def test_it_is_told_first_and_written_then(tmp_path: Path) -> None:
    rewriting = Rewriting({"a/new.toml": "x = 1\n", "old.toml": "x = 2\n"}, {"old.toml": "x = 1\n"})
    assert [line for line in rewriting.difference() if not line.startswith("@@")] == [
        "--- a/a/new.toml",
        "+++ b/a/new.toml",
        "+x = 1",
        "--- a/old.toml",
        "+++ b/old.toml",
        "-x = 1",
        "+x = 2",
    ]
    assert [*tmp_path.iterdir()] == []
    rewriting.apply(tmp_path)
    assert (tmp_path / "a/new.toml").read_text(encoding="utf-8") == "x = 1\n"
    assert (tmp_path / "old.toml").read_text(encoding="utf-8") == "x = 2\n"
