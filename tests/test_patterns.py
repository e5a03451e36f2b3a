"""What is compiled beforehand is what compiling gives, for nearly all expressions there are."""

from __future__ import annotations

import json
import marshal
import re
import subprocess
import sys
from pathlib import Path

import pytest

from slidegen import patterns
from slidegen.patterns import FOLDER, compiled

SCRIPTS = Path(__file__).resolve().parent.parent / "scripts"
LATELY_CHANGED = 0.1
"""Share of the expressions that may be compiled at each start until `make patterns` is run."""


def prepared(file: Path) -> dict:
    return marshal.loads(file.read_bytes())


@pytest.fixture(scope="module")
def asked() -> set[tuple[str, int]]:
    """The expressions of all modules, as they are now."""
    code = "import json, build_patterns; print(json.dumps(build_patterns.expressions()))"
    told = subprocess.run(
        [sys.executable, "-c", code], cwd=SCRIPTS, capture_output=True, text=True, check=True
    )
    return {(expression, flags) for expression, flags in json.loads(told.stdout)}


def test_each_is_what_compiling_gives() -> None:
    known = prepared(FOLDER / patterns.file_name())

    assert len(known) > 500
    for expression, flags in known:
        made, whole = compiled(expression, flags), re.compile(expression, flags)
        assert made == whole
        assert made.groupindex == whole.groupindex


def test_nearly_all_expressions_are_prepared(asked) -> None:
    known = prepared(FOLDER / patterns.file_name())
    missing = asked - known.keys()

    assert len(missing) <= LATELY_CHANGED * len(asked), f"run `make patterns`: {sorted(missing)}"


def test_all_versions_of_python_have_the_same_ones() -> None:
    files = sorted(FOLDER.glob("*.bin"))

    assert len(files) >= 3
    assert len({tuple(prepared(file)) for file in files}) == 1


def test_what_is_not_prepared_is_compiled() -> None:
    assert compiled("(?P<odd>13579)+", re.IGNORECASE) == re.compile("(?P<odd>13579)+", re.I)


def test_an_engine_without_a_file_compiles_all(monkeypatch) -> None:
    monkeypatch.setattr(patterns, "file_name", lambda: "1-little.bin")
    monkeypatch.setattr(patterns, "_prepared", patterns._prepared.__wrapped__)

    assert patterns._prepared() == {}
    assert compiled("一+").fullmatch("一一")
