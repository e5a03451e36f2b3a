"""Where the documents and the decks of most tests lie."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import fsspec
import pytest

from .making import write


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    write(tmp_path / "docs", "a.txt", "b.txt")
    return tmp_path / "docs"


@pytest.fixture
def decks(tmp_path: Path) -> Path:
    return tmp_path / "decks"


@pytest.fixture
def store() -> Iterator[Any]:
    """What `memory://` is."""
    system = fsspec.filesystem("memory")
    yield system
    system.store.clear()
    system.pseudo_dirs[:] = [""]
