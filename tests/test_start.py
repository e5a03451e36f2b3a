"""What a run brings into memory: a deck of plain text waits for nothing that it does not need."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from documents import SPEECH

NEEDED = {
    *("annotated_doc", "shellingham", "typer", "typing_extensions"),
    *("budoux", "cython_runtime", "lxml", "msgspec"),
}
"""What a deck made of a .txt takes: the command line's, then the deck's own (budoux parts titles
that are too long for a line)."""
MOST_MODULES = 225
"""Of slidegen's own, for such a deck: when it is reached, see whether all are needed."""

CODE = """
import json, sys
before = set(sys.modules)
from slidegen.cli import main
assert main(sys.argv[1:]) == 0
print(json.dumps(sorted(set(sys.modules) - before)), file=sys.stderr)
"""


def imported(*arguments: object) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", CODE, *map(str, arguments)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    return set(json.loads(done.stderr.splitlines()[-1]))


@pytest.fixture(scope="module")
def for_a_text(tmp_path_factory) -> set[str]:
    deck = tmp_path_factory.mktemp("deck") / "deck.pptx"
    return imported("convert", SPEECH, "-o", deck, "--quiet")


def test_a_text_takes_few_libraries(for_a_text) -> None:
    names = {name.partition(".")[0] for name in for_a_text}
    others = {
        name for name in names - sys.stdlib_module_names - {"slidegen"} if not name.startswith("_")
    }

    assert others <= NEEDED


def test_a_text_takes_no_reader_but_its_own(for_a_text) -> None:
    readers = {"markdown", "word", "web", "pdf", "ofd", "odt", "rtf", "powerpoint", "libreoffice"}
    taken = {name.split(".")[2] for name in for_a_text if name.startswith("slidegen.reading.")}

    assert "text" in taken
    assert not taken & readers


def test_a_text_takes_no_more_of_slidegen_than_it_did(for_a_text) -> None:
    ours = [name for name in for_a_text if name.startswith("slidegen")]

    assert len(ours) <= MOST_MODULES
    assert not [name for name in ours if name.startswith(("slidegen.adopting", "slidegen.batch"))]
