"""Text of files that other programs wrote."""

import pytest

from knowledge.upkeep.exchange.decoding import decoded
from knowledge.upkeep.exchange.items import UnreadableFileError


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_what_spreadsheet_programs_write_is_read(encoding: str) -> None:
    assert decoded("honing é 蜂".encode(encoding)) == "honing é 蜂"


def test_another_encoding_is_named_with_the_line() -> None:
    with pytest.raises(UnreadableFileError, match="line 2 is not UTF-8: save the file as UTF-8"):
        decoded("id\ncafé".encode("latin-1"))
