"""The formats that entries travel in."""

from pathlib import Path

import pytest

from knowledge.library import Library
from knowledge.upkeep.exchange import formats
from knowledge.upkeep.exchange.formats import FORMATS, format_of, read_file
from knowledge.upkeep.exchange.items import Defaults, UnreadableFileError, items_of
from tests.support.exchange import carried


@pytest.mark.parametrize("name", FORMATS)
def test_the_whole_pack_comes_back_field_by_field(library: Library, tmp_path: Path, name: str) -> None:
    chosen, items = FORMATS[name], items_of(library)
    path = tmp_path / f"base{chosen.endings[0]}"
    path.write_bytes(chosen.write(items))
    found, complaints = read_file(path, format_of(path), Defaults())
    assert complaints == []
    assert {item.id: item.raw for item in found} == {item.id: carried(item.raw, chosen.carries) for item in items}


def test_a_format_is_told_by_the_name_of_the_file_or_said() -> None:
    assert format_of(Path("Base.XLSX")).name == "xlsx"
    assert format_of(Path("base.txt"), "csv").name == "csv"
    with pytest.raises(UnreadableFileError, match=r"base\.txt: the format can't be told"):
        format_of(Path("base.txt"))


def test_a_file_that_is_not_there_or_too_large_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(UnreadableFileError, match="can't be read"):
        read_file(tmp_path / "none.csv", FORMATS["csv"], Defaults())
    monkeypatch.setattr(formats, "LARGEST_FILE", 1)
    (tmp_path / "large.csv").write_bytes(b"id,question\n")
    with pytest.raises(UnreadableFileError, match="is larger than"):
        read_file(tmp_path / "large.csv", FORMATS["csv"], Defaults())
