"""Secret keys on disk."""

import stat
from pathlib import Path

import pytest

from bot.keys import KEY_BYTES, key_in, read_or_make


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


def test_where_none_can_be_kept_it_lasts_as_long_as_the_process(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "short.key").write_bytes(b"short")
    (tmp_path / "file").touch()
    for folder, name in (tmp_path, "short.key"), (tmp_path / "file", "some.key"):
        assert len(key_in(folder, name, "all is new")) == KEY_BYTES
    assert caplog.text.count("after a restart all is new") == 2
    assert (tmp_path / "short.key").read_bytes() == b"short"
