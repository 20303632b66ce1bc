"""Secret keys on disk."""

import stat
from pathlib import Path

import pytest

from bot.keys import KEY_BYTES, read_or_make


def test_a_key_is_made_once_and_readable_to_nobody_else(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "some.key"
    made = read_or_make(path)
    assert len(made) == KEY_BYTES
    assert read_or_make(path) == made
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_two_keys_differ(tmp_path: Path) -> None:
    assert read_or_make(tmp_path / "one.key") != read_or_make(tmp_path / "other.key")


def test_where_no_file_can_be_there_is_no_key(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(OSError, match="file"):
        read_or_make(tmp_path / "file" / "some.key")
