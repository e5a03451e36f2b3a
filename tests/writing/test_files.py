"""Files on disk: whole, together, and nothing else touched."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

import pytest

from slidegen.errors import OutputError
from slidegen.writing.files import check_writable, write_together, write_whole


def test_a_link_stays_a_link_to_the_file_that_is_replaced(tmp_path: Path) -> None:
    deck, link = tmp_path / "deck.pptx", tmp_path / "link.pptx"
    deck.write_bytes(b"old")
    link.symlink_to(deck)
    write_whole(link, b"new")

    assert link.is_symlink()
    assert deck.read_bytes() == b"new"


def test_a_device_is_written_to_and_never_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    write_whole(pipe, b"deck")

    assert os.read(reader, 10) == b"deck"
    assert stat.S_ISFIFO(pipe.stat().st_mode)
    os.close(reader)


def test_where_one_file_has_no_room_none_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = Path.chmod
    finished: list[Path] = []

    def full(path: Path, mode: int) -> None:
        if finished:
            raise OSError(errno.ENOSPC, "No space left on device")
        finished.append(path)
        real(path, mode)

    monkeypatch.setattr(Path, "chmod", full)

    with pytest.raises(OutputError, match=r"report\.json' cannot be written: no space is left"):
        write_together({tmp_path / "deck.pptx": b"deck", tmp_path / "report.json": b"{}"})
    assert list(tmp_path.iterdir()) == []


def test_the_systems_reason_is_given_in_chinese_too(tmp_path: Path) -> None:
    with pytest.raises(OutputError) as raised:
        check_writable(tmp_path / ("长" * 200))

    assert raised.value.message.zh.endswith("文件名太长")
