"""The samples give what they gave before; `make golden` writes anew what is meant to change.

A dump of each stage is kept, so that a change shows where it begins.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from documents import SAMPLES
from slidegen.pipeline import Stages, stages
from slidegen.writing.text import Stage, as_text

GOLDEN = Path(__file__).parent / "golden"


@pytest.fixture(scope="module", params=SAMPLES, ids=lambda path: path.stem)
def sample(request) -> tuple[str, Stages]:
    return request.param.stem, stages(request.param)


def of_stage(made: Stages) -> Mapping[str, Stage]:
    return {
        "document": made.document,
        "outline": made.outline,
        "deck": made.deck,
        "scenes": made.scenes,
    }


def test_there_are_samples() -> None:
    assert SAMPLES


@pytest.mark.parametrize("stage", ["document", "outline", "deck", "scenes"])
def test_a_sample_is_as_it_was(sample, stage, request) -> None:
    name, made = sample
    kept = GOLDEN / f"{name}.{stage}.txt"
    dump = as_text(of_stage(made)[stage])
    if request.config.getoption("--write-golden"):
        GOLDEN.mkdir(exist_ok=True)
        kept.write_text(dump, encoding="utf-8", newline="\n")

    assert kept.exists(), "no golden dump yet: run `make golden`"
    assert dump == kept.read_text(encoding="utf-8"), "if this is meant: `make golden`"


def test_no_golden_dump_is_left_over() -> None:
    samples = {path.stem for path in SAMPLES}

    assert {path.name.split(".")[0] for path in GOLDEN.glob("*.txt")} <= samples
