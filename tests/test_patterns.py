"""What is compiled beforehand is what compiling gives."""

from __future__ import annotations

import json
import marshal
import os
import re
import subprocess
import sys
import tomllib
from importlib import import_module
from pathlib import Path

import pytest

from slidegen import patterns
from slidegen.patterns import compiled

CHECKOUT = Path(__file__).resolve().parent.parent
PROJECT = CHECKOUT / "pyproject.toml"
SCRIPT = CHECKOUT / "scripts" / "build_patterns.py"


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
    needed = tomllib.loads(PROJECT.read_text(encoding="utf-8"))["build-system"]["requires"]
    for name in (re.split(r"\W", requirement)[0] for requirement in needed):
        home = Path(str(import_module(name).__file__)).parent
        (there / name).symlink_to(home)
    bare = {**os.environ, "PYTHONPATH": str(there)}
    subprocess.run([sys.executable, "-S", SCRIPT, folder], check=True, env=bare)
    (found,) = folder.iterdir()
    held = marshal.loads(found.read_bytes())
    asked = run_in_a_process_of_its_own(ASKED_FOR_BY_A_TEXT)

    assert [one for one in asked if tuple(one) not in held] == []


ASKED_FOR_BY_A_TEXT = """
import json, re, sys
from slidegen import patterns
asked = []
def compiled(expression, flags=0):
    if sys._getframe(1).f_code.co_name.startswith("<"):  # as its module is imported
        asked.append((expression, int(flags)))
    return re.compile(expression, flags)
patterns.compiled = compiled
import slidegen
slidegen.convert("第一章\\n\\n一、情况良好。".encode(), format="text")
json.dump(asked, sys.stdout)
"""


def run_in_a_process_of_its_own(code: str) -> list[list]:
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True)
    asked = json.loads(done.stdout)
    assert len(asked) > 300
    return asked


def test_the_same_rules_give_the_same_file(file: Path, tmp_path: Path) -> None:
    subprocess.run([sys.executable, SCRIPT, tmp_path], check=True, capture_output=True)

    assert (tmp_path / file.name).read_bytes() == file.read_bytes()
