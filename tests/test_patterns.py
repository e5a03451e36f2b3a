"""What is compiled beforehand is what compiling gives."""

from __future__ import annotations

import marshal
import os
import re
import subprocess
import sys
from contextlib import suppress
from importlib import import_module
from pathlib import Path

import pytest

from slidegen import patterns
from slidegen.patterns import compiled

SCRIPT = Path(__file__).resolve().parent.parent / "scripts" / "build_patterns.py"


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """As it is built into a wheel."""
    folder = tmp_path_factory.mktemp("patterns")
    subprocess.run([sys.executable, SCRIPT, folder], check=True, capture_output=True)
    (found,) = folder.iterdir()
    return found


@pytest.fixture
def prepared(file: Path, monkeypatch: pytest.MonkeyPatch) -> dict:
    monkeypatch.setattr(patterns, "FOLDER", file.parent)
    monkeypatch.setattr(patterns, "_prepared", patterns._prepared.__wrapped__)
    return marshal.loads(file.read_bytes())


def test_each_is_what_compiling_gives(prepared: dict, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patterns, "_prepared", lambda: prepared)

    assert len(prepared) > 500
    for expression, flags in prepared:
        made, whole = compiled(expression, flags), re.compile(expression, flags)
        assert made == whole
        assert made.groupindex == whole.groupindex


def test_the_file_of_this_engine_is_found(file: Path, prepared: dict) -> None:
    assert file.name == patterns.file_name()
    assert patterns._prepared() == prepared


def test_what_is_not_prepared_is_compiled(prepared: dict) -> None:
    assert compiled("(?P<odd>13579)+", re.IGNORECASE) == re.compile("(?P<odd>13579)+", re.I)


def test_an_engine_without_a_file_compiles_all(
    prepared: dict, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(patterns, "file_name", lambda: "1-little.bin")

    assert patterns._prepared() == {}
    assert compiled("一+").fullmatch("一一")


def test_a_wheel_is_built_with_them_where_only_what_building_needs_is_installed(
    tmp_path: Path,
) -> None:
    there, folder = tmp_path / "there", tmp_path / "folder"
    there.mkdir()
    folder.mkdir()
    for name in ("msgspec", "typing_extensions"):  # the latter only to those of Python 3.11
        with suppress(ModuleNotFoundError):
            home = Path(str(import_module(name).__file__))
            source = home.parent if home.name == "__init__.py" else home
            (there / source.name).symlink_to(source)
    bare = {"PYTHONPATH": str(there), "PATH": os.environ["PATH"]}
    subprocess.run([sys.executable, "-S", SCRIPT, folder], check=True, env=bare)
    (found,) = folder.iterdir()

    assert len(marshal.loads(found.read_bytes())) > 500


def test_the_same_rules_give_the_same_file(file: Path, tmp_path: Path) -> None:
    subprocess.run([sys.executable, SCRIPT, tmp_path], check=True, capture_output=True)

    assert (tmp_path / file.name).read_bytes() == file.read_bytes()
