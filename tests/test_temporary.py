"""What has to lie on the disk for a while."""

from __future__ import annotations

import errno
import pickle
import tempfile
from pathlib import Path

import pytest

from slidegen.errors import NoRoom, SlidegenError, SourceNotFound
from slidegen.messages import Message
from slidegen.temporary import room, temporary_folder


def test_a_folder_goes_with_what_is_in_it() -> None:
    with temporary_folder() as folder:
        (folder / "below").mkdir()
        (folder / "below" / "a").write_bytes(b"x")

    assert not folder.exists()


def test_where_there_can_be_none_it_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "gone"))

    with pytest.raises(NoRoom, match="temporary files: it is not there"), temporary_folder():
        pass


def test_a_full_disk_is_no_fault_of_ours_and_all_else_is() -> None:
    with pytest.raises(NoRoom, match="no space is left"), room():
        raise OSError(errno.ENOSPC, "full")
    with pytest.raises(FileNotFoundError), room():
        raise FileNotFoundError(errno.ENOENT, "gone")


def test_an_error_is_the_same_when_it_has_travelled() -> None:
    error: SlidegenError = SourceNotFound(Message(en="a", zh="甲"), Message(en="b", zh="乙"))
    again = pickle.loads(pickle.dumps(error))

    assert (type(again), again.message, again.hint) == (type(error), error.message, error.hint)
    assert str(again) == str(error)
